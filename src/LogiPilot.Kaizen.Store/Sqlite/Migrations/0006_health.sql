-- What recurs, and what alarm health asks of the past.

ALTER TABLE alerts ADD COLUMN recent_turns TEXT NOT NULL DEFAULT '[]';
CREATE INDEX alerts_closed_with ON alerts (plant_id, cause_code, ended_at) WHERE state = 'CLOSED' AND cause_code IS NOT NULL;
-- Word for word the condition of the question, so that SQLite knows that it may use it.
CREATE INDEX timeline_entries_turns ON timeline_entries (occurred_at, alert_id, kind)
    WHERE kind IN ('RAISED', 'REOPENED', 'CONDITION_RETURNED', 'JOINED', 'CONDITION_CLEARED', 'RESOLVED', 'CANCELLED');

CREATE TABLE recurrence_rules (
    plant_id TEXT NOT NULL,
    criterion TEXT NOT NULL,
    count INTEGER NOT NULL,
    window_days INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (plant_id, criterion)
) STRICT, WITHOUT ROWID;

CREATE TABLE recurrences (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    criterion TEXT NOT NULL,
    key TEXT,
    cause_code TEXT,
    kind TEXT NOT NULL,
    area_id TEXT,
    alert_ids TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    decided_by_id TEXT,
    decided_at INTEGER,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL
) STRICT;
CREATE INDEX recurrences_subject ON recurrences (plant_id, criterion, subject, id);
CREATE INDEX recurrences_plant ON recurrences (plant_id, id);
-- One open proposal for a key or cause.
CREATE UNIQUE INDEX recurrences_open ON recurrences (plant_id, criterion, subject) WHERE state = 'PROPOSED';
