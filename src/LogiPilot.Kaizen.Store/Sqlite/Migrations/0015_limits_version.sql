-- The version since which the limits of a point are what they are; unknown of what was written before.

ALTER TABLE supply_points ADD COLUMN limits_version INTEGER NOT NULL DEFAULT 0;
