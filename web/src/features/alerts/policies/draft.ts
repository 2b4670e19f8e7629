import type { Level, PolicyInput, Target, Timers, TimersInput, Track } from './policies';

/** What stands in for a severity that a policy does not name. */
export const severityOrder = ['CRITICAL', 'MAJOR', 'MINOR', 'INFORMATION'] as const;
type Severity = Timers['severity'];

/** A policy as it is being edited: what is not in it yet escalates by the standard. */
export type Draft = { name: string; timers: Timers[] };

/** Replaces the timers of a severity, adding them where the policy did not name it. */
export const withTimers = (draft: Draft, changed: Timers): Draft => ({
  ...draft,
  timers: severityOrder.flatMap((severity) =>
    severity === changed.severity ? [changed] : draft.timers.filter((timers) => timers.severity === severity),
  ),
});

export const withoutSeverity = (draft: Draft, severity: Severity): Draft => ({
  ...draft,
  timers: draft.timers.filter((timers) => timers.severity !== severity),
});

export const withLevels = (timers: Timers, track: Track, levels: Level[]): Timers =>
  track === 'UNACKNOWLEDGED' ? { ...timers, unacknowledged: levels } : { ...timers, unresolved: levels };

/** Where the server finds a list: `timers[0].unacknowledged`. */
export const pathOf = (draft: Draft, severity: Severity, track: Track): string =>
  `timers[${draft.timers.findIndex((timers) => timers.severity === severity)}].${
    track === 'UNACKNOWLEDGED' ? 'unacknowledged' : 'unresolved'
  }`;

/** A level after the last, later than it by as much as it is after the one before. */
export function nextLevel(levels: Level[]): Level {
  const last = levels.at(-1);
  const before = levels.at(-2);
  const step = last ? Math.max(5, last.afterMinutes - (before?.afterMinutes ?? 0)) : 0;
  return {
    afterMinutes: last ? last.afterMinutes + step : 0,
    targets: [target('ROLE_ON_SHIFT', { role: 'TEAM_LEADER' })],
    channels: last ? [...last.channels] : ['APP'],
  };
}

export const target = (kind: Target['kind'], part: Partial<Target> = {}): Target => ({
  kind,
  role: null,
  team: null,
  person: null,
  service: null,
  ...part,
});

const inputOf = ({ kind, role, team, person, service }: Target) => ({
  kind,
  ...(kind === 'ROLE_ON_SHIFT' && { role }),
  ...(kind === 'TEAM' && { teamId: team?.id ?? null }),
  ...(kind === 'PERSON' && { personId: person?.id ?? null }),
  ...(kind === 'SERVICE' && { service }),
});

const levelInput = ({ afterMinutes, targets, channels }: Level) => ({
  afterMinutes,
  channels,
  targets: targets.map(inputOf),
});

export const timersInput = (timers: Timers): TimersInput => ({
  severity: timers.severity,
  loops: timers.loops,
  clockTime: timers.clockTime,
  unacknowledged: timers.unacknowledged.map(levelInput),
  unresolved: timers.unresolved.map(levelInput),
});

export const policyInput = (
  plantId: string,
  draft: Draft,
  policy: { id: string; version: number } | undefined,
): PolicyInput => ({
  plantId,
  name: draft.name,
  timers: draft.timers.map(timersInput),
  ...(policy && { policyId: policy.id, expectedVersion: policy.version }),
});
