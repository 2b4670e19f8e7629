import './actions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { dayOf, Icon } from '../../../shared/ui';
import { dayShort } from '../days';
import { ActionDialog } from './action-dialog';
import { ActionState } from './action-state';
import { myActionsQuery } from './actions';

/** My actions under a thumb: each opens whole, to be done, or its delay to be argued. Nothing stands here while nothing is asked. */
export function ActionCards({ timeZone }: { timeZone: string }) {
  const { t, language } = useText();
  const actions = useQuery(myActionsQuery).data ?? [];
  const [opened, setOpened] = useState<string>();
  const today = dayOf(useNow(), timeZone);
  const shown = actions.find(({ id }) => id === opened);
  if (actions.length === 0) return null;
  return (
    <section className="action-cards">
      <h2>
        {t('actions.page.mine')} <b className="count">{actions.length}</b>
      </h2>
      <ul>
        {actions.map((action) => (
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
      {shown && <ActionDialog action={shown} onLeave={() => setOpened(undefined)} />}
    </section>
  );
}
