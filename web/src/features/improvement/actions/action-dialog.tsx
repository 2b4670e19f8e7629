import './actions.css';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Check, Field, FormDialog, Photos, Trouble } from '../../../shared/ui';
import { dayName } from '../dysfunctions/words';
import { useCancel, useRemoveContainment, useUpdate, useVerify } from './actions';
import { AnswerDelay, ArgueDelay } from './delay-forms';
import type { Action, ActionCommand } from './documents';
import { FinishForm } from './finish-form';

type Props = { action: Action; onLeave: () => void };
type Order = 'FINISH' | 'VERIFY' | 'CANCEL' | 'RETURN' | 'ARGUE_DELAY' | 'ACCEPT_DELAY' | 'REFUSE_DELAY';

/** An action whole, and what the reader may do with it now. */
export function ActionDialog({ action, onLeave }: Props) {
  const { t } = useText();
  const [order, setOrder] = useState<Order>();
  if (order) return <OrderForm order={order} action={action} onLeave={() => setOrder(undefined)} />;
  return (
    <FormDialog wide title={action.what} submit={t('common.close')} onSend={onLeave} onLeave={onLeave}>
      <ActionFacts action={action} />
      <OrderButtons action={action} onOrder={setOrder} />
    </FormDialog>
  );
}

/** The same as a page of its own: what a message leads to. */
export function ActionSheet({ action }: { action: Action }) {
  const [order, setOrder] = useState<Order>();
  return (
    <div className="action-sheet">
      <ActionFacts action={action} />
      <OrderButtons action={action} onOrder={setOrder} />
      {order && <OrderForm order={order} action={action} onLeave={() => setOrder(undefined)} />}
    </div>
  );
}

function OrderForm({ order, action, onLeave }: Props & { order: Order }) {
  switch (order) {
    case 'FINISH':
      return <FinishForm action={action} onLeave={onLeave} />;
    case 'ARGUE_DELAY':
      return <ArgueDelay action={action} onLeave={onLeave} />;
    case 'ACCEPT_DELAY':
    case 'REFUSE_DELAY':
      return <AnswerDelay action={action} accepted={order === 'ACCEPT_DELAY'} onLeave={onLeave} />;
    case 'VERIFY':
      return <VerifyForm action={action} onLeave={onLeave} />;
    default:
      return <ReasonForm action={action} cancel={order === 'CANCEL'} onLeave={onLeave} />;
  }
}

function OrderButtons({ action, onOrder }: { action: Action; onOrder: (order: Order) => void }) {
  const { t } = useText();
  const updating = useUpdate();
  const removing = useRemoveContainment();
  const on = { actionId: action.id, expectedVersion: action.version };
  const may = (name: ActionCommand) => action.commands.find(({ command }) => command === name)?.allowed ?? false;
  const asks = (
    ['FINISH', 'VERIFY', 'ARGUE_DELAY', 'ACCEPT_DELAY', 'REFUSE_DELAY', 'RETURN', 'CANCEL'] as const
  ).filter(may);
  return (
    <>
      <Trouble error={updating.error ?? removing.error} />
      <div className="tools orders">
        {may('START') && (
          <button
            type="button"
            className="button"
            disabled={updating.isPending}
            onClick={() => updating.mutate({ ...on, state: 'DOING' })}
          >
            {t('actions.page.order.START')}
          </button>
        )}
        {asks.map((each) => (
          <button key={each} type="button" className="button" onClick={() => onOrder(each)}>
            {t(`actions.page.order.${each}`)}
          </button>
        ))}
        {may('REMOVE_CONTAINMENT') && (
          <button type="button" className="button" disabled={removing.isPending} onClick={() => removing.mutate(on)}>
            {t('actions.page.order.REMOVE_CONTAINMENT')}
          </button>
        )}
      </div>
    </>
  );
}

/** What is known of an action. */
export function ActionFacts({ action }: { action: Action }) {
  const { t, language } = useText();
  const day = (value: string) => dayName(value, language);
  const facts: [string, string | null | undefined][] = [
    ['number', action.number],
    ['kind', t(`actions.kind.${action.kind}`)],
    ['owner', action.owner?.name],
    ['originalDue', day(action.originalDueOn)],
    [
      'due',
      action.dueOn === action.originalDueOn
        ? null
        : `${day(action.dueOn)}, ${t('actions.page.slips', { count: action.slips })}`,
    ],
    ['state', t(`actions.state.${action.state}`)],
    ['why', action.why],
    ['effect', action.effect],
    ['removalCondition', action.removalCondition],
    ['proof', action.proof.text],
    ['reason', action.reason],
  ];
  return (
    <>
      <dl className="about">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`actions.page.column.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {action.proof.link && (
        <a className="link" href={action.proof.link} target="_blank" rel="noreferrer">
          {action.proof.link}
        </a>
      )}
      <Photos files={action.proof.attachments} />
      {action.delays.length > 0 && (
        <ol className="steps">
          {action.delays.map((delay) => (
            <li key={delay.id}>
              <b>
                {t(`actions.delayState.${delay.state}`)} : {day(delay.dueOn)} → {day(delay.newDueOn)}
              </b>
              <span>
                {t('actions.page.cause')} {delay.cause}
              </span>
              <span>
                {t('actions.page.impact')} {delay.impact}
              </span>
              <span>
                {t('actions.page.measures')} {delay.measures}
              </span>
              <small>
                {delay.askedBy?.name}
                {delay.answeredBy && ` → ${delay.answeredBy.name}`} {delay.answer}
              </small>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function VerifyForm({ action, onLeave }: Props) {
  const { t } = useText();
  const verifying = useVerify();
  const [isEffective, setEffective] = useState(true);
  const [effect, setEffect] = useState(action.effect ?? '');
  return (
    <FormDialog
      title={t('actions.page.order.VERIFY')}
      submit={t('actions.page.order.VERIFY')}
      error={verifying.error}
      busy={verifying.isPending}
      onSend={() =>
        verifying.mutate(
          { actionId: action.id, expectedVersion: action.version, isEffective, effect: effect || null },
          { onSuccess: onLeave },
        )
      }
      onLeave={onLeave}
    >
      <ActionFacts action={action} />
      <Check label={t('actions.page.isEffective')} checked={isEffective} onChange={setEffective} />
      <Field name="effect" label={t('actions.page.column.effect')}>
        {(control) => (
          <textarea {...control} rows={3} value={effect} onChange={(event) => setEffect(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}

function ReasonForm({ action, cancel, onLeave }: Props & { cancel: boolean }) {
  const { t } = useText();
  const cancelling = useCancel();
  const returning = useUpdate();
  const [reason, setReason] = useState('');
  const on = { actionId: action.id, expectedVersion: action.version, reason };
  const title = t(`actions.page.order.${cancel ? 'CANCEL' : 'RETURN'}`);
  return (
    <FormDialog
      title={title}
      submit={title}
      error={cancelling.error ?? returning.error}
      busy={cancelling.isPending || returning.isPending}
      onSend={() =>
        cancel
          ? cancelling.mutate(on, { onSuccess: onLeave })
          : returning.mutate({ ...on, state: 'DOING' }, { onSuccess: onLeave })
      }
      onLeave={onLeave}
    >
      <Field name="reason" label={t('actions.page.column.reason')}>
        {(control) => (
          <textarea {...control} required rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
