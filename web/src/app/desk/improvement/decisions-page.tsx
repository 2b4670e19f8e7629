import { WaitingList } from '../../../features/improvement/decisions/waiting-list';
import { useText, useTitle } from '../../../shared/text';
import { useStanding } from '../desk-shell';

/** What waits for a word of who is signed in. */
export function DecisionsPage() {
  const { t } = useText();
  const { plant } = useStanding();
  useTitle(t('decisions.title'));
  return (
    <>
      <header className="head">
        <h1>{t('decisions.title')}</h1>
      </header>
      <WaitingList plantId={plant.id} timeZone={plant.timeZone} />
    </>
  );
}
