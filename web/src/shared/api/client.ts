import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { jsonOf, postJson } from './http';
import { ApiProblem, type Refused } from './problem';

type GraphQLAnswer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/** Asks a typed question of `/graphql`; throws an `ApiProblem` for a top-level error or a lost network. */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [Variables?] : [Variables]
): Promise<Result> {
  const response = await postJson(
    '/graphql',
    { query: print(document as Parameters<typeof print>[0]), variables },
    'application/graphql-response+json, application/json;q=0.9',
  );
  if (response.status === 401) throw new ApiProblem({ kind: 'signedOut' });
  const answer = (await jsonOf(response)) as GraphQLAnswer | undefined;
  const error = answer?.errors?.[0];
  if (error?.extensions?.code === 'UNAUTHENTICATED') throw new ApiProblem({ kind: 'signedOut' });
  if (error?.extensions?.code)
    throw new ApiProblem({ kind: 'refused', code: error.extensions.code, message: error.message, error });
  if (error || !answer?.data)
    throw new ApiProblem({ kind: 'broken', status: response.status, message: error?.message ?? response.statusText });
  return answer.data as Result;
}

/** Runs a mutation of one field and returns its payload; a refusal in the payload's `errors` is thrown as `refused`. */
export async function command<Result extends Record<string, unknown>, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result[keyof Result]> {
  const data = await (ask as (document: unknown, variables: unknown) => Promise<Result>)(document, variables);
  const payload = Object.values(data)[0] as Result[keyof Result] & { errors?: Refused[] | null };
  const refusal = payload.errors?.[0];
  if (refusal) {
    const { code, message } = refusal;
    throw new ApiProblem({ kind: 'refused', code, message, error: refusal, all: payload.errors ?? [] });
  }
  return payload;
}

/**
 * A new id for one intention of the person: made once, sent again on each retry, so that it is done once.
 * (`crypto.randomUUID` exists on secure addresses alone, and a plant's own machine often has none.)
 */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
