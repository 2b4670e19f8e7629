import { useText } from '../../../shared/text';
import { useTimes } from '../../../shared/ui';
import type { CalendarDay } from './calendar';

/** What the calendar makes of the next days: each with its shifts, or why there are none. */
export function DaysAhead({ days, timeZone }: { days: CalendarDay[]; timeZone: string }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <ol className="ahead">
      {days.map(({ day, closed, name, shifts }) => (
        <li key={day} className={closed || shifts.length === 0 ? 'off' : ''}>
          <h3>{date.format(Date.parse(day))}</h3>
          {name && <p className="why">{name}</p>}
          {closed && <p className="state">{t('admin.calendar.closed')}</p>}
          {!closed && shifts.length === 0 && <p className="state">{t('admin.calendar.noShift')}</p>}
          {shifts.slice(0, 4).map((shift) => (
            <p key={`${shift.code} ${shift.starts}`} className="num">
              <b>{shift.code}</b> {times.clock(Date.parse(shift.starts))} – {times.clock(Date.parse(shift.ends))}
            </p>
          ))}
          {shifts.length > 4 && <p>{t('admin.andMore', { count: shifts.length - 4 })}</p>}
        </li>
      ))}
    </ol>
  );
}
