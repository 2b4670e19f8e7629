import { minutesOf, type WeekDay, weekDays } from '../../../shared/ui';
import type { Shift } from './calendar';

const midnight = 24 * 60;

export type Bar = {
  shift: Shift;
  day: WeekDay;
  /** Minutes of the day. */
  from: number;
  to: number;
  /** It began the evening before. */
  isRest: boolean;
  /** It goes on past midnight. */
  goesOn: boolean;
  pauses: { from: number; to: number }[];
  lane: number;
};

export type Row = { day: WeekDay; bars: Bar[]; lanes: number };

/** A week as rows of bars: what passes midnight goes on in the next day's row, and what overlaps stands in lanes. */
export function weekRows(shifts: Shift[]): Row[] {
  const bars = shifts.flatMap((shift) =>
    weekDays.filter((day) => shift.days.includes(day)).flatMap((day) => barsOf(shift, day)),
  );
  return weekDays.map((day) =>
    inLanes(
      day,
      bars.filter((bar) => bar.day === day),
    ),
  );
}

function barsOf(shift: Shift, day: WeekDay): Bar[] {
  const from = minutesOf(shift.starts);
  const ends = minutesOf(shift.ends);
  const to = ends > from ? ends : ends + midnight;
  const pauses = shift.breaks.map((pause) => {
    const starts = minutesOf(pause.starts) + (minutesOf(pause.starts) < from ? midnight : 0);
    const length = (minutesOf(pause.ends) - minutesOf(pause.starts) + midnight) % midnight;
    return { from: starts, to: starts + length };
  });
  const part = (of: WeekDay, shown: number, isRest: boolean): Bar => {
    const within = (minute: number) => Math.min(Math.max(minute - shown, 0), midnight);
    return {
      shift,
      day: of,
      from: within(from),
      to: within(to),
      isRest,
      goesOn: !isRest && to > midnight,
      pauses: pauses
        .map((pause) => ({ from: within(pause.from), to: within(pause.to) }))
        .filter((pause) => pause.from < pause.to),
      lane: 0,
    };
  };
  if (to <= midnight) return [part(day, 0, false)];
  const next = weekDays[(weekDays.indexOf(day) + 1) % 7] ?? day;
  return [part(day, 0, false), part(next, midnight, true)];
}

function inLanes(day: WeekDay, bars: Bar[]): Row {
  const ends: number[] = [];
  const placed = bars
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = bar.to;
      return { ...bar, lane };
    });
  return { day, bars: placed, lanes: Math.max(1, ends.length) };
}

/** Minutes of work of a week, pauses taken out. */
export function weekMinutes(shift: Shift): number {
  const length = (from: string, to: string) => (minutesOf(to) - minutesOf(from) + midnight) % midnight;
  const pauses = shift.breaks.reduce((sum, pause) => sum + length(pause.starts, pause.ends), 0);
  return shift.days.length * (length(shift.starts, shift.ends) - pauses);
}
