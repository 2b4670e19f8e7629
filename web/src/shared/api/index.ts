export { ask, command, newClientId } from './client';
export { clock } from './clock';
export { type FragmentOf, graphql, type ResultOf, readFragment, type VariablesOf } from './graphql';
export { ApiProblem, type Problem, problemOf, refusalCode } from './problem';
export * from './session';
