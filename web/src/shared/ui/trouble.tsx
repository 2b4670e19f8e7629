import { problemOf } from '../api';
import { useText } from '../text';
import { Shape } from './shapes';

/** What went wrong, as one sentence in the reader's language; nothing when nothing did. */
export function Trouble({ error, said }: { error: unknown; said?: string | undefined }) {
  const { t } = useText();
  if (!error) return null;
  const problem = problemOf(error);
  const sentence = said ?? (problem.kind === 'refused' ? problem.message : '');
  return (
    <p className="trouble" role="alert">
      <Shape name="triangle" className="mark critical" />
      <span>{sentence || t(`common.problem.${problem.kind}`)}</span>
    </p>
  );
}
