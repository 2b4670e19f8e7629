import type { BoardAlert, BoardLine, BoardPoint, CoverReason } from '../../../shared/live';
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
    | { never: CoverReason }
    | { variance: true }
    | { onHand: number; of: number; bound: 'maximum' | 'minimum' }
    | { heard: number | undefined };
};

/** What the tile says of its worst point is old, since that feed fell silent. What an alert says is not. */
export const isSilent = (line: BoardLine): boolean => !line.liftedBy && line.worstPoint?.isSilent === true;

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
  if (isSilent(line)) return { when: { heard: point.heardAt ? Date.parse(point.heardAt) : undefined } };
  const runsOut = line.runsOutAt ? Date.parse(line.runsOutAt) : undefined;
  const bound = point.minimum ?? point.reorderPoint;
  const below = bound === null ? undefined : { onHand: point.onHand, of: bound, bound: 'minimum' as const };
  switch (line.status) {
    case 'STOCK_OUT':
      return point.variance ? { when: { variance: true } } : { when: below };
    case 'EXCESS':
      return point.maximum === null
        ? {}
        : {
            time: { excess: point.onHand - point.maximum },
            when: { onHand: point.onHand, of: point.maximum, bound: 'maximum' },
          };
    default:
      if (runsOut !== undefined) return { time: { left: timeLeft(runsOut, now) }, when: { runsOut } };
      if (line.status === 'OK') return { when: { never: point.coverReason ?? 'UNKNOWN' } };
      return { time: { onHand: point.onHand, unit: point.unit }, when: below };
  }
}
