import { useOnClock } from '../../shared/live';
import type { Language } from '../../shared/text';
import { dayOf } from '../../shared/ui';

/** `13 nov.` in French, `13 Nov` in English, with the year where it is another one than `today`’s. */
export const dayShort = (day: string, language: Language, today?: string): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(today && today.slice(0, 4) !== day.slice(0, 4) && { year: 'numeric' as const }),
  }).format(new Date(`${day}T00:00Z`));

/** How many days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);

/** The plant's day: `2026-11-22`. */
export const useToday = (timeZone: string): string => useOnClock((now) => dayOf(now, timeZone));

/** The instant of its minute, for who tells instants of today from others. */
export const useMinute = (): number => useOnClock((now) => now - (now % 60_000));
