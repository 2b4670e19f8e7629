-- A plan that another was turned into begins with what was written there.

ALTER TABLE plan_fields ADD COLUMN from_plan_id TEXT;
