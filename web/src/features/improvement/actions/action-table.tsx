import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { dayShort, useToday } from '../days';
import { More } from '../more';
import { usePages } from '../pages';
import type { Plan } from '../plans/documents';
import { ActionDialog } from './action-dialog';
import { ActionState } from './action-state';
import { AddAction } from './add-action';
import type { Action } from './documents';

type Props = { actions: Action[]; plan: Plan; mayAdd: boolean; timeZone: string };

/** How many are in sight before one asks for the rest. */
const few = 12;

/** The actions of a plan, what waits longest first. */
export function ActionTable({ actions, plan, mayAdd, timeZone }: Props) {
  const { t } = useText();
  const [opened, setOpened] = useState<string>();
  const [adds, setAdds] = useState(false);
  const sorted = actions.toSorted((one, other) => rank(one) - rank(other) || one.dueOn.localeCompare(other.dueOn));
  const { shown, more } = usePages(sorted, few);
  const open = actions.find(({ id }) => id === opened);
  return (
    <section className="panel part actions" aria-labelledby="actions-title">
      <header>
        <h2 id="actions-title">
          {t('actions.page.actions')} {actions.length > 0 && <b className="count">{actions.length}</b>}
        </h2>
        {mayAdd && (
          <button type="button" className="button quiet" onClick={() => setAdds(true)}>
            <Icon name="plus" />
            {t('actions.page.add')}
          </button>
        )}
      </header>
      {actions.length === 0 ? (
        <p className="none">{t('actions.page.none')}</p>
      ) : (
        <ActionRows actions={shown} timeZone={timeZone} onOpen={setOpened} />
      )}
      <More shown={shown.length} whole={sorted.length} onMore={more} />
      {open && <ActionDialog action={open} onLeave={() => setOpened(undefined)} />}
      {adds && <AddAction plan={plan} onLeave={() => setAdds(false)} />}
    </section>
  );
}

const rank = ({ state, isDrift }: Action): number =>
  isDrift ? 0 : { TO_DO: 1, DOING: 1, DONE: 2, VERIFIED: 3, CANCELLED: 4 }[state];

type RowsProps = { actions: Action[]; timeZone: string; planNames?: boolean; onOpen: (id: string) => void };

export function ActionRows({ actions, timeZone, onOpen }: RowsProps) {
  const { t, language } = useText();
  const today = useToday(timeZone);
  const on = (day: string) => dayShort(day, language, today);
  return (
    <table className="action-rows">
      <thead>
        <tr>
          {['what', 'kind', 'owner', 'originalDue', 'due', 'state'].map((column) => (
            <th key={column}>{t(`actions.page.column.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id} className={action.state === 'CANCELLED' ? 'over' : undefined}>
            <td className="wrap what">
              <button type="button" className="pick" onClick={() => onOpen(action.id)}>
                {action.what}
              </button>
            </td>
            <td data-column={t('actions.page.column.kind')}>{t(`actions.kind.${action.kind}`)}</td>
            <td data-column={t('actions.page.column.owner')} className="wrap">
              {action.owner?.name ?? '–'}
            </td>
            <td data-column={t('actions.page.column.originalDue')} className="num">
              {on(action.originalDueOn)}
            </td>
            <td data-column={t('actions.page.column.due')} className="num">
              {action.slips > 0 ? (
                <>
                  <b>{on(action.dueOn)}</b>, {t('actions.page.slips', { count: action.slips })}
                </>
              ) : (
                on(action.dueOn)
              )}
            </td>
            <td>
              <ActionState action={action} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
