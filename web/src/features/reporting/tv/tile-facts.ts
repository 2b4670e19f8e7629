import type { BoardAlert, BoardLine, BoardPoint } from '../../../shared/live';
import type { TimeLeft } from '../../../shared/ui';
import { timeLeft } from '../../../shared/ui';

/** What a tile says beside its word, before it is put into words. */
export type TileFacts = {
  product?: { name: string; code: string };
  /** Where, when there is no product to name. */
  station?: string;
  time?: { left: TimeLeft } | { excess: number } | { onHand: number; unit: string };
  when?:
    | { runsOut: number }
    | { never: true }
    | { variance: true }
    | { onHand: number; of: number; bound: 'maximum' | 'minimum' }
    | { heard: number | undefined };
};

/** A line that an alert lifted speaks of the alert; every other one of its worst supply point. */
export function tileFacts(line: BoardLine, alerts: BoardAlert[], now: number): TileFacts {
  if (line.liftedBy) {
    const alert = alerts.find((each) => each.line?.id === line.line.id && each.kind === line.liftedBy);
    if (alert?.product) return { product: alert.product };
    return alert?.station ? { station: alert.station.name } : {};
  }
  const point = line.worstPoint;
  if (!point) return {};
  return { product: point.product, ...countdown(line, point, now) };
}

function countdown(line: BoardLine, point: BoardPoint, now: number): Omit<TileFacts, 'product'> {
  const runsOut = line.runsOutAt ? Date.parse(line.runsOutAt) : undefined;
  const bound = point.minimum ?? point.reorderPoint;
  const below = bound === null ? undefined : { onHand: point.onHand, of: bound, bound: 'minimum' as const };
  switch (line.status) {
    case 'STOCK_OUT':
      return point.variance ? { when: { variance: true } } : { when: below };
    case 'UNKNOWN':
      return { when: { heard: point.heardAt ? Date.parse(point.heardAt) : undefined } };
    case 'EXCESS':
      return point.maximum === null
        ? {}
        : {
            time: { excess: point.onHand - point.maximum },
            when: { onHand: point.onHand, of: point.maximum, bound: 'maximum' },
          };
    default:
      if (runsOut !== undefined) return { time: { left: timeLeft(runsOut, now) }, when: { runsOut } };
      if (line.status === 'OK') return { when: { never: true } };
      return { time: { onHand: point.onHand, unit: point.unit }, when: below };
  }
}
