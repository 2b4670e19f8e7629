-- What the effect of a plan is measured by. Of the change log, the changes of status of supply points are found by point and time.

CREATE TABLE indicators (
    id TEXT NOT NULL PRIMARY KEY,
    plan_id TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,
    source TEXT NOT NULL,
    keys TEXT NOT NULL,
    exposure_kind TEXT NOT NULL,
    baseline TEXT,
    target INTEGER,
    target_on TEXT,
    measures TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX indicators_of_plan ON indicators (plan_id, id);

ALTER TABLE action_plans ADD COLUMN came_back_on TEXT;

-- Word for word the condition of the question, so that SQLite knows that it may use it.
CREATE INDEX change_log_statuses ON change_log (subject_id, sequence)
    WHERE event = 'SupplyPointChanged' AND json_extract(facts, '$.was') <> json_extract(facts, '$.is');
CREATE INDEX deliveries_due ON deliveries (plant_id, due_at);
CREATE INDEX timeline_entries_stops ON timeline_entries (occurred_at, alert_id, kind)
    WHERE kind IN ('LINE_STOPPED', 'LINE_RESTARTED');
