import { WebhookList } from '../../../features/notifications/webhook-list';
import { useText, useTitle } from '../../../shared/text';
import { useAdministration } from './admin-shell';

/** Programs of the plant that are told of alerts. */
export function WebhooksPage() {
  const { t } = useText();
  const { plant } = useAdministration();
  useTitle(t('outbox.hooks.title'));
  return (
    <>
      <header className="head">
        <h1>{t('outbox.hooks.title')}</h1>
      </header>
      <div className="column-page">
        <WebhookList plantId={plant.id} />
      </div>
    </>
  );
}
