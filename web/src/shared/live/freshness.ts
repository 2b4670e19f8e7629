/**
 * How far a screen may be believed: `live`; `aging` from 10 s without a word, which shows the age; `stale` from 60 s,
 * last values hatched and no countdown; `old` from 15 min, when only names and the age remain.
 */
export type Freshness = 'live' | 'aging' | 'stale' | 'old';

export function freshnessAfter(silenceMs: number): Freshness {
  if (silenceMs < 10_000) return 'live';
  if (silenceMs < 60_000) return 'aging';
  return silenceMs < 15 * 60_000 ? 'stale' : 'old';
}
