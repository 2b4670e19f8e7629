-- Who is called when nobody takes an alert or nobody solves it: policies, settings of kinds, what runs, what was called.

ALTER TABLE plants ADD COLUMN fallback_ids TEXT NOT NULL DEFAULT '[]';
ALTER TABLE alerts ADD COLUMN sounds_everywhere_since INTEGER;

CREATE TABLE escalation_policies (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    name TEXT NOT NULL,
    timers TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX escalation_policies_plant ON escalation_policies (plant_id);

CREATE TABLE kind_settings (
    plant_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    service TEXT,
    policy_id TEXT,
    PRIMARY KEY (plant_id, kind)
) STRICT, WITHOUT ROWID;

-- One an alert. What rests is never looked at by a sweep.
CREATE TABLE escalations (
    alert_id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    track TEXT NOT NULL,
    severity TEXT NOT NULL,
    is_resting INTEGER NOT NULL,
    policy_id TEXT,
    policy_version INTEGER NOT NULL,
    levels TEXT NOT NULL,
    loops INTEGER NOT NULL,
    clock_time INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    loop INTEGER NOT NULL,
    next_level INTEGER NOT NULL,
    due_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX escalations_due ON escalations (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX escalations_policy ON escalations (policy_id) WHERE due_at IS NOT NULL AND policy_id IS NOT NULL;

-- The key says that a level fires once.
CREATE TABLE escalation_calls (
    alert_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    track TEXT NOT NULL,
    loop INTEGER NOT NULL,
    level INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    fired_at INTEGER NOT NULL,
    recipients TEXT NOT NULL,
    channels TEXT NOT NULL,
    reached INTEGER NOT NULL,
    PRIMARY KEY (alert_id, round, track, loop, level)
) STRICT, WITHOUT ROWID;

-- What was open before escalates from now: round 0 begins when it is due, and it is.
INSERT INTO escalations (
    alert_id, plant_id, round, track, severity, is_resting, policy_version, levels, loops, clock_time, started_at, loop, next_level,
    due_at, version)
SELECT id, plant_id, 0, 'UNACKNOWLEDGED', severity, 1, 0, '[]', 0, 0, recorded_at, 0, 0, recorded_at, 0
FROM alerts WHERE state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED');
