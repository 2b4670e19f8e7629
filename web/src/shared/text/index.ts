import i18next from 'i18next';
import { useEffect } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from '../../../../src/texts/en.json';
import fr from '../../../../src/texts/fr.json';

export type Language = 'fr' | 'en';

const spoken = (tag: string | null | undefined): Language | undefined => {
  const language = tag?.slice(0, 2).toLowerCase();
  return language === 'fr' || language === 'en' ? language : undefined;
};

/** `?lang=` rules a screen nobody signs in to twice, and stays for the page's life. */
const ruled = typeof location === 'undefined' ? undefined : spoken(new URLSearchParams(location.search).get('lang'));
const browser = typeof navigator === 'undefined' ? undefined : spoken(navigator.language);

export const text = i18next.createInstance();
void text.use(initReactI18next).init({
  resources: { fr: { translation: fr }, en: { translation: en } },
  lng: ruled ?? browser ?? 'fr',
  fallbackLng: 'fr',
  initAsync: false,
  interpolation: { escapeValue: false },
});

const tellDocument = (language: string) => {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
};
tellDocument(text.language);
text.on('languageChanged', tellDocument);

/** The signed-in person's language (`FR`, `EN`), unless the address rules another. */
export function speak(language: string): void {
  const wanted = ruled ?? spoken(language);
  if (wanted && wanted !== text.language) void text.changeLanguage(wanted);
}

/** `t` and the language it speaks. */
export function useText() {
  const { t, i18n } = useTranslation();
  return { t: t as (key: string, values?: Record<string, unknown>) => string, language: i18n.language as Language };
}

/** Lower case without accents: how what a person types is compared. */
export const fold = (typed: string): string => typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · LogiPilot.Kaizen`;
  }, [title]);
}
