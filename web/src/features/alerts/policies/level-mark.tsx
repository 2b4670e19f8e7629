import type { Target } from './policies';

const drawings = {
  /** Whoever is on shift. */
  ROLE_ON_SHIFT: <circle cx="18" cy="18" r="15" />,
  TEAM: <rect x="4" y="4" width="28" height="28" rx="6" />,
  PERSON: <path d="M18 2.500L34 18 18 33.500 2 18z" />,
  SERVICE: <path d="M10 4h16l8 14-8 14H10L2 18z" />,
  PLANT: <path d="M18 2l16 12v19H2V14z" />,
};

export const markKinds = ['ROLE_ON_SHIFT', 'TEAM', 'PERSON', 'SERVICE', 'PLANT'] as const;

/** A level's number in the silhouette of whom it calls first; nobody in reach is dashed. */
export function LevelMark({ kind, text, lost = false }: { kind: Target['kind']; text: string; lost?: boolean }) {
  return (
    <svg className={lost ? 'level-mark lost' : 'level-mark'} viewBox="0 0 36 36" aria-hidden="true">
      {drawings[kind]}
      <text x="18" y={kind === 'PLANT' ? 26 : 23.5} textAnchor="middle">
        {text}
      </text>
    </svg>
  );
}
