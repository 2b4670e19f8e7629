import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../shared/api';

const preferencesDocument = graphql(`
  query NoticePreferences { noticePreferences { mailOff quietFrom quietTo quietDays digestByMail version } }
`);
const saveDocument = graphql(
  `mutation SaveNoticePreferences($input: SaveNoticePreferencesInput!) { saveNoticePreferences(input: $input) { noticePreferences { version } errors { ... on Error { code message } } } }`,
);
const linkDocument = graphql(
  `mutation NewCalendarLink($input: NewCalendarLinkInput!) { newCalendarLink(input: $input) { url errors { ... on Error { code message } } } }`,
);

export type Preferences = ResultOf<typeof preferencesDocument>['noticePreferences'];
export type Group = Preferences['mailOff'][number];
export type Day = Preferences['quietDays'][number];

export const preferencesQuery = queryOptions({
  queryKey: ['notice-preferences'],
  queryFn: async () => (await ask(preferencesDocument)).noticePreferences,
});

export function useSavePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...wanted }: Preferences) =>
      command(saveDocument, { input: { ...wanted, expectedVersion: version, clientId: newClientId() } }),
    onSettled: () => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }),
  });
}

/** A new secret address; the one before stops answering. */
export const useNewCalendarLink = () =>
  useMutation({
    mutationFn: async () => (await command(linkDocument, { input: { clientId: newClientId() } })).url ?? '',
  });
