-- When an alert was last raised, joined or reopened on a key of a plan: it is told once in each state of the plan.

CREATE TABLE plan_alerts (
    plan_id TEXT NOT NULL,
    alert_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (plan_id, alert_id)
) STRICT, WITHOUT ROWID;
