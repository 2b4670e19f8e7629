import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../../shared/api';

const evidenceDocument = graphql(`
  query Evidence($personId: UUID, $from: Date, $to: Date) {
    evidence(personId: $personId, from: $from, to: $to) {
      person { id name }
      from
      to
      isOwn
      sharedWith { id with { id name } since until }
      blocks { code name competences { id name shown empty toObserve criteria { id name state count } } }
    }
  }
`);
const recordsDocument = graphql(`
  query EvidenceRecords($personId: UUID, $from: Date, $to: Date, $ids: [String!], $first: Int!) {
    evidence(personId: $personId, from: $from, to: $to) {
      blocks { competences { criteria(ids: $ids) { id records(first: $first) { at kind role text link subject { id } } } } }
    }
  }
`);
const sharedDocument = graphql(`query EvidenceSharedWithMe { evidenceSharedWithMe { id person { id name } until } }`);
const colleaguesDocument = graphql(`query Colleagues($plantId: UUID!) { people(plantIds: [$plantId]) { id name } }`);
const shareDocument = graphql(
  `mutation ShareEvidence($input: ShareEvidenceInput!) { shareEvidence(input: $input) { evidenceShare { id } errors { ... on Error { code message } ... on InvalidError { field } } } }`,
);
const endDocument = graphql(
  `mutation EndEvidenceShare($input: EndEvidenceShareInput!) { endEvidenceShare(input: $input) { evidenceShare { id } errors { ... on Error { code message } } } }`,
);

export type Evidence = ResultOf<typeof evidenceDocument>['evidence'];
export type Competence = Evidence['blocks'][number]['competences'][number];
export type Criterion = Competence['criteria'][number];
/** Whose evidence (null: one's own) and which days, `yyyy-mm-dd`, both included. */
export type Asked = { personId: string | null; from: string | null; to: string | null };

export const evidenceQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['evidence', asked],
    queryFn: async () => (await ask(evidenceDocument, asked)).evidence,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const recordsQuery = (asked: Asked, criterion: string, first: number) =>
  queryOptions({
    queryKey: ['evidence', asked, criterion, first],
    queryFn: async () =>
      (await ask(recordsDocument, { ...asked, ids: [criterion], first })).evidence.blocks
        .flatMap(({ competences }) => competences)
        .flatMap(({ criteria }) => criteria)
        .flatMap(({ records }) => records),
    placeholderData: keepPreviousData,
  });

export const sharedWithMeQuery = queryOptions({
  queryKey: ['evidence-shared'],
  queryFn: async () => (await ask(sharedDocument, {})).evidenceSharedWithMe,
});

export const colleaguesQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['colleagues', plantId],
    queryFn: async () => (await ask(colleaguesDocument, { plantId })).people,
    staleTime: 60_000,
  });

export function useShare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (share: { withId: string; until: string | null }) =>
      command(shareDocument, { input: { ...share, clientId: newClientId() } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['evidence'] }),
  });
}

export function useEndShare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shareId: string) => command(endDocument, { input: { shareId, clientId: newClientId() } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['evidence'] }),
  });
}
