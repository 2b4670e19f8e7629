-- What people are told, what is to be sent of it, and what they chose. Positions are given in the order of writing: what one command
-- tells has one instant.

CREATE TABLE notices (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    plant_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    event_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    arguments TEXT NOT NULL,
    is_urgent INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;
CREATE UNIQUE INDEX notices_id ON notices (id);
-- Never told twice.
CREATE UNIQUE INDEX notices_once ON notices (person_id, event_key);
CREATE INDEX notices_of_person ON notices (person_id, position);
CREATE INDEX notices_unread ON notices (person_id, position) WHERE read_at IS NULL;

CREATE TABLE outbox (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    plant_id TEXT NOT NULL,
    notice_id TEXT,
    person_id TEXT,
    webhook_id TEXT,
    event_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    arguments TEXT NOT NULL,
    is_urgent INTEGER NOT NULL,
    channel TEXT NOT NULL,
    address TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER,
    claimed_until INTEGER,
    message_id TEXT,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_id ON outbox (id);
-- Never sent twice by one channel.
CREATE UNIQUE INDEX outbox_once ON outbox (event_key, ifnull(person_id, webhook_id), channel);
CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE state IN ('WAITING', 'SENDING') AND due_at IS NOT NULL;
CREATE INDEX outbox_held ON outbox (due_at) WHERE state = 'HELD';
CREATE INDEX outbox_held_for ON outbox (person_id, position) WHERE state = 'HELD';
CREATE INDEX outbox_of_notice ON outbox (notice_id) WHERE notice_id IS NOT NULL;
CREATE INDEX outbox_by_plant ON outbox (plant_id, position);
CREATE INDEX outbox_by_person ON outbox (person_id, position) WHERE person_id IS NOT NULL;
CREATE INDEX outbox_by_state ON outbox (state, position);

CREATE TABLE notice_preferences (
    person_id TEXT NOT NULL PRIMARY KEY,
    mail_off TEXT NOT NULL,
    quiet_from TEXT,
    quiet_to TEXT,
    quiet_days TEXT NOT NULL,
    digest_by_mail INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE calendar_links (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX calendar_links_hash ON calendar_links (hash);
CREATE INDEX calendar_links_person ON calendar_links (person_id);

-- What the sweeps made once: the digest of a shift, also the one that had nothing in it.
CREATE TABLE notice_runs (
    key TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions that were signed out: a copy of their cookie is refused.
CREATE TABLE ended_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
