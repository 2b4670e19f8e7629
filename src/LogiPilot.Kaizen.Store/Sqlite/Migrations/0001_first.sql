-- The first schema. Instants are microseconds UTC, quantities thousandths, ids text. Columns follow the mapping (a test
-- compares them); indexes are kept here.

CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY) STRICT;

-- Numbers given one after the other: alerts by plant and year, writes of the organisation.
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE command_memory (
    actor_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    ids TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (actor_id, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX command_memory_at ON command_memory (at);

CREATE TABLE plants (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL,
    replenishment_minutes INTEGER NOT NULL,
    freshness_hours INTEGER NOT NULL,
    shifts TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX plants_code ON plants (code);

CREATE TABLE places (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    area_id TEXT,
    line_id TEXT,
    rank INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX places_code ON places (plant_id, kind, code);
CREATE UNIQUE INDEX places_label ON places (plant_id, label);

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    user_name TEXT,
    email TEXT,
    language TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    role_everywhere TEXT,
    memberships TEXT NOT NULL,
    version INTEGER NOT NULL,
    sign_in_key TEXT
) STRICT;
CREATE UNIQUE INDEX people_sign_in_key ON people (sign_in_key);

CREATE TABLE api_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (hash);

CREATE TABLE credentials (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT,
    normalized_user_name TEXT,
    email TEXT,
    normalized_email TEXT,
    email_confirmed INTEGER NOT NULL,
    password_hash TEXT,
    security_stamp TEXT,
    concurrency_stamp TEXT,
    phone_number TEXT,
    phone_number_confirmed INTEGER NOT NULL,
    two_factor_enabled INTEGER NOT NULL,
    lockout_end INTEGER,
    lockout_enabled INTEGER NOT NULL,
    access_failed_count INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX credentials_user_name ON credentials (normalized_user_name);
CREATE INDEX credentials_email ON credentials (normalized_email);

CREATE TABLE credential_claims (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL,
    claim_type TEXT,
    claim_value TEXT,
    FOREIGN KEY (user_id) REFERENCES credentials (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX credential_claims_user ON credential_claims (user_id);

CREATE TABLE credential_logins (
    login_provider TEXT NOT NULL,
    provider_key TEXT NOT NULL,
    provider_display_name TEXT,
    user_id TEXT NOT NULL,
    PRIMARY KEY (login_provider, provider_key),
    FOREIGN KEY (user_id) REFERENCES credentials (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX credential_logins_user ON credential_logins (user_id);

CREATE TABLE credential_tokens (
    user_id TEXT NOT NULL,
    login_provider TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (user_id, login_provider, name),
    FOREIGN KEY (user_id) REFERENCES credentials (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE products (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    version INTEGER NOT NULL,
    searched TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX products_code ON products (code);

CREATE TABLE suppliers (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    searched TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX suppliers_code ON suppliers (code);

CREATE TABLE sources (
    id TEXT NOT NULL PRIMARY KEY,
    product_id TEXT NOT NULL,
    supplier_id TEXT NOT NULL,
    lead_time_days INTEGER NOT NULL,
    is_active INTEGER NOT NULL
) STRICT;
CREATE INDEX sources_product ON sources (product_id);

CREATE TABLE bill_lines (
    id TEXT NOT NULL PRIMARY KEY,
    assembly_id TEXT NOT NULL,
    component_id TEXT NOT NULL,
    station_code TEXT,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT
) STRICT;

CREATE TABLE supply_points (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    place_id TEXT,
    line_id TEXT,
    area_id TEXT,
    counting TEXT NOT NULL,
    bin_count INTEGER,
    package_quantity INTEGER,
    balance INTEGER NOT NULL,
    balance_at INTEGER NOT NULL,
    minimum INTEGER,
    reorder_point INTEGER,
    safety_stock INTEGER,
    maximum INTEGER,
    fixed_rate_per_hour INTEGER,
    demand_per_hour INTEGER,
    demand_source TEXT NOT NULL,
    runs_out_at INTEGER,
    runs_into_safety_at INTEGER,
    cover_reason TEXT,
    status TEXT NOT NULL,
    status_since INTEGER NOT NULL,
    condition TEXT NOT NULL,
    heard_at INTEGER,
    is_silent INTEGER NOT NULL,
    counted_at INTEGER,
    reassess_at INTEGER,
    version INTEGER NOT NULL,
    status_rank INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX supply_points_place ON supply_points (plant_id, product_id, ifnull(place_id, ''));
CREATE INDEX supply_points_due ON supply_points (reassess_at) WHERE reassess_at IS NOT NULL;
CREATE INDEX supply_points_silent ON supply_points (plant_id) WHERE is_silent = 1;

CREATE TABLE movements (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    product_id TEXT NOT NULL,
    from_place_id TEXT,
    to_place_id TEXT,
    quantity INTEGER NOT NULL,
    lot TEXT,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    document TEXT,
    actor_id TEXT
) STRICT;
CREATE INDEX movements_product ON movements (plant_id, product_id, occurred_at);
CREATE INDEX movements_occurred ON movements (plant_id, occurred_at);

CREATE TABLE balances (
    plant_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    place_id TEXT NOT NULL,
    lot TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (plant_id, product_id, place_id, lot)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    order_number TEXT NOT NULL,
    line_number TEXT NOT NULL,
    supplier_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    ordered INTEGER NOT NULL,
    received INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    stocked INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    shipped_at INTEGER,
    received_at INTEGER,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    searched TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX deliveries_line ON deliveries (plant_id, order_number, line_number);
CREATE INDEX deliveries_product ON deliveries (plant_id, product_id);
CREATE INDEX deliveries_expected ON deliveries (due_at) WHERE state = 'EXPECTED';

-- What was last taken of an extract, so that it is not taken twice; when each place was last counted.
CREATE TABLE taken_datasets (
    plant_id TEXT NOT NULL,
    dataset TEXT NOT NULL,
    source TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    PRIMARY KEY (plant_id, dataset, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_counts (
    place_id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    counted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alerts (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    place_id TEXT,
    area_id TEXT,
    line_id TEXT,
    product_id TEXT,
    supplier_order TEXT,
    supply_point_id TEXT,
    description TEXT,
    routed_to TEXT,
    raised_by_id TEXT,
    raised_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    occurrence_count INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    owner_id TEXT,
    assignment TEXT,
    expected_at INTEGER,
    acknowledged_at INTEGER,
    started_at INTEGER,
    resolved_at INTEGER,
    ended_at INTEGER,
    cause_code TEXT,
    resolution TEXT,
    condition_holds INTEGER NOT NULL,
    condition_cleared_at INTEGER,
    hold_until INTEGER,
    line_stopped_at INTEGER,
    due_at INTEGER,
    version INTEGER NOT NULL,
    problem_key TEXT NOT NULL,
    searched TEXT NOT NULL,
    severity_rank INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX alerts_number ON alerts (plant_id, number);
CREATE INDEX alerts_problem ON alerts (problem_key, id);
-- Never a twin among the open alerts of a key that joins.
CREATE UNIQUE INDEX alerts_no_twin ON alerts (problem_key)
    WHERE state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED') AND (product_id IS NOT NULL OR supplier_order IS NOT NULL);
-- What is asked of open alerts at every raise: it must not grow with history.
CREATE INDEX alerts_open_problem ON alerts (problem_key)
    WHERE state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED');
CREATE INDEX alerts_open_of_point ON alerts (supply_point_id)
    WHERE state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED');
CREATE INDEX alerts_due ON alerts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX alerts_stopped ON alerts (line_id) WHERE line_stopped_at IS NOT NULL;
CREATE INDEX alerts_supply_point ON alerts (supply_point_id, id) WHERE supply_point_id IS NOT NULL;
-- One for each filter of the list, in the order of its pages.
CREATE INDEX alerts_by_plant ON alerts (plant_id, raised_at);
CREATE INDEX alerts_by_kind ON alerts (kind, raised_at);
CREATE INDEX alerts_by_severity ON alerts (severity_rank, raised_at);
CREATE INDEX alerts_by_state ON alerts (state, raised_at);
CREATE INDEX alerts_by_area ON alerts (area_id, raised_at) WHERE area_id IS NOT NULL;
CREATE INDEX alerts_by_line ON alerts (line_id, raised_at) WHERE line_id IS NOT NULL;
CREATE INDEX alerts_by_place ON alerts (place_id, raised_at) WHERE place_id IS NOT NULL;
CREATE INDEX alerts_by_product ON alerts (product_id, raised_at) WHERE product_id IS NOT NULL;
CREATE INDEX alerts_by_owner ON alerts (owner_id, raised_at) WHERE owner_id IS NOT NULL;

CREATE TABLE timeline_entries (
    -- Given in the order of writing: the steps of one command have one instant.
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    by_id TEXT,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    comment TEXT,
    facts TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX timeline_entries_of_alert ON timeline_entries (alert_id);

CREATE TABLE change_log (
    sequence INTEGER NOT NULL PRIMARY KEY,
    plant_id TEXT,
    room TEXT NOT NULL,
    event TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    facts TEXT NOT NULL,
    actor_id TEXT,
    at INTEGER NOT NULL
) STRICT;
