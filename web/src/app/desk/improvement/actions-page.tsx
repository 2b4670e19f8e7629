import { MyActions } from '../../../features/improvement/actions/my-actions';
import { useText, useTitle } from '../../../shared/text';
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
