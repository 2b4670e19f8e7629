import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { DysfunctionBody } from '../../../features/improvement/dysfunctions/dysfunction-body';
import { dysfunctionQuery } from '../../../features/improvement/dysfunctions/dysfunctions';
import { StateMark } from '../../../features/improvement/dysfunctions/state-mark';
import { useText, useTitle } from '../../../shared/text';
import { Icon, Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

export function DysfunctionPage() {
  const { t } = useText();
  const { plant } = useStanding();
  const { dysfunctionId = '' } = useParams();
  const { data, error } = useQuery(dysfunctionQuery(dysfunctionId));
  useTitle(data?.number ?? t('dysfunctions.page.dysfunction'));
  return (
    <>
      <header className="head">
        <Link className="iconbutton" to="/desk/improvement/dysfunctions" aria-label={t('common.back')}>
          <Icon name="left" />
        </Link>
        <h1>{data?.title ?? t('dysfunctions.page.dysfunction')}</h1>
        <p className="num">{data?.number}</p>
        {data && <StateMark state={data.state} />}
      </header>
      <div className="said">
        <Trouble error={error} />
        {data === null && <p className="none">{t('dysfunctions.page.unknown')}</p>}
      </div>
      {data && <DysfunctionBody dysfunction={data} plantId={plant.id} timeZone={plant.timeZone} />}
    </>
  );
}
