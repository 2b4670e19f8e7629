import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import type { DysfunctionState } from './documents';

/** What waits for a decision has a colour, as has what is in a plan or solved; the rest is quiet. */
const looks = {
  REPORTED: ['info', 'info'],
  ANALYSED: ['circle', 'info'],
  PROPOSED: ['diamond', 'low'],
  DECIDED: ['circle', 'info'],
  IN_PLAN: ['square', 'excess'],
  CLOSED: ['circle', 'ok'],
  REJECTED: ['circle', 'info'],
} as const satisfies Record<DysfunctionState, readonly [string, string]>;

export function StateMark({ state }: { state: DysfunctionState }) {
  const { t } = useText();
  const [shape, tone] = looks[state];
  return (
    <span className="status">
      <Shape name={shape} className={`mark ${tone}`} />
      <span className={`word ${tone}`}>{t(`dysfunctions.state.${state}`)}</span>
    </span>
  );
}
