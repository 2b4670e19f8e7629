import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import type { DysfunctionState } from './documents';

/** What waits for somebody is filled; what is over is quiet. */
const looks = {
  REPORTED: ['diamond', 'low'],
  ANALYSED: ['circle', 'info'],
  PROPOSED: ['triangle', 'critical'],
  DECIDED: ['diamond', 'low'],
  IN_PLAN: ['circle', 'excess'],
  CLOSED: ['circle', 'ok'],
  REJECTED: ['square', 'info'],
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
