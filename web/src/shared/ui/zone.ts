const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: number, timeZone: string): Record<string, string> {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  formats.set(timeZone, format);
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** An instant on the plant's wall: `2026-11-22T14:35`, as a field of date and time has it. */
export function wallOf(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(instant, timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The plant's day of an instant: `2026-11-22`. */
export const dayOf = (instant: number, timeZone: string): string => wallOf(instant, timeZone).slice(0, 10);

const offsetAt = (instant: number, timeZone: string): number =>
  Date.parse(`${wallOf(instant, timeZone)}Z`) - Math.floor(instant / 60_000) * 60_000;

/** The instant at which the plant's wall shows this; of an hour that the change of clock leaves out, what follows it. */
export function instantOf(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`);
  const first = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(first, timeZone);
}

/** `2026-11-22` so many days later; a day of a calendar has no time zone. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));

/** Minutes since midnight of `05:30`. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
