import { queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf } from '../../shared/api';

/** What every list of alerts shows of one. */
export const alertCard = graphql(`
  fragment AlertCard on Alert @_unmask {
    id
    number
    kind
    severity
    state
    version
    line { id code name }
    station { id code name }
    place { id code name }
    product { id code name }
    supplierOrder
    owner { id name }
    raisedBy { id name }
    raisedAt
    recordedAt
    acknowledgedAt
    startedAt
    resolvedAt
    occurrenceCount
    conditionHolds
    conditionClearedAt
    assignment { assignee { id name } confirmed expiresAt }
    causeCode
    lineStoppedAt
    onHand
    unit
    runsOutAt
    shelvedUntil
    shelvedBy { id name }
    shelfReason
    formerOwner { id name }
    isChattering
    soundsEverywhere
  }
`);

export const alertDocument = graphql(
  `
  query Alert($id: UUID!) {
    alert(id: $id) {
      ...AlertCard
      area { id code name }
      description
      expectedAt
      closedAt
      resolution
      ownedUntil
      escalation {
        round
        track
        level
        nextAt
        nextPeople { id name }
        calls { round track loop level firedAt people { id name } channels reached }
      }
      timeline { id kind by { id name } occurredAt recordedAt comment attachments { id name mediaType url } text }
      commands { command allowed reason }
    }
  }
`,
  [alertCard],
);

export const myWorkDocument = graphql(`query MyWork { myWork { alerts { ...AlertCard } } }`, [alertCard]);

export const causesDocument = graphql(`query Causes { causes { code name } }`);

export const peopleDocument = graphql(`
  query People($plantIds: [UUID!], $areaIds: [UUID!]) {
    people(plantIds: $plantIds, areaIds: $areaIds, roles: [PILOT, AGENT, TEAM_LEADER, SUPPORT]) { id name }
  }
`);

export type AlertCard = ResultOf<typeof alertCard>;
export type AlertDetail = NonNullable<ResultOf<typeof alertDocument>['alert']>;
export type CommandName = AlertDetail['commands'][number]['command'];

/** One alert with its timeline and what the reader may do now. */
export const alertQuery = (id: string) =>
  queryOptions({ queryKey: ['alert', id], queryFn: async () => (await ask(alertDocument, { id })).alert });
