export { keepPhoto } from './attachments';
export { ask, command, newClientId } from './client';
export { clock } from './clock';
export { graphql, type ResultOf, type VariablesOf } from './graphql';
export { ApiProblem, type Problem, problemOf, type Refused, refusalCode, refusals } from './problem';
export * from './session';
