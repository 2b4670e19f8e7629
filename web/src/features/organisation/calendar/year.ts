import { addDays } from '../../../shared/ui';
import type { Closing } from './calendar';

/** Days of a year on which a closing holds, as spans of its days; one over New Year has two. */
export function spansOf(closing: Closing, year: number): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  const first = `${year}-01-01`;
  for (let day = first; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    if (!covers(closing, day)) continue;
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}

/** The calendar's own rule: every year means on the same days from then on. */
export function covers({ from, to, everyYear }: Closing, day: string): boolean {
  if (day < from || !everyYear) return day >= from && day <= to;
  const [first, last, asked] = [from.slice(5), to.slice(5), day.slice(5)];
  if (Number(to.slice(0, 4)) > Number(from.slice(0, 4)) && last >= first) return true;
  return first <= last ? asked >= first && asked <= last : asked >= first || asked <= last;
}

/** How far a day is in its year, from 0 to 1. */
export function shareOfYear(day: string): number {
  const year = day.slice(0, 4);
  const start = Date.parse(`${year}-01-01T00:00Z`);
  const end = Date.parse(`${Number(year) + 1}-01-01T00:00Z`);
  return (Date.parse(`${day}T00:00Z`) - start) / (end - start);
}

/** The first day from a day on that a closing covers, within two years. */
export function nextDay(closing: Closing, from: string): string | undefined {
  if (!closing.everyYear) return closing.to < from ? undefined : closing.from > from ? closing.from : from;
  for (let day = from > closing.from ? from : closing.from, count = 0; count < 800; day = addDays(day, 1), count++)
    if (covers(closing, day)) return day;
  return undefined;
}
