-- What happens to a plan by itself: its problem comes back, a case goes a level up.

ALTER TABLE action_plans ADD COLUMN proposed_return TEXT;
ALTER TABLE action_plans ADD COLUMN promote_at INTEGER;
CREATE INDEX action_plans_promoted ON action_plans (promote_at) WHERE promote_at IS NOT NULL;
