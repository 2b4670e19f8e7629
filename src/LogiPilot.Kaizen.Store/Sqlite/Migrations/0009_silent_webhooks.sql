-- A webhook that nobody answers is left in peace for a while, and is called once at a time.

CREATE TABLE webhook_silences (
    webhook_id TEXT NOT NULL PRIMARY KEY,
    calls INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_to_webhook ON outbox (webhook_id, state) WHERE webhook_id IS NOT NULL;
