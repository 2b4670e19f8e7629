import { graphql, type ResultOf } from '../api';

/** The board's shape, from the schema: the hub sends the same fields under the same names. */
const boardDocument = graphql(`
  query Board($plantId: UUID!, $areaId: UUID, $lineIds: [UUID!]) {
    board(plantId: $plantId, areaId: $areaId, lineIds: $lineIds) {
      at
      sequence
      build
      plant { id code name timeZone language shifts { code name starts ends } }
      lines {
        line { id code name }
        status
        liftedBy
        coverMinutes
        runsOutAt
        worstPoint {
          id
          product { id code name }
          station { id code name }
          onHand
          unit
          reorderPoint
          minimum
          maximum
          status
          runsOutAt
          heardAt
          variance
        }
        openAlertCount
        untakenAlertCount
        shelvedAlertCount
        oldestOpenAlertAt
        stoppedSince
      }
      openAlerts {
        id
        number
        kind
        severity
        state
        version
        line { id code name }
        station { id code name }
        place { id code name }
        area { id code name }
        product { id code name }
        supplierOrder
        owner { id name }
        raisedBy { id name }
        raisedAt
        recordedAt
        acknowledgedAt
        startedAt
        expectedAt
        occurrenceCount
        lastSeenAt
        conditionHolds
        conditionClearedAt
        description
        assignment { assignee { id name } at confirmed }
        lineStoppedAt
        onHand
        unit
        runsOutAt
      }
      counters { open untaken shelved linesStopped }
    }
  }
`);

export type Board = ResultOf<typeof boardDocument>['board'];
export type BoardLine = Board['lines'][number];
export type BoardPoint = NonNullable<BoardLine['worstPoint']>;
export type BoardAlert = Board['openAlerts'][number];
export type BoardCounters = Board['counters'];
export type SupplyStatus = BoardLine['status'];
export type AlertKind = BoardAlert['kind'];
export type AlertState = BoardAlert['state'];
export type Severity = BoardAlert['severity'];

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
