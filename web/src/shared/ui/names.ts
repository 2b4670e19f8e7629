import type { Language } from '../text';

/** `Karim Benali` → `K. Benali`: what fits a wall. A name of one word stays. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return rest.length === 0 ? first : `${first.charAt(0)}. ${rest.join(' ')}`;
}

/** `Karim Benali` → `KB` */
export const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

const formats = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
};

/** `1 234,5` in French, `1,234.5` in English. */
export const quantity = (value: number, language: Language): string => formats[language].format(value);
