import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { quantity, useTimes } from '../../../shared/ui';
import type { Facts } from './documents';
import { dayName, money } from './words';

const groups = ['byKind', 'byPlace', 'byProduct', 'byCause'] as const;

/** What the alerts say: how many, how often, how long lines stood still, when, and a Pareto by whatever one asks. */
export function FactPart({ facts, timeZone }: { facts: Facts; timeZone: string }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const day = (at: number) => dayName(facts.days.at(at)?.day ?? '', language, true);
  return (
    <div className="alert-facts">
      <dl className="figures">
        <div>
          <dt>{t('dysfunctions.page.alerts')}</dt>
          <dd>
            <b className="num">{facts.count}</b>
            <small>
              {facts.count > 1
                ? t('dysfunctions.page.between', { first: day(0), last: day(-1) })
                : times.instant(Date.parse(facts.firstAt), now)}
            </small>
          </dd>
        </div>
        <div>
          <dt>{t('dysfunctions.page.often')}</dt>
          <dd>
            <b className="num">{often(facts.hoursBetween, t, language)}</b>
            <small>{t('dysfunctions.page.oftenHint')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('dysfunctions.page.stopped')}</dt>
          <dd>
            <b className="num">{t('dysfunctions.page.minutes', { count: Math.round(facts.stoppedMinutes) })}</b>
            <small>{facts.stoppedCost ? money(facts.stoppedCost, language) : t('dysfunctions.page.costUnsaid')}</small>
          </dd>
        </div>
      </dl>
      <Days facts={facts} />
      <Pareto facts={facts} />
    </div>
  );
}

function often(hours: number | null, t: ReturnType<typeof useText>['t'], language: 'fr' | 'en'): string {
  if (hours === null) return '–';
  return hours >= 48
    ? t('dysfunctions.page.everyDays', { count: Math.round(hours / 24) })
    : t('dysfunctions.page.everyHours', { hours: quantity(hours, language) });
}

const most = 45;

/** One bar a day; days without an alert are gaps. */
function Days({ facts }: { facts: Facts }) {
  const { t, language } = useText();
  const [first, last] = [facts.days[0]?.day, facts.days.at(-1)?.day];
  if (!first || !last || first === last) return null;
  const from = Date.parse(`${first}T00:00Z`);
  const span = Math.round((Date.parse(`${last}T00:00Z`) - from) / 86_400_000) + 1;
  // What began long ago is drawn by several days a bar.
  const each = Math.ceil(span / most);
  const bars = Array.from({ length: Math.ceil(span / each) }, () => 0);
  for (const { day, count } of facts.days) {
    const at = Math.floor(Math.round((Date.parse(`${day}T00:00Z`) - from) / 86_400_000) / each);
    bars[at] = (bars[at] ?? 0) + count;
  }
  const top = Math.max(...bars);
  return (
    <figure className="days-drawn">
      <figcaption>
        {t(each === 1 ? 'dysfunctions.page.perDay' : 'dysfunctions.page.perDays', { count: each })}
      </figcaption>
      <div
        className="bars"
        role="img"
        aria-label={facts.days.map(({ day, count }) => `${dayName(day, language, true)} : ${count}`).join(', ')}
      >
        {bars.map((count, index) => (
          <i key={index} style={{ height: `${(100 * count) / top}%` }} />
        ))}
      </div>
      <p>
        <span>{dayName(first, language, true)}</span>
        <span>{t('dysfunctions.page.topOfBars', { count: top })}</span>
        <span>{dayName(last, language, true)}</span>
      </p>
    </figure>
  );
}

function Pareto({ facts }: { facts: Facts }) {
  const { t } = useText();
  const useful = groups.filter((group) => facts[group].length > 1);
  const [chosen, setChosen] = useState<(typeof groups)[number]>();
  const shown = chosen ?? useful[0] ?? 'byKind';
  const rows = facts[shown];
  const top = Math.max(...rows.map(({ count }) => count));
  return (
    <figure className="pareto">
      <figcaption>
        {t('dysfunctions.page.pareto')}
        <span className="options">
          {groups.map((group) => (
            <label key={group}>
              <input type="radio" name="pareto" checked={shown === group} onChange={() => setChosen(group)} />
              <span>{t(`dysfunctions.page.${group}`)}</span>
            </label>
          ))}
        </span>
      </figcaption>
      <ol>
        {rows.slice(0, 8).map((row) => (
          <li key={row.label}>
            <span>{row.label}</span>
            <span className="bar">
              <i
                style={{ width: `${(100 * row.count) / top}%` }}
                className={row.cumulativePercent <= 80 ? 'vital' : ''}
              />
            </span>
            <b className="num">{row.count}</b>
            <small className="num">{Math.round(row.cumulativePercent)} %</small>
          </li>
        ))}
      </ol>
    </figure>
  );
}
