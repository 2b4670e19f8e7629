import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { addDays, Field, FormDialog, Select, Shape } from '../../../shared/ui';
import { ActionDialog } from '../actions/action-dialog';
import { ActionState } from '../actions/action-state';
import { useUpdate } from '../actions/actions';
import { ArgueDelay } from '../actions/delay-forms';
import type { Action } from '../actions/documents';
import { FinishForm } from '../actions/finish-form';
import { dayShort, useToday } from '../days';
import { peopleQuery } from '../dysfunctions/dysfunctions';
import { stepIn, useKeys } from './keys';
import type { TopicProps } from './meeting-view';

const ahead = 7;

const orders = [
  { key: 'f', command: 'FINISH', name: 'actions.page.order.FINISH' },
  { key: 'r', command: 'ARGUE_DELAY', name: 'actions.page.order.ARGUE_DELAY' },
  { key: 'p', command: 'CHANGE', name: 'meetings.reassign' },
] as const;
type Order = (typeof orders)[number]['command'] | 'OPEN';

/** What is late first, then what is due within a week, then what waits to be seen done. */
const rank = ({ isDrift, isOverdue, state }: Action) => (isDrift ? 0 : isOverdue ? 1 : state === 'DONE' ? 3 : 2);

export function ActionsTopic({ plan, timeZone }: TopicProps) {
  const { t, language } = useText();
  const today = useToday(timeZone);
  const [chosenId, setChosen] = useState<string>();
  const [order, setOrder] = useState<Order>();
  const open = plan.actions.filter(({ state }) => state === 'TO_DO' || state === 'DOING' || state === 'DONE');
  const due = open
    .filter(({ dueOn, state }) => state === 'DONE' || dueOn <= addDays(today, ahead))
    .toSorted((one, other) => rank(one) - rank(other) || one.dueOn.localeCompare(other.dueOn));
  const at = Math.max(
    0,
    due.findIndex(({ id }) => id === chosenId),
  );
  const chosen = due[at];
  const may = (action: Action, name: string) => action.commands.some((each) => each.command === name && each.allowed);
  const leave = () => setOrder(undefined);
  useKeys((key) => {
    const asked = orders.find((each) => each.key === key);
    if (asked && chosen && may(chosen, asked.command)) setOrder(asked.command);
    else if (key === 'Enter' && chosen && document.activeElement?.tagName !== 'BUTTON') setOrder('OPEN');
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = due[stepIn(key, at, due.length)];
      setChosen(next?.id);
      document.getElementById(`turn-${next?.id}`)?.scrollIntoView({ block: 'nearest' });
    } else return false;
    return true;
  });
  return (
    <div className="actions-topic">
      {due.length === 0 && (
        <p className="nothing">
          <Shape name="circle" className="mark ok" />
          {t('meetings.nothingDue', { count: ahead })}
        </p>
      )}
      <ul className="turns">
        {due.map((action) => {
          const isChosen = action === chosen;
          return (
            <li key={action.id} id={`turn-${action.id}`} className={isChosen ? 'panel chosen' : 'panel'}>
              <button
                type="button"
                className="turn"
                aria-current={isChosen ? 'true' : undefined}
                onClick={() => (isChosen ? setOrder('OPEN') : setChosen(action.id))}
              >
                <strong>{action.what}</strong>
                <span>{action.owner?.name ?? '–'}</span>
                <span className="num">
                  {dayShort(action.dueOn, language, today)}
                  {action.slips > 0 && <small> {t('actions.page.slips', { count: action.slips })}</small>}
                </span>
                <ActionState action={action} today={today} />
              </button>
              {isChosen && (
                <div className="row">
                  {orders
                    .filter(({ command }) => may(action, command))
                    .map(({ key, command, name }) => (
                      <button key={key} type="button" className="button" onClick={() => setOrder(command)}>
                        {t(name)} <kbd className="kbd">{key.toUpperCase()}</kbd>
                      </button>
                    ))}
                  <button type="button" className="button quiet" onClick={() => setOrder('OPEN')}>
                    {t('meetings.openAction')}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {open.length > due.length && <p className="muted">{t('meetings.later', { count: open.length - due.length })}</p>}
      {chosen && order === 'FINISH' && <FinishForm action={chosen} onLeave={leave} />}
      {chosen && order === 'ARGUE_DELAY' && <ArgueDelay action={chosen} onLeave={leave} />}
      {chosen && order === 'CHANGE' && <Reassign action={chosen} onLeave={leave} />}
      {chosen && order === 'OPEN' && <ActionDialog action={chosen} onLeave={leave} />}
    </div>
  );
}

function Reassign({ action, onLeave }: { action: Action; onLeave: () => void }) {
  const { t } = useText();
  const updating = useUpdate();
  const people = useQuery(peopleQuery(action.plantId)).data ?? [];
  const [ownerId, setOwner] = useState(action.owner?.id ?? '');
  return (
    <FormDialog
      title={t('meetings.reassign')}
      submit={t('meetings.reassign')}
      error={updating.error}
      busy={updating.isPending}
      onSend={() =>
        updating.mutate({ actionId: action.id, expectedVersion: action.version, ownerId }, { onSuccess: onLeave })
      }
      onLeave={onLeave}
    >
      <p className="muted">{action.what}</p>
      <Field name="ownerId" label={t('actions.page.column.owner')}>
        {(control) => (
          <Select
            {...control}
            required
            value={ownerId}
            empty={t('common.choose')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOwner}
          />
        )}
      </Field>
    </FormDialog>
  );
}
