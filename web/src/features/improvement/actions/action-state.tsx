import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import { daysBetween } from '../days';
import type { Action } from './documents';

/** How an action stands: its drift before all, then a delay that waits for its answer, then its state. */
export function ActionState({ action, today }: { action: Action; today: string }) {
  const { t } = useText();
  if (action.isDrift)
    return (
      <span className="status">
        <Shape name="diamond" className="mark low" />
        <span className="word low">{t('actions.page.drift', { count: daysBetween(action.dueOn, today) })}</span>
      </span>
    );
  if (action.delayAsked) return <span className="state-word">{t('actions.delayState.ASKED')}</span>;
  if (action.state === 'VERIFIED')
    return (
      <span className="status">
        <Shape name="circle" className="mark ok" />
        <span className="word ok">{t('actions.state.VERIFIED')}</span>
      </span>
    );
  const isOpen = action.state === 'TO_DO' || action.state === 'DOING';
  if (isOpen && action.dueOn === today) return <b className="state-word">{t('actions.page.dueToday')}</b>;
  return <span className="state-word">{t(`actions.state.${action.state}`)}</span>;
}
