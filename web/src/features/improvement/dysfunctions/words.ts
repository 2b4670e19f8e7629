import type { Language } from '../../../shared/text';

/** `1 250,50 €` */
export const money = ({ amount, currency }: { amount: number; currency: string }, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);

/** A day of the trade (`2026-11-22`) as people read it. */
export const dayName = (day: string, language: Language, short = false): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: short ? 'numeric' : 'long',
    ...(!short && { year: 'numeric' as const }),
  }).format(new Date(`${day}T00:00Z`));
