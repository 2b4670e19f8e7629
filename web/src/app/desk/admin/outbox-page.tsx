import { OutboxList } from '../../../features/notifications/outbox-list';
import { useText, useTitle } from '../../../shared/text';
import { useAdministration } from './admin-shell';

/** Every message of every channel, what failed first. */
export function OutboxPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  useTitle(t('outbox.title'));
  return (
    <>
      <header className="head">
        <h1>{t('outbox.title')}</h1>
      </header>
      <div className="column-page">
        <OutboxList plantId={plant.id} timeZone={plant.timeZone} />
      </div>
    </>
  );
}
