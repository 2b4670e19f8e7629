import './actions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../shared/text';
import { Icon } from '../../../shared/ui';
import { dayShort, useToday } from '../days';
import { More } from '../more';
import { usePages } from '../pages';
import { ActionDialog } from './action-dialog';
import { ActionState } from './action-state';
import { myActionsQuery } from './actions';

/** How many stand above what else the phone starts with. */
const few = 10;

/** My actions under a thumb: each opens whole, to be done, or its delay to be argued. Nothing stands here while nothing is asked. */
export function ActionCards({ timeZone }: { timeZone: string }) {
  const { t, language } = useText();
  const actions = useQuery(myActionsQuery).data ?? [];
  const [opened, setOpened] = useState<string>();
  const today = useToday(timeZone);
  const { shown, more } = usePages(actions, few);
  const open = actions.find(({ id }) => id === opened);
  if (actions.length === 0) return null;
  return (
    <section className="action-cards">
      <h2>
        {t('actions.page.mine')} <b className="count">{actions.length}</b>
      </h2>
      <ul>
        {shown.map((action) => (
          <li key={action.id}>
            <button type="button" onClick={() => setOpened(action.id)}>
              <span className="what">
                <small>
                  {t(`actions.kind.${action.kind}`)} <span className="num">{action.number}</span>
                </small>
                <small className="due">
                  {t('actions.page.dueNow', { day: dayShort(action.dueOn, language, today) })}
                </small>
              </span>
              <strong>{action.what}</strong>
              <ActionState action={action} today={today} />
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      <More shown={shown.length} whole={actions.length} onMore={more} />
      {open && <ActionDialog action={open} onLeave={() => setOpened(undefined)} />}
    </section>
  );
}
