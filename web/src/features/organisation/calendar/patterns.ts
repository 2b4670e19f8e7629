import { type WeekDay, weekDays } from '../../../shared/ui';
import type { Shift } from './calendar';

const workDays: WeekDay[] = weekDays.slice(0, 5);
const shift = (code: string, name: string, starts: string, ends: string, pause: [string, string]): Shift => ({
  code,
  name,
  starts,
  ends,
  days: [...workDays],
  breaks: [{ starts: pause[0], ends: pause[1] }],
});

/** What most plants begin from; names are the reader's. */
export const patterns: {
  name: 'day' | 'twoShifts' | 'threeShifts';
  shifts: (t: (key: string) => string) => Shift[];
}[] = [
  {
    name: 'day',
    shifts: (t) => [shift('J', t('admin.calendar.pattern.dayShift'), '08:00', '17:00', ['12:00', '13:00'])],
  },
  {
    name: 'twoShifts',
    shifts: (t) => [
      shift('M', t('admin.calendar.pattern.morning'), '05:00', '13:00', ['09:00', '09:20']),
      shift('S', t('admin.calendar.pattern.afternoon'), '13:00', '21:00', ['17:00', '17:20']),
    ],
  },
  {
    name: 'threeShifts',
    shifts: (t) => [
      shift('M', t('admin.calendar.pattern.morning'), '05:00', '13:00', ['09:00', '09:20']),
      shift('S', t('admin.calendar.pattern.afternoon'), '13:00', '21:00', ['17:00', '17:20']),
      shift('N', t('admin.calendar.pattern.night'), '21:00', '05:00', ['01:00', '01:20']),
    ],
  },
];
