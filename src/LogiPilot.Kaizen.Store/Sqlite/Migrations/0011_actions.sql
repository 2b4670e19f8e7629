-- Actions: what one person is to do by a day.

CREATE TABLE actions (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    number TEXT NOT NULL,
    plan_id TEXT,
    step TEXT,
    cycle INTEGER NOT NULL,
    dysfunction_id TEXT,
    alert_id TEXT,
    meeting_id TEXT,
    area_id TEXT,
    what TEXT NOT NULL,
    why TEXT,
    owner_id TEXT NOT NULL,
    sponsor_id TEXT,
    kind TEXT NOT NULL,
    cause_ids TEXT NOT NULL,
    key TEXT,
    original_due_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    created_by_id TEXT,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    done_at INTEGER,
    done_on TEXT,
    proof TEXT NOT NULL,
    effect TEXT,
    is_effective INTEGER,
    removal_condition TEXT,
    removed_at INTEGER,
    removed_by_id TEXT,
    verified_by_id TEXT,
    verified_at INTEGER,
    cancelled_on TEXT,
    reason TEXT,
    delays TEXT NOT NULL,
    version INTEGER NOT NULL,
    problem_key TEXT,
    is_delay_asked INTEGER NOT NULL,
    searched TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX actions_number ON actions (plant_id, number);
CREATE INDEX actions_plan ON actions (plan_id, id) WHERE plan_id IS NOT NULL;
CREATE INDEX actions_by_due ON actions (plant_id, due_on, id);
CREATE INDEX actions_by_id ON actions (plant_id, id);
CREATE INDEX actions_owner ON actions (owner_id, due_on, id);
CREATE INDEX actions_area ON actions (area_id, due_on, id) WHERE area_id IS NOT NULL;
CREATE INDEX actions_state ON actions (state, due_on, id);
CREATE INDEX actions_original ON actions (plant_id, original_due_on);
CREATE INDEX actions_alone ON actions (problem_key, id) WHERE problem_key IS NOT NULL;
