import { useNow } from '../../../shared/live';
import { useText } from '../../../shared/text';
import { Shape } from '../../../shared/ui';
import type { Draft } from './draft';

/** `03:07` */
const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

/** How long they meet, against the minutes they gave themselves. */
export function Clock({ draft: { startedAt, planned } }: { draft: Draft }) {
  const { t } = useText();
  const now = useNow();
  const elapsed = startedAt ? Math.max(0, now - startedAt) : 0;
  const over = elapsed - planned * 60_000;
  return (
    <p className={over > 0 ? 'meeting-clock over' : 'meeting-clock'} role="timer">
      {over > 0 && <Shape name="diamond" className="mark low" />}
      <b className="num">{clockText(elapsed)}</b>
      <span>
        {over > 0
          ? t('meetings.over', { count: Math.max(1, Math.floor(over / 60_000)) })
          : t('meetings.of', { count: planned })}
      </span>
      <i aria-hidden="true" style={{ width: `${Math.min(100, (100 * elapsed) / (planned * 60_000))}%` }} />
    </p>
  );
}
