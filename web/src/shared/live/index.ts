export type {
  AlertKind,
  AlertState,
  Board,
  BoardAlert,
  BoardCounters,
  BoardDelta,
  BoardLine,
  BoardPlant,
  BoardPoint,
  BoardScope,
  BoardShift,
  CoverReason,
  Named,
  Severity,
  SupplyStatus,
} from './board';
export type { LiveState } from './connection';
export { type Freshness, freshnessAfter } from './freshness';
export { LiveProvider, useBoardChanges, useFreshness, useLive, useNow, useOnClock, usePersonalMessages } from './live';
