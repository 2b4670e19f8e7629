/** One refusal of an order: the sentence, and the field it is about where it is about one (`shifts[0].ends`). */
export type Refused = { code: string; message: string; field?: string | null };

/** Why an answer did not come, in the four ways a screen must tell apart. */
export type Problem =
  | { kind: 'offline' }
  | { kind: 'signedOut' }
  /** The server understood and said no; `message` is a sentence in the reader's language, `error` the whole typed error. */
  | { kind: 'refused'; code: string; message: string; error: Record<string, unknown>; all?: Refused[] }
  | { kind: 'broken'; status: number; message: string };

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super('message' in problem ? problem.message : problem.kind);
    this.name = 'ApiProblem';
  }
}

export const problemOf = (error: unknown): Problem =>
  error instanceof ApiProblem ? error.problem : { kind: 'broken', status: 0, message: String(error) };

/** The refusal's code (`CONFLICT`, `FORBIDDEN`…), else undefined. */
export const refusalCode = (error: unknown): string | undefined => {
  const problem = problemOf(error);
  return problem.kind === 'refused' ? problem.code : undefined;
};

/** Every sentence of a refused order, each with its field; none when it was not refused. */
export const refusals = (error: unknown): Refused[] => {
  const problem = problemOf(error);
  return problem.kind === 'refused' ? (problem.all ?? [{ code: problem.code, message: problem.message }]) : [];
};
