import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Writes typed documents against the server's schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { UUID: string; DateTime: string; Date: string; Decimal: number; Long: number };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
