import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { useTimes } from '../../../shared/ui';
import type { Dysfunction } from './documents';

type Props = { dysfunction: Dysfunction; timeZone: string; children: ReactNode };

/** Where, by whom, since when, and what became of it. */
export function About({ dysfunction, timeZone, children }: Props) {
  const { t } = useText();
  const times = useTimes(timeZone);
  const now = useNow();
  const where = [dysfunction.place?.name ?? dysfunction.area?.name, dysfunction.product?.name]
    .filter(Boolean)
    .join(' · ');
  const facts: [string, ReactNode][] = [
    ['kind', t(`dysfunctions.kind.${dysfunction.kind}`)],
    ['where', where || t('alerts.wholePlant')],
    ['by', dysfunction.reportedBy?.name ?? '–'],
    ['at', times.instant(Date.parse(dysfunction.reportedAt), now)],
    [
      'need',
      dysfunction.supportNeed ? t(`dysfunctions.need.${dysfunction.supportNeed}`) : t('dysfunctions.page.needUnsaid'),
    ],
  ];
  return (
    <aside className="panel part">
      <dl className="about">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name === 'need' ? 'dysfunctions.page.need' : `dysfunctions.page.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {dysfunction.actionPlan && (
        <p className="words">
          <b>{t('dysfunctions.page.plan')}</b>
          <Link className="link num" to={`/desk/improvement/plans/${dysfunction.actionPlan.id}`}>
            {dysfunction.actionPlan.number}
          </Link>
        </p>
      )}
      {dysfunction.reason && (
        <p className="words">
          <b>{t('dysfunctions.page.reason')}</b> {dysfunction.reason}
        </p>
      )}
      <h3>{t('dysfunctions.page.history')}</h3>
      <ol className="steps">
        {dysfunction.history.map((step) => (
          <li key={step.version}>
            <b>{t(`dysfunctions.step.${step.kind}`)}</b>
            <small>
              {step.by?.name} · <time>{times.instant(Date.parse(step.at), now)}</time>
            </small>
          </li>
        ))}
      </ol>
      <div className="ends">{children}</div>
    </aside>
  );
}
