import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, command, graphql, newClientId, type ResultOf } from '../../shared/api';

const webhooksDocument = graphql(`
  query Webhooks($plantId: UUID!) { webhooks(plantIds: [$plantId]) { id name url kinds minSeverity isActive version } }
`);
const saveDocument = graphql(
  `mutation SaveWebhook($input: SaveWebhookInput!) { saveWebhook(input: $input) { secret webhook { id } errors { ... on Error { code message } ... on InvalidError { field } } } }`,
);
const removeDocument = graphql(
  `mutation RemoveWebhook($input: RemoveWebhookInput!) { removeWebhook(input: $input) { webhookId errors { ... on Error { code message } } } }`,
);
const testDocument = graphql(
  `mutation TestWebhook($input: TestWebhookInput!) { testWebhook(input: $input) { sent problem errors { ... on Error { code message } } } }`,
);

export type Webhook = ResultOf<typeof webhooksDocument>['webhooks'][number];

export const webhooksQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['webhooks', plantId],
    queryFn: async () => (await ask(webhooksDocument, { plantId })).webhooks,
  });

const useAfter = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['webhooks'] });
};

export type Wanted = Pick<Webhook, 'name' | 'url' | 'kinds' | 'minSeverity' | 'isActive'> & { newSecret?: boolean };

/** Answers the secret where it is new: it is told this once. */
export function useSaveWebhook(plantId: string, webhook: Webhook | undefined) {
  const after = useAfter();
  return useMutation({
    mutationFn: async (wanted: Wanted) =>
      (
        await command(saveDocument, {
          input: {
            plantId,
            ...wanted,
            ...(webhook && { webhookId: webhook.id, expectedVersion: webhook.version }),
            clientId: newClientId(),
          },
        })
      ).secret,
    onSettled: after,
  });
}

export function useRemoveWebhook() {
  const after = useAfter();
  return useMutation({
    mutationFn: ({ id, version }: Webhook) =>
      command(removeDocument, { input: { webhookId: id, expectedVersion: version, clientId: newClientId() } }),
    onSettled: after,
  });
}

export const useTestWebhook = () =>
  useMutation({ mutationFn: (webhookId: string) => command(testDocument, { input: { webhookId } }) });
