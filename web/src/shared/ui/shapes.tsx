import { useId } from 'react';

/** Silhouettes in `currentColor`; the sign inside is cut out of them in `--cut`. `info` is severity's alone. */
export type ShapeName = 'octagon' | 'triangle' | 'diamond' | 'square' | 'circle' | 'unknown' | 'info';

type Props = { name: ShapeName; className?: string; label?: string };

export function Shape({ name, className = 'shape', label }: Props) {
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or silent beside its word
    <svg className={className} viewBox="0 0 72 72" {...naming}>
      {name === 'unknown' ? <Unknown /> : drawings[name]}
    </svg>
  );
}

const cut = {
  fill: 'none',
  stroke: 'var(--cut)',
  strokeWidth: 9,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const drawings: Record<Exclude<ShapeName, 'unknown'>, React.ReactNode> = {
  octagon: (
    <>
      <path fill="currentColor" d="M21.5 1h29L71 21.5v29L50.5 71h-29L1 50.5v-29z" />
      <path {...cut} d="M24 24l24 24M48 24L24 48" />
    </>
  ),
  triangle: (
    <>
      <path fill="currentColor" stroke="currentColor" strokeWidth="6" strokeLinejoin="round" d="M36 6.5L69 65H3z" />
      <path {...cut} d="M36 27v16M36 56.2v.1" />
    </>
  ),
  diamond: (
    <>
      <path
        fill="currentColor"
        stroke="var(--edge, currentColor)"
        strokeWidth="4"
        strokeLinejoin="round"
        d="M36 3l33 33-33 33L3 36z"
      />
      <path {...cut} d="M36 21v29M24.5 39L36 50.5 47.5 39" />
    </>
  ),
  square: (
    <>
      <rect x="3" y="3" width="66" height="66" rx="5" fill="currentColor" />
      <path {...cut} d="M36 54V19M22 32.5L36 18.5 50 32.5" />
    </>
  ),
  circle: (
    <g fill="none" stroke="currentColor" strokeWidth="8" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="36" cy="36" r="31" />
      <path d="M23 37l9.5 9.5L50 28" />
    </g>
  ),
  info: (
    <>
      <circle cx="36" cy="36" r="34" fill="currentColor" />
      <path {...cut} d="M36 20.5v.1M36 34v18" />
    </>
  ),
};

function Unknown() {
  const hatch = useId();
  return (
    <>
      <pattern id={hatch} width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="11" fill="currentColor" opacity=".55" />
      </pattern>
      <circle cx="36" cy="36" r="32" fill={`url(#${hatch})`} stroke="currentColor" strokeWidth="6" />
      <circle cx="36" cy="36" r="20" fill="currentColor" />
      <path
        {...cut}
        strokeWidth={6}
        d="M29.5 31.5a6.700 6.700 0 1 1 9.700 6c-2.300 1.200-3.200 2.100-3.200 4.500M36 48.400v.1"
      />
    </>
  );
}
