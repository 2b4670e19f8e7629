import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask, graphql, type ResultOf } from '../../shared/api';

const noticeFields = graphql(`
  fragment NoticeFields on Notice @_unmask {
    id
    kind
    isUrgent
    title
    text
    lines
    link
    createdAt
    readAt
    alert { id number }
  }
`);

export type Notice = ResultOf<typeof noticeFields>;

const unreadDocument = graphql(
  `query Unread { unreadNotices notices(unreadOnly: true, first: 20) { nodes { ...NoticeFields } } }`,
  [noticeFields],
);

const listDocument = graphql(
  `
  query Notices($unreadOnly: Boolean!, $after: String) {
    notices(unreadOnly: $unreadOnly, first: 50, after: $after) {
      nodes { ...NoticeFields }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [noticeFields],
);

export const readDocument = graphql(
  `mutation ReadNotices($input: ReadNoticesInput!) { readNotices(input: $input) { unread errors { ... on Error { code message } } } }`,
);

export type Unread = { count: number; newest: Notice[] };

/** What was not read yet: how many, and the newest of them. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async (): Promise<Unread> => {
    const { unreadNotices, notices } = await ask(unreadDocument);
    return { count: unreadNotices, newest: notices.nodes ?? [] };
  },
});

/** What the person was told, newest first, page by page. */
export const noticesQuery = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', unreadOnly],
    queryFn: async ({ pageParam }) => (await ask(listDocument, { unreadOnly, after: pageParam })).notices,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });
