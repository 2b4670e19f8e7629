import './webhooks.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../shared/text';
import { Icon, Shape, Trouble } from '../../shared/ui';
import { WebhookForm } from './webhook-form';
import { useTestWebhook, type Webhook, webhooksQuery } from './webhooks';

/** Programs that are told of alerts over HTTP: where, of what, and whether the other side answers. */
export function WebhookList({ plantId }: { plantId: string }) {
  const { t } = useText();
  const query = useQuery(webhooksQuery(plantId));
  const [open, setOpen] = useState<{ webhook?: Webhook }>();
  return (
    <div className="webhooks">
      <Trouble error={query.error} />
      <p className="muted">{t('outbox.hooks.means')}</p>
      {query.data && query.data.length > 0 && (
        <ul className="panel">
          {query.data.map((webhook) => (
            <Row key={webhook.id} webhook={webhook} onEdit={() => setOpen({ webhook })} />
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={() => setOpen({})}>
        <Icon name="link" />
        {t('outbox.hooks.add')}
      </button>
      {open && <WebhookForm plantId={plantId} webhook={open.webhook} onLeave={() => setOpen(undefined)} />}
    </div>
  );
}

function Row({ webhook, onEdit }: { webhook: Webhook; onEdit: () => void }) {
  const { t } = useText();
  const testing = useTestWebhook();
  return (
    <li>
      <div>
        <strong>{webhook.name}</strong>
        {!webhook.isActive && <span className="off"> · {t('outbox.hooks.off')}</span>}
        <code>{webhook.url}</code>
        <small>
          {webhook.kinds.length === 0
            ? t('outbox.hooks.allKinds')
            : webhook.kinds.map((kind) => t(`alerts.kind.${kind}`)).join(', ')}
          {' · '}
          {t('outbox.hooks.from', { severity: t(`alerts.severity.${webhook.minSeverity}`) })}
        </small>
        <p role="status">
          {testing.data?.sent && (
            <span className="status word ok">
              <Shape name="circle" className="mark ok" />
              {t('outbox.hooks.answered')}
            </span>
          )}
          {testing.data && !testing.data.sent && (
            <span className="status word critical">
              <Shape name="triangle" className="mark critical" />
              {testing.data.problem}
            </span>
          )}
        </p>
        <Trouble error={testing.error} />
      </div>
      <button type="button" className="button" disabled={testing.isPending} onClick={() => testing.mutate(webhook.id)}>
        {t('outbox.hooks.test')}
      </button>
      <button type="button" className="button" onClick={onEdit}>
        {t('outbox.hooks.change')}
      </button>
    </li>
  );
}
