import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { addDays, dayOf, Icon, minutesOf, useTimes, weekDays } from '../../../shared/ui';
import type { MaintenanceWindow } from './windows';

type Props = {
  windows: MaintenanceWindow[];
  timeZone: string;
  onEdit: (window: MaintenanceWindow) => void;
  onEnd: (window: MaintenanceWindow) => void;
};

/** Planned work: what it is about, when, and when next; what is over stands below. */
export function WindowList({ windows, timeZone, onEdit, onEnd }: Props) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const told = windows
    .map((window) => {
      const next = window.nextStartsAt ? Date.parse(window.nextStartsAt) : undefined;
      return { window, next, runs: window.runsUntil !== null && Date.parse(window.runsUntil) > now };
    })
    .toSorted((one, other) => rank(one) - rank(other) || (one.next ?? 0) - (other.next ?? 0));
  return (
    <table className="windows">
      <thead>
        <tr>
          {['where', 'when', 'next', 'until', 'reason', 'owner'].map((column) => (
            <th key={column}>{t(`admin.windows.${column}`)}</th>
          ))}
          <th>
            <span className="sr">{t('admin.windows.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ window, next, runs }) => (
          <tr key={window.id} className={!runs && next === undefined ? 'over' : ''}>
            <td className="wrap">
              <strong>{window.place?.name ?? t('admin.wholePlant')}</strong>
              <small>
                {window.kinds?.length
                  ? window.kinds.map((kind) => t(`alerts.kind.${kind}`)).join(', ')
                  : t('admin.windows.allKinds')}
              </small>
            </td>
            <td className="wrap" data-column={t('admin.windows.when')}>
              {window.weekly ? (
                <>
                  {weekDays
                    .filter((day) => window.weekly?.days.includes(day))
                    .map((day) => t(`admin.shortDay.${day}`))
                    .join(', ')}
                  <small className="num">
                    {window.weekly.starts.slice(0, 5)} – {endOf(window.weekly.starts, window.weekly.minutes)}
                  </small>
                </>
              ) : (
                <>
                  {t('admin.windows.once')}
                  <small className="num">
                    {window.from && times.instant(Date.parse(window.from), now)} –{' '}
                    {window.to && times.instant(Date.parse(window.to), now)}
                  </small>
                </>
              )}
            </td>
            <td className="wrap" data-column={t('admin.windows.next')}>
              {runs && window.runsUntil ? (
                <>
                  <span className="running">
                    {t('admin.windows.runs', { time: times.instant(Date.parse(window.runsUntil), now) })}
                  </span>
                  {window.alerts.length > 0 && (
                    <small>{t('admin.windows.holds', { count: window.alerts.length })}</small>
                  )}
                </>
              ) : next === undefined ? (
                t(window.isActive ? 'admin.windows.over' : 'admin.windows.ended')
              ) : (
                <span className="num">{soon(next)}</span>
              )}
            </td>
            <td className="num" data-column={t('admin.windows.until')}>
              {date.format(Date.parse(window.until))}
            </td>
            <td className="wrap" data-column={t('admin.windows.reason')}>
              {window.reason}
            </td>
            <td className="wrap" data-column={t('admin.windows.owner')}>
              {window.owner?.name ?? '–'}
            </td>
            <td className="acts">
              {window.isActive && (runs || next !== undefined) && (
                <>
                  <button
                    type="button"
                    className="iconbutton"
                    aria-label={t('common.about', { what: t('admin.change'), name: window.reason })}
                    onClick={() => onEdit(window)}
                  >
                    <Icon name="pen" />
                  </button>
                  <button type="button" className="button" onClick={() => onEnd(window)}>
                    {t('admin.windows.end')}
                  </button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  /** Today, tomorrow, else its day: nobody must count. */
  function soon(instant: number): string {
    const [day, today] = [dayOf(instant, timeZone), dayOf(now, timeZone)];
    const clock = times.clock(instant);
    if (day === today) return t('admin.windows.today', { time: clock });
    if (day === addDays(today, 1)) return t('admin.windows.tomorrow', { time: clock });
    return times.instant(instant, now);
  }
}

const rank = ({ runs, next }: { runs: boolean; next: number | undefined }) => (runs ? 0 : next === undefined ? 2 : 1);

const endOf = (starts: string, minutes: number) => {
  const ends = (minutesOf(starts) + minutes) % 1440;
  return `${String(Math.floor(ends / 60)).padStart(2, '0')}:${String(ends % 60).padStart(2, '0')}`;
};
