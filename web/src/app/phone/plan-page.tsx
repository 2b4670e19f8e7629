import '../../features/improvement/plans/plans.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Told } from '../../features/improvement/plans/communications';
import { toReadQuery } from '../../features/improvement/plans/life';
import { PlanMark } from '../../features/improvement/plans/plan-mark';
import { useText, useTitle } from '../../shared/text';
import { Trouble } from '../../shared/ui';
import { Head } from './head';
import { useStanding } from './phone-shell';

/** What a plan tells whoever holds the phone: to be read, and said so. */
export function PlanPage() {
  const { t } = useText();
  const { me, plant } = useStanding();
  const { planId = '' } = useParams();
  const { data, error } = useQuery(toReadQuery(planId));
  const mine = data?.communications.filter(({ to }) => to.some(({ id }) => id === me.id)) ?? [];
  useTitle(data ? `${data.number} ${data.title}` : t('plans.page.plan'));
  return (
    <>
      <Head
        title={data?.title ?? t('plans.page.plan')}
        subtitle={data ? `${data.number} · ${data.method.name}` : undefined}
        back
      />
      <main className="said plan-read">
        <Trouble error={error} />
        {data === null && <p>{t('plans.page.unknown')}</p>}
        {data && (
          <>
            <div className="marks">
              <PlanMark plan={data} />
            </div>
            <section className="panel" aria-labelledby="told-title">
              <h2 id="told-title">{t('plans.life.saidToYou')}</h2>
              {mine.length === 0 ? (
                <p className="muted">{t('plans.life.nothingSaid')}</p>
              ) : (
                <Told list={mine} timeZone={plant.timeZone} />
              )}
            </section>
            <Link className="button large" to={`/desk/improvement/plans/${data.id}`}>
              {t('plans.life.wholePlan')}
            </Link>
          </>
        )}
      </main>
    </>
  );
}
