-- Photographs and sheets; their bytes apart, so that lists of them never read any.

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    plant_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    kept_by_id TEXT,
    kept_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attachment_contents (
    attachment_id TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
