import type { graphql } from '../api';

/** The board as the hub sends it: the server's `Core/Reporting/Board.cs`, names and enums spelt as in GraphQL. */
export type SupplyStatus = ReturnType<typeof graphql.scalar<'SupplyStatus'>>;
export type AlertState = ReturnType<typeof graphql.scalar<'AlertState'>>;
export type AlertKind = ReturnType<typeof graphql.scalar<'AlertKind'>>;
export type CoverReason = ReturnType<typeof graphql.scalar<'CoverReason'>>;
export type Severity = ReturnType<typeof graphql.scalar<'Severity'>>;

export type Named = { id: string; code: string; name: string };
export type PersonName = { id: string; name: string };

export type BoardPlant = {
  id: string;
  code: string;
  name: string;
  timeZone: string;
  language: 'FR' | 'EN';
};

/** Its hours in plant time, `13:00`, and the instant at which this one ends. */
export type BoardShift = { code: string; name: string; starts: string; ends: string; endsAt: string };

export type BoardPoint = {
  id: string;
  product: Named;
  /** Null for the stores. */
  station: Named | null;
  onHand: number;
  unit: string;
  minimum: number | null;
  reorderPoint: number | null;
  maximum: number | null;
  status: SupplyStatus;
  runsOutAt: string | null;
  /** Why there is no instant of running out. */
  coverReason: CoverReason | null;
  heardAt: string | null;
  /** Its feed has been silent for too long: everything is only as new as `heardAt`, whatever the status. */
  isSilent: boolean;
  /** The balance is below zero; `onHand` is then 0. */
  variance: boolean;
};

export type BoardLine = {
  line: Named;
  status: SupplyStatus;
  /** The kind of the alert that gives the status, when no supply point does. */
  liftedBy: AlertKind | null;
  coverMinutes: number | null;
  runsOutAt: string | null;
  worstPoint: BoardPoint | null;
  /** Shelved ones included. */
  openAlertCount: number;
  untakenAlertCount: number;
  shelvedAlertCount: number;
  oldestOpenAlertAt: string | null;
  stoppedSince: string | null;
};

export type BoardAssignment = {
  assignee: PersonName;
  by: PersonName | null;
  at: string;
  confirmed: boolean;
  expiresAt: string | null;
};

export type BoardAlert = {
  id: string;
  number: string;
  kind: AlertKind;
  severity: Severity;
  state: AlertState;
  version: number;
  line: Named | null;
  station: Named | null;
  place: Named | null;
  area: Named | null;
  product: Named | null;
  supplierOrder: string | null;
  owner: PersonName | null;
  raisedBy: PersonName | null;
  assignment: BoardAssignment | null;
  raisedAt: string;
  recordedAt: string;
  acknowledgedAt: string | null;
  startedAt: string | null;
  expectedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  occurrenceCount: number;
  lastSeenAt: string;
  conditionHolds: boolean;
  conditionClearedAt: string | null;
  lineStoppedAt: string | null;
  onHand: number | null;
  unit: string | null;
  runsOutAt: string | null;
  description: string | null;
  causeCode: string | null;
  resolution: string | null;
  shelvedUntil: string | null;
  shelvedBy: PersonName | null;
  /** Nobody who should come can be reached: whoever hears it comes. */
  soundsEverywhere: boolean;
};

/** Open includes shelved; untaken is raised, not shelved, and more than an information. */
export type BoardCounters = { open: number; untaken: number; shelved: number; linesStopped: number };

export type Board = {
  at: string;
  sequence: number;
  build: string;
  plant: BoardPlant;
  lines: BoardLine[];
  openAlerts: BoardAlert[];
  counters: BoardCounters;
  /** The one that runs; null between shifts and around the clock. */
  shift: BoardShift | null;
};

export type BoardScope = { plantId: string; areaId?: string; lineIds?: string[] };

export type BoardDelta = {
  sequence: number;
  previousSequence: number;
  at: string;
  lines: BoardLine[];
  alerts: BoardAlert[];
  closedAlertIds: string[];
  counters: BoardCounters;
};

/** The board after a delta; the same board for one it already holds; undefined when something between is missing. */
export function applied(board: Board, delta: BoardDelta): Board | undefined {
  if (delta.sequence <= board.sequence) return board;
  if (delta.previousSequence !== board.sequence) return undefined;
  const gone = new Set(delta.closedAlertIds);
  return {
    ...board,
    at: delta.at,
    sequence: delta.sequence,
    lines: replaced(board.lines, delta.lines, (line) => line.line.id),
    openAlerts: replaced(board.openAlerts, delta.alerts, (alert) => alert.id).filter((alert) => !gone.has(alert.id)),
    counters: delta.counters,
  };
}

/** Everything keeps its place; what is new comes last. */
function replaced<T>(before: T[], changed: T[], idOf: (item: T) => string): T[] {
  const byId = new Map(changed.map((item) => [idOf(item), item]));
  const kept = before.map((item) => byId.get(idOf(item)) ?? item);
  const known = new Set(before.map(idOf));
  return [...kept, ...changed.filter((item) => !known.has(idOf(item)))];
}
