import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ActionSheet } from '../../../features/improvement/actions/action-dialog';
import { actionQuery } from '../../../features/improvement/actions/actions';
import { MyActions } from '../../../features/improvement/actions/my-actions';
import { useText, useTitle } from '../../../shared/text';
import { Icon, Trouble } from '../../../shared/ui';
import { useStanding } from '../desk-shell';

/** What the person signed in has to do, in every plan and beside them. */
export function ActionsPage() {
  const { t } = useText();
  const { plant } = useStanding();
  useTitle(t('actions.page.mine'));
  return (
    <>
      <header className="head">
        <h1>{t('actions.page.mine')}</h1>
      </header>
      <MyActions plantId={plant.id} timeZone={plant.timeZone} />
    </>
  );
}

/** One action by itself: what a mail or a notice leads to. */
export function ActionPage() {
  const { t } = useText();
  const { actionId = '' } = useParams();
  const { data, error } = useQuery(actionQuery(actionId));
  useTitle(data?.what ?? t('actions.page.action'));
  return (
    <>
      <header className="head">
        <Link className="iconbutton" to="/desk/improvement/actions" aria-label={t('common.back')}>
          <Icon name="left" />
        </Link>
        <h1>{data?.what ?? t('actions.page.action')}</h1>
        {data?.planId && (
          <div className="end">
            <Link className="button" to={`/desk/improvement/plans/${data.planId}`}>
              {t('actions.page.toPlan')}
            </Link>
          </div>
        )}
      </header>
      <div className="column-page">
        <Trouble error={error} />
        {data === null && <p className="none">{t('actions.page.unknown')}</p>}
        {data && (
          <section className="panel part">
            <ActionSheet action={data} />
          </section>
        )}
      </div>
    </>
  );
}
