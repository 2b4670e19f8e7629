-- Who owns an alert and until when, what is shelved, handed over, and held back by planned maintenance.

ALTER TABLE alerts ADD COLUMN shelved_until INTEGER;
ALTER TABLE alerts ADD COLUMN shelved_by_id TEXT;
ALTER TABLE alerts ADD COLUMN shelf_reason TEXT;
ALTER TABLE alerts ADD COLUMN window_id TEXT;
ALTER TABLE alerts ADD COLUMN former_owner_id TEXT;
ALTER TABLE alerts ADD COLUMN owned_until INTEGER;
ALTER TABLE alerts ADD COLUMN offered_until INTEGER;
ALTER TABLE alerts ADD COLUMN is_chattering INTEGER NOT NULL DEFAULT 0;
CREATE INDEX alerts_in_window ON alerts (window_id) WHERE window_id IS NOT NULL;
-- What a handover tells of: cleared before anybody took it.
CREATE INDEX alerts_cleared_untaken ON alerts (plant_id, resolved_at) WHERE cause_code = 'cleared-untaken';

CREATE TABLE handovers (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    area_id TEXT,
    shift_code TEXT NOT NULL,
    shift_ends_at INTEGER NOT NULL,
    to_shift TEXT,
    next_starts_at INTEGER,
    note TEXT NOT NULL,
    signed_by_id TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    items TEXT NOT NULL,
    cleared_alert_ids TEXT NOT NULL,
    answered_by_id TEXT,
    answered_at INTEGER,
    due_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
-- A shift is handed over once.
CREATE UNIQUE INDEX handovers_shift ON handovers (plant_id, ifnull(area_id, ''), shift_ends_at);
CREATE INDEX handovers_by_plant ON handovers (plant_id, signed_at);
CREATE INDEX handovers_due ON handovers (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE maintenance_windows (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    place_id TEXT,
    kinds TEXT,
    weekly TEXT,
    starts_at INTEGER,
    ends_at INTEGER,
    until TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX maintenance_windows_active ON maintenance_windows (plant_id) WHERE is_active = 1;
