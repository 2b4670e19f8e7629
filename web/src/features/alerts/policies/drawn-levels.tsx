import type { ReactNode } from 'react';
import { apart, axisFor, spaced } from './axis';
import { LevelMark } from './level-mark';
import type { Target } from './policies';

export type Drawn = {
  key: string;
  /** Minutes since the list began. */
  minutes: number;
  /** The level's number. */
  mark: string;
  kind: Target['kind'];
  /** Nobody could be reached. */
  lost?: boolean;
  when: ReactNode;
  who: ReactNode;
  by: ReactNode;
};

/** More columns than this are too narrow to read: then the axis has marks alone, and the list that stands below says the rest. */
const mostColumns = 6;
const share = (part: number) => `${(part * 100).toFixed(3)}%`;

/**
 * Levels on an axis of minutes: a mark each where it falls, and above it who is called and how. Columns that would lie on one another
 * step aside and a line leads to their place. On a narrow screen the columns stand one below the other.
 */
export function DrawnLevels({
  levels,
  label,
  at,
}: {
  levels: Drawn[];
  label: string;
  at: (minutes: number) => string;
}) {
  const { end, marks } = axisFor(Math.max(0, ...levels.map(({ minutes }) => minutes)));
  const places = levels.map(({ minutes }) => minutes / end);
  const many = levels.length > mostColumns;
  const width = 1 / Math.max(levels.length, 4);
  const columns = apart(places, width);
  const numbered = spaced(places, 0.03);
  return (
    <figure className={many ? 'drawn many' : 'drawn'} aria-label={label}>
      {!many && (
        <ol className="columns">
          {levels.map((level, index) => (
            <li
              key={level.key}
              className={level.lost ? 'lost' : ''}
              style={{ left: share((columns[index] ?? 0) - width / 2), width: share(width) }}
            >
              <LevelMark kind={level.kind} text={level.mark} lost={level.lost ?? false} />
              <b className="num">{level.when}</b>
              <span className="who">{level.who}</span>
              <small>{level.by}</small>
            </li>
          ))}
        </ol>
      )}
      <div className="axis" aria-hidden="true">
        {!many && (
          <svg className="leads" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true">
            {levels.map(({ key }, index) => (
              <path key={key} d={`M${(columns[index] ?? 0) * 1000} 0V6L${(places[index] ?? 0) * 1000} 24V30`} />
            ))}
          </svg>
        )}
        <div className="line">
          {levels.map((level, index) => (
            <i key={level.key} className={level.lost ? 'dot lost' : 'dot'} style={{ left: share(places[index] ?? 0) }}>
              {many && numbered.has(index) && <b>{level.mark}</b>}
            </i>
          ))}
        </div>
        <div className="marks">
          {marks.map((minutes) => (
            <span key={minutes} style={{ left: share(minutes / end) }}>
              {at(minutes)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
