import { useText } from '../../../shared/text';
import { addDays } from '../../../shared/ui';
import type { Closing, SpecialDay } from './calendar';
import { shareOfYear, spansOf } from './year';

type Props = { year: number; today: string; closings: Closing[]; specialDays: SpecialDay[] };

const share = (part: number) => `${part * 100}%`;
/** The share of the strip that a day after this one begins at; after the last day of the year, its end. */
const endOf = (day: string) => (day.endsWith('-12-31') ? 1 : shareOfYear(addDays(day, 1)));

/** The year as one strip of months: closings are hatched, special days are marks, today is a line. */
export function YearStrip({ year, today, closings, specialDays }: Props) {
  const { t, language } = useText();
  const month = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'short', timeZone: 'UTC' });
  const letter = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'narrow', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`);
  const spans = closings.flatMap((closing) => spansOf(closing, year).map((span) => ({ ...span, name: closing.name })));
  const special = specialDays.filter(({ day }) => day.startsWith(`${year}-`));
  return (
    <div
      className="year"
      role="img"
      aria-label={t('common.about', {
        what: year,
        name: `${t('admin.calendar.closingCount', { count: spans.length })}, ${t('admin.calendar.specialCount', { count: special.length })}`,
      })}
    >
      <b className="num" aria-hidden="true">
        {year}
      </b>
      <div className="strip" aria-hidden="true">
        {months.map((first) => (
          <span key={first} className="month" style={{ left: share(shareOfYear(first)) }}>
            <span className="long">{month.format(Date.parse(first))}</span>
            <span className="letter">{letter.format(Date.parse(first))}</span>
          </span>
        ))}
        {spans.map(({ from, to, name }) => (
          <i
            key={`${from} ${name}`}
            className="closed"
            title={`${name} · ${from} – ${to}`}
            style={{ left: share(shareOfYear(from)), width: share(endOf(to) - shareOfYear(from)) }}
          />
        ))}
        {special.map(({ day, name }) => (
          <i key={day} className="special" title={`${name} · ${day}`} style={{ left: share(shareOfYear(day)) }} />
        ))}
        {today.startsWith(`${year}-`) && <i className="now" style={{ left: share(shareOfYear(today)) }} />}
      </div>
    </div>
  );
}
