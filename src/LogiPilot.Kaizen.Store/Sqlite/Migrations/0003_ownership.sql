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
