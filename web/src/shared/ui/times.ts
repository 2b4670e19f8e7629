import { type Language, useText } from '../text';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Instants of a plant, in its time zone and the reader's language. Elapsed time has a colon (`00:12`), time left its
 * unit (`22 min`, `4 h 27`), an instant its preposition (`à 14:35`): nobody must ask which of the three it is.
 */
export function createTimes(language: Language, timeZone: string, at: (time: string) => string) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const hours = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = format({ weekday: 'short' });
  const monthDay = format({ day: 'numeric', month: 'short' });
  const wholeDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const sameDay = (one: number, other: number) => date.format(one) === date.format(other);

  const clock = (instant: number) => hours.format(instant);
  const daysAgo = (instant: number, now: number) => (sameDay(instant, now) ? 0 : sameDay(instant, now - day) ? 1 : 2);
  const dayOf = (instant: number, now: number) =>
    (Math.abs(instant - now) < 6 * day ? weekday : monthDay).format(instant);
  return {
    /** `14:35` */
    clock,
    /** `aujourd’hui`, `hier`, else `lundi 16 novembre`. */
    day: (instant: number, now: number) => {
      const ago = daysAgo(instant, now);
      return ago < 2 ? relative.format(-ago, 'day') : wholeDay.format(instant);
    },
    /** `14:35`, on another day `lun. 18:40` or `3 déc. 18:40`. */
    instant: (instant: number, now: number) =>
      sameDay(instant, now) ? clock(instant) : `${dayOf(instant, now)} ${clock(instant)}`,
    /** `à 14:35`, on another day `lun. 18:40`. */
    moment: (instant: number, now: number) =>
      sameDay(instant, now) ? at(clock(instant)) : `${dayOf(instant, now)} ${clock(instant)}`,
  };
}

/** `00:12` in hours and minutes. */
export function elapsed(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute));
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export type TimeLeft = { days: number } | { hours: number; minutes: string } | { minutes: number };

/** Whole minutes between two clocks that show minutes: what the reader would subtract. */
export function timeLeft(until: number, now: number): TimeLeft {
  const minutes = Math.max(0, Math.floor(until / minute) - Math.floor(now / minute));
  if (minutes < 60) return { minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { hours, minutes: pad(minutes % 60) } : { days: Math.floor(hours / 24) };
}

/** `22 min`, `4 h 27`, `3 j`: time left in one run of text. */
export function shortLeft(
  until: number,
  now: number,
  t: (key: string, values?: Record<string, unknown>) => string,
): string {
  const left = timeLeft(until, now);
  if ('days' in left) return t('time.daysLeft', { count: left.days });
  return 'hours' in left ? `${left.hours} h ${left.minutes}` : `${left.minutes} min`;
}

/** The running shift as last heard of, until it ends. */
export const stillRunning = <Shift extends { endsAt: string }>(
  shift: Shift | null | undefined,
  now: number,
): Shift | undefined => (shift && now < Date.parse(shift.endsAt) ? shift : undefined);

/** `13 h`, `5 h 30` in French, `13:00` in English. */
export function hourOfShift(time: string, language: Language): string {
  const [hour = '', minutes = ''] = time.split(':');
  if (language !== 'fr') return `${hour}:${minutes}`;
  return minutes === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minutes}`;
}

const pad = (value: number) => String(value).padStart(2, '0');

export function useTimes(timeZone: string) {
  const { t, language } = useText();
  return createTimes(language, timeZone, (time) => t('time.at', { time }));
}
