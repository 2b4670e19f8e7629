-- What does not work as it should, what is proposed about it, and what a stopped line costs.

CREATE TABLE dysfunctions (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    facts TEXT,
    perimeter TEXT,
    place_id TEXT,
    area_id TEXT,
    product_id TEXT,
    keys TEXT NOT NULL,
    reported_by_id TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    noticed_by_id TEXT,
    noticed_at INTEGER NOT NULL,
    alert_ids TEXT NOT NULL,
    recurrence_id TEXT,
    support_need TEXT,
    analyses TEXT NOT NULL,
    conclusion TEXT,
    state TEXT NOT NULL,
    reason TEXT,
    action_plan_id TEXT,
    steps TEXT NOT NULL,
    version INTEGER NOT NULL,
    searched TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dysfunctions_number ON dysfunctions (plant_id, number);
CREATE INDEX dysfunctions_plant ON dysfunctions (plant_id, id);
CREATE INDEX dysfunctions_state ON dysfunctions (plant_id, state, id);
CREATE INDEX dysfunctions_of_plan ON dysfunctions (action_plan_id) WHERE action_plan_id IS NOT NULL;
-- A recurrence is taken once.
CREATE UNIQUE INDEX dysfunctions_recurrence ON dysfunctions (recurrence_id) WHERE recurrence_id IS NOT NULL;

CREATE TABLE proposals (
    id TEXT NOT NULL PRIMARY KEY,
    dysfunction_id TEXT NOT NULL,
    plant_id TEXT NOT NULL,
    description TEXT NOT NULL,
    means TEXT NOT NULL,
    objectives TEXT NOT NULL,
    deadline TEXT NOT NULL,
    people_ids TEXT NOT NULL,
    involved TEXT,
    cost TEXT NOT NULL,
    gain TEXT,
    constraints TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    risks TEXT,
    proposed_by_id TEXT NOT NULL,
    proposed_at INTEGER NOT NULL,
    decision TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_dysfunction ON proposals (dysfunction_id, id);
-- One waits for its decision at a time.
CREATE UNIQUE INDEX proposals_waiting ON proposals (dysfunction_id) WHERE decision IS NULL;

CREATE TABLE stop_costs (
    plant_id TEXT NOT NULL PRIMARY KEY,
    per_hour INTEGER,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
