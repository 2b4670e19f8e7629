import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { PlanBody } from '../../../features/improvement/plans/plan-body';
import { PlanMark } from '../../../features/improvement/plans/plan-mark';
import { planQuery } from '../../../features/improvement/plans/plans';
import { useText, useTitle } from '../../../shared/text';
import { Icon, Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** One action plan, step by step. */
export function PlanPage() {
  const { t, language } = useText();
  const { me, plant } = useStanding();
  const { planId = '' } = useParams();
  const { data, error } = useQuery(planQuery(planId));
  useTitle(data ? `${data.number} ${data.title}` : t('plans.page.plan'));
  return (
    <>
      <header className="head plan-head">
        <Link className="iconbutton" to="/desk/improvement/plans" aria-label={t('common.back')}>
          <Icon name="left" />
        </Link>
        <div className="what">
          <h1>{data?.title ?? t('plans.page.plan')}</h1>
          {data && (
            <p>
              {data.method.name} <span className="num">{data.number}</span>
              {data.method.hasCycles && ` · ${t('plans.page.cycle', { cycle: data.cycle })}`}
              {data.levelName && ` · ${t('plans.life.level', { level: data.levelName })}`} · {data.method.sponsorTitle}{' '}
              <b>{data.sponsor?.name ?? '–'}</b> · {t('plans.page.leader')} <b>{data.leader?.name ?? '–'}</b>
            </p>
          )}
        </div>
        {data && (
          <>
            <div className="marks">
              <PlanMark plan={data} />
            </div>
            <a className="button" href={`/print/plans/${data.id}?lang=${language}`} target="_blank" rel="noreferrer">
              {t('plans.page.print')}
            </a>
          </>
        )}
      </header>
      <div className="said">
        <Trouble error={error} />
        {data === null && <p className="none">{t('plans.page.unknown')}</p>}
      </div>
      {data && <PlanBody plan={data} meId={me.id} timeZone={plant.timeZone} />}
    </>
  );
}
