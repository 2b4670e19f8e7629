import { useText } from '../../../shared/text';
import { hourOfShift, Icon, weekDays } from '../../../shared/ui';
import type { Closing, Shift, SpecialDay } from './calendar';
import { weekMinutes } from './week-layout';
import { nextDay } from './year';

type ListProps<Thing> = { list: Thing[]; mayEdit: boolean; onEdit: (index: number) => void };

const useDates = () => {
  const { language } = useText();
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day: string) => format.format(Date.parse(day));
};

/** `Lun – Ven`, `Tous les jours`, `Sam, Dim`. */
export function daysInWords(days: Shift['days'], t: (key: string) => string): string {
  const chosen = weekDays.filter((day) => days.includes(day));
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return t('admin.calendar.noDay');
  if (chosen.length === 7) return t('admin.calendar.allDays');
  const inARow = weekDays.indexOf(last) - weekDays.indexOf(first) === chosen.length - 1;
  return inARow && chosen.length > 2
    ? `${t(`admin.shortDay.${first}`)} – ${t(`admin.shortDay.${last}`)}`
    : chosen.map((day) => t(`admin.shortDay.${day}`)).join(', ');
}

export function ShiftList({ list, mayEdit, onEdit }: ListProps<Shift>) {
  const { t, language } = useText();
  return (
    <ul className="things">
      {list.map((shift, index) => (
        <li key={shift.code}>
          <Row mayEdit={mayEdit} name={shift.name} onEdit={() => onEdit(index)}>
            <i className={`chip tone${index % 4}`}>{shift.code}</i>
            <span className="what">
              <strong>{shift.name}</strong>
              <small>
                {daysInWords(shift.days, t)}
                {' · '}
                {t('admin.calendar.hoursAWeek', { hours: hoursOf(weekMinutes(shift), language) })}
              </small>
            </span>
            <span className="num end">
              {hourOfShift(shift.starts, language)} – {hourOfShift(shift.ends, language)}
              <small>{t('admin.calendar.breakCount', { count: shift.breaks.length })}</small>
            </span>
          </Row>
        </li>
      ))}
    </ul>
  );
}

const hoursOf = (minutes: number, language: string) =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(minutes / 60);

export function ClosingList({ list, mayEdit, onEdit, today }: ListProps<Closing> & { today: string }) {
  const { t } = useText();
  const date = useDates();
  return (
    <ul className="things">
      {list
        .map((closing, index) => ({ closing, index, next: nextDay(closing, today) }))
        .toSorted((one, other) => (one.next ?? '9').localeCompare(other.next ?? '9'))
        .map(({ closing, index, next }) => (
          <li key={`${closing.from} ${closing.name}`} className={next ? '' : 'over'}>
            <Row mayEdit={mayEdit} name={closing.name} onEdit={() => onEdit(index)}>
              <span className="what">
                <strong>{closing.name}</strong>
                <small>
                  {closing.from === closing.to ? date(closing.from) : `${date(closing.from)} – ${date(closing.to)}`}
                </small>
              </span>
              <span className="end">
                {closing.everyYear ? t('admin.calendar.yearly') : next ? '' : t('admin.calendar.over')}
                {closing.everyYear && next && <small>{t('admin.calendar.next', { day: date(next) })}</small>}
              </span>
            </Row>
          </li>
        ))}
    </ul>
  );
}

export function SpecialDayList({ list, mayEdit, onEdit, today }: ListProps<SpecialDay> & { today: string }) {
  const { t, language } = useText();
  const date = useDates();
  return (
    <ul className="things">
      {list
        .map((special, index) => ({ special, index }))
        .toSorted((one, other) => one.special.day.localeCompare(other.special.day))
        .map(({ special, index }) => (
          <li key={special.day} className={special.day < today ? 'over' : ''}>
            <Row mayEdit={mayEdit} name={special.name} onEdit={() => onEdit(index)}>
              <span className="what">
                <strong>{special.name}</strong>
                <small>{date(special.day)}</small>
              </span>
              <span className="end num">
                {special.shifts.length === 0
                  ? t('admin.calendar.noShift')
                  : special.shifts.map(({ code }) => code).join(', ')}
                <small>
                  {special.shifts
                    .map(({ starts, ends }) => `${hourOfShift(starts, language)} – ${hourOfShift(ends, language)}`)
                    .slice(0, 2)
                    .join(', ')}
                </small>
              </span>
            </Row>
          </li>
        ))}
    </ul>
  );
}

type RowProps = { mayEdit: boolean; name: string; onEdit: () => void; children: React.ReactNode };

function Row({ mayEdit, name, onEdit, children }: RowProps) {
  const { t } = useText();
  if (!mayEdit) return <div className="thing">{children}</div>;
  return (
    <button type="button" className="thing" onClick={onEdit}>
      {children}
      <Icon name="pen" />
      <span className="sr">
        {t('admin.change')} {name}
      </span>
    </button>
  );
}
