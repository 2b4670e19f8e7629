import type { Language } from '../../../shared/text';

const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');
const asDay = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** A day `yyyy-mm-dd` as it is read. */
export const dayIn = (day: string, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { ...asDay, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The day of an instant by a plant's clock. */
export const dayOf = (instant: string, timeZone: string, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { ...asDay, timeZone }).format(new Date(instant));
