-- Programs of the plant that are told of alerts over HTTP.

CREATE TABLE webhooks (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    kinds TEXT NOT NULL,
    min_severity TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX webhooks_plant ON webhooks (plant_id);
