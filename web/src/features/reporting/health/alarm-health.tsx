import './health.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { clock } from '../../../shared/api';
import { useText } from '../../../shared/text';
import { quantity, Trouble, useTimes } from '../../../shared/ui';
import { type Health, healthQuery } from './health';
import { Lanes } from './lanes';
import { Loads } from './loads';

const day = 86_400_000;
type Subject = Health['stale'][number]['alert'];

/** How healthy a plant's alerts were: how many, when too many, what comes and goes, what was forgotten, and whose it is. */
export function AlarmHealth({ plantId, timeZone, days }: { plantId: string; timeZone: string; days: number }) {
  const { t, language } = useText();
  const times = useTimes(timeZone);
  // Cut to the minute, so that the question stays the same while one reads.
  const [to] = useState(() => Math.floor(clock.now() / 60_000) * 60_000 + 60_000);
  const from = to - days * day;
  const query = useQuery(healthQuery(plantId, new Date(from).toISOString(), new Date(to).toISOString()));
  const health = query.data;
  const perDay = quantity(health ? Math.round((health.total.raised / days) * 10) / 10 : 0, language);
  const subject = (alert: Subject) =>
    [alert.product?.name ?? t(`alerts.kind.${alert.kind}`), alert.line?.name, (alert.station ?? alert.place)?.name]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <Trouble error={query.error} />
      {health && (
        <>
          <dl className="figures panel">
            {(
              [
                ['raised', health.total.raised, t('health.perDay', { perDay })],
                ['transitions', health.total.transitions, t('health.transitionsHint')],
                ['inFloods', health.total.inFloods, t('health.floodHint')],
                ['chattering', health.total.chattering, t('health.chatterHint')],
                ['stale', health.total.stale, t('health.staleHint')],
              ] as const
            ).map(([name, count, hint]) => (
              <div key={name}>
                <dt>{t(`health.column.${name}`)}</dt>
                <dd>
                  <b className="num">{quantity(count, language)}</b>
                  <small>{hint}</small>
                </dd>
              </div>
            ))}
          </dl>
          <section className="panel drawn">
            <h2>{t('health.drawn')}</h2>
            <Lanes health={health} from={from} to={to} timeZone={timeZone} />
          </section>
          <Loads
            title={t('health.topTen')}
            rows={health.topTen.map((each, index) => ({
              key: String(index),
              name: each.product?.name ?? t(`alerts.kind.${each.kind}`),
              detail: [
                each.product && t(`alerts.kind.${each.kind}`),
                each.line?.name,
                each.place?.name !== each.line?.name && each.place?.name,
                each.supplierOrder,
              ]
                .filter(Boolean)
                .join(' · '),
              load: each.load,
            }))}
          />
          <div className="twins">
            <Loads
              title={t('health.byKind')}
              rows={health.byKind.map(({ kind, load }) => ({ key: kind, name: t(`alerts.kind.${kind}`), load }))}
            />
            <Loads
              title={t('health.byLine')}
              rows={health.byLine.map(({ line, load }) => ({
                key: line?.id ?? '',
                name: line?.name ?? t('health.noLine'),
                load,
              }))}
            />
          </div>
          <div className="twins">
            <section className="panel named">
              <h2>{t('health.chattering')}</h2>
              <ul>
                {health.chattering.slice(0, 20).map(({ alert, transitions, lastAt }) => (
                  <li key={`${alert.id}${lastAt}`}>
                    <Link className="link num" to={`/desk/alerts/${alert.id}`}>
                      {alert.number}
                    </Link>
                    <span>{subject(alert)}</span>
                    <b>{t('health.transitions', { count: transitions })}</b>
                  </li>
                ))}
              </ul>
              {health.chattering.length === 0 && <p className="none">{t('health.nothing')}</p>}
            </section>
            <section className="panel named">
              <h2>{t('health.stale')}</h2>
              <ul>
                {health.stale.slice(0, 20).map(({ alert, since, until, hours }) => (
                  <li key={`${alert.id}${since}`}>
                    <Link className="link num" to={`/desk/alerts/${alert.id}`}>
                      {alert.number}
                    </Link>
                    <span>{subject(alert)}</span>
                    <b>
                      {t('health.hours', { count: Math.round(hours) })}
                      <small>{until ? times.instant(Date.parse(until), to) : t('health.stillOpen')}</small>
                    </b>
                  </li>
                ))}
              </ul>
              {health.stale.length === 0 && <p className="none">{t('health.nothing')}</p>}
            </section>
          </div>
        </>
      )}
    </>
  );
}
