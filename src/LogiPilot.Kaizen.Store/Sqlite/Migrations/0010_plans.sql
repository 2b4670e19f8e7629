-- Action plans, what was written into them, and what happened to them. Narrow columns first: what a list looks at comes before what it skips.

CREATE TABLE action_plans (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    method_code TEXT NOT NULL,
    current_step TEXT,
    due_rank TEXT NOT NULL,
    leader_id TEXT NOT NULL,
    sponsor_id TEXT,
    area_id TEXT,
    is_recurring INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    due_at INTEGER,
    searched TEXT NOT NULL,
    version INTEGER NOT NULL,
    method_key TEXT NOT NULL,
    title TEXT NOT NULL,
    perimeter TEXT,
    origin TEXT NOT NULL,
    keys TEXT NOT NULL,
    participants TEXT NOT NULL,
    choices TEXT NOT NULL,
    follow_up_days INTEGER,
    deadline TEXT,
    constraints TEXT NOT NULL,
    cost TEXT,
    gain TEXT,
    submitted_at INTEGER,
    submitted_by_id TEXT,
    approved_at INTEGER,
    approved_by_id TEXT,
    reason TEXT,
    review_on TEXT,
    cycle INTEGER NOT NULL,
    cycle_opened_at INTEGER NOT NULL,
    baseline_days INTEGER NOT NULL,
    level TEXT,
    steps TEXT NOT NULL,
    past_cycles TEXT NOT NULL,
    checks TEXT NOT NULL,
    opened_by_id TEXT NOT NULL,
    reminders INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX action_plans_number ON action_plans (plant_id, number);
CREATE INDEX action_plans_by_time ON action_plans (plant_id, opened_at, id);
CREATE INDEX action_plans_by_due ON action_plans (plant_id, due_rank, id);
CREATE INDEX action_plans_of_state ON action_plans (plant_id, state, opened_at, id);
CREATE INDEX action_plans_of_state_by_due ON action_plans (plant_id, state, due_rank, id);
CREATE INDEX action_plans_of_leader ON action_plans (leader_id, opened_at, id);
CREATE INDEX action_plans_of_sponsor ON action_plans (sponsor_id, opened_at, id);
CREATE INDEX action_plans_ended ON action_plans (plant_id, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX action_plans_due ON action_plans (due_at) WHERE due_at IS NOT NULL;

-- Who is named in a plan and what it is about, to be found by.
CREATE TABLE plan_links (
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    PRIMARY KEY (kind, subject_id, plan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_links_of_plan ON plan_links (plan_id);

-- The definition that plans follow, once for all that follow the same.
CREATE TABLE plan_methods (
    key TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    definition TEXT NOT NULL
) STRICT;

CREATE TABLE plan_fields (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL,
    cycle INTEGER NOT NULL,
    step TEXT NOT NULL,
    field TEXT NOT NULL,
    version INTEGER NOT NULL,
    value TEXT,
    author_id TEXT,
    at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX plan_fields_version ON plan_fields (plan_id, cycle, step, field, version);

CREATE TABLE plan_history (
    -- Given in the order of writing: what one command does has one instant.
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id TEXT,
    kind TEXT NOT NULL,
    step TEXT,
    comment TEXT,
    facts TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_history_of_plan ON plan_history (plan_id, position);

CREATE TABLE plan_meetings (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL,
    held_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    present_ids TEXT NOT NULL,
    notes TEXT,
    decisions TEXT NOT NULL,
    action_ids TEXT NOT NULL,
    recorded_by_id TEXT
) STRICT;
CREATE INDEX plan_meetings_of_plan ON plan_meetings (plan_id, held_at);

CREATE TABLE plan_communications (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    by_id TEXT,
    text TEXT NOT NULL,
    to_ids TEXT NOT NULL,
    readings TEXT NOT NULL
) STRICT;
CREATE INDEX plan_communications_of_plan ON plan_communications (plan_id, sent_at);

CREATE TABLE referrals (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    plan_id TEXT,
    dysfunction_id TEXT,
    service TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_by_id TEXT,
    asked_at INTEGER NOT NULL,
    answer TEXT,
    answered_by_id TEXT,
    answered_at INTEGER
) STRICT;
CREATE INDEX referrals_of_plan ON referrals (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX referrals_of_dysfunction ON referrals (dysfunction_id) WHERE dysfunction_id IS NOT NULL;
CREATE INDEX referrals_open ON referrals (plant_id, id) WHERE answered_at IS NULL;

CREATE TABLE plan_settings (
    plant_id TEXT NOT NULL PRIMARY KEY,
    cost_limit TEXT,
    cut_offs TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
