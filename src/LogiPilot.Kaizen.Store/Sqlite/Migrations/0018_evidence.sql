-- What a person took part in, to be found by the person; and with whom the person shares it.

-- What names several people in one column: one row for each of them.
CREATE TABLE participations (
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    variant TEXT,
    PRIMARY KEY (person_id, kind, record_id)
) STRICT, WITHOUT ROWID;

INSERT INTO participations (person_id, kind, record_id, subject_id, at)
SELECT p.value, 'MEETING_ATTENDED', m.id, m.plan_id, m.held_at
FROM (SELECT DISTINCT m.id, upper(v.value) AS value FROM plan_meetings m, json_each(m.present_ids) v) p JOIN plan_meetings m ON m.id = p.id;

-- Instants in JSON are text to the second or finer, in UTC.
INSERT OR IGNORE INTO participations (person_id, kind, record_id, subject_id, at)
SELECT upper(r.value ->> 'personId'), 'COMMUNICATION_READ', c.id, c.plan_id, CAST(round(unixepoch(r.value ->> 'at', 'subsec') * 1000000) AS INTEGER)
FROM plan_communications c, json_each(c.readings) r;

INSERT OR IGNORE INTO participations (person_id, kind, record_id, subject_id, at)
SELECT upper(d.value ->> 'askedById'), 'DELAY_ARGUED', upper(d.value ->> 'id'), a.id, CAST(round(unixepoch(d.value ->> 'askedAt', 'subsec') * 1000000) AS INTEGER)
FROM actions a, json_each(a.delays) d WHERE d.value ->> 'askedById' IS NOT NULL;

INSERT OR IGNORE INTO participations (person_id, kind, record_id, subject_id, at)
SELECT upper(d.value ->> 'answeredById'), 'DELAY_ANSWERED', upper(d.value ->> 'id'), a.id, CAST(round(unixepoch(d.value ->> 'answeredAt', 'subsec') * 1000000) AS INTEGER)
FROM actions a, json_each(a.delays) d WHERE d.value ->> 'answeredById' IS NOT NULL AND d.value ->> 'answeredAt' IS NOT NULL;

INSERT OR IGNORE INTO participations (person_id, kind, record_id, subject_id, at, variant)
SELECT upper(n.value ->> 'byId'), 'ANALYSIS_MADE', upper(n.value ->> 'id'), d.id, CAST(round(unixepoch(n.value ->> 'at', 'subsec') * 1000000) AS INTEGER), n.value ->> 'kind'
FROM dysfunctions d, json_each(d.analyses) n;

INSERT OR IGNORE INTO participations (person_id, kind, record_id, subject_id, at, variant)
SELECT upper(p.decision ->> 'byId'), 'PROPOSAL_DECIDED', p.id, p.dysfunction_id, CAST(round(unixepoch(p.decision ->> 'at', 'subsec') * 1000000) AS INTEGER), p.decision ->> 'kind'
FROM proposals p WHERE p.decision IS NOT NULL;

-- Word for word the condition of the question, so that SQLite knows that it may use it.
CREATE INDEX timeline_entries_of_person ON timeline_entries (by_id, occurred_at)
    WHERE kind IN ('RAISED', 'JOINED', 'ACKNOWLEDGED', 'CONFIRMED', 'TAKEN_OVER', 'ASSIGNED', 'TRANSFERRED', 'RESOLVED') AND by_id IS NOT NULL;
CREATE INDEX movements_of_person ON movements (actor_id, occurred_at) WHERE actor_id IS NOT NULL;
CREATE INDEX handovers_signed_by ON handovers (signed_by_id, signed_at);
CREATE INDEX handovers_answered_by ON handovers (answered_by_id, answered_at) WHERE answered_by_id IS NOT NULL;
CREATE INDEX dysfunctions_reported_by ON dysfunctions (reported_by_id, reported_at);
CREATE INDEX proposals_made_by ON proposals (proposed_by_id, proposed_at);
CREATE INDEX referrals_asked_by ON referrals (asked_by_id, asked_at) WHERE asked_by_id IS NOT NULL;
CREATE INDEX referrals_answered_by ON referrals (answered_by_id, answered_at) WHERE answered_by_id IS NOT NULL;
CREATE INDEX plan_history_of_person ON plan_history (by_id, at) WHERE by_id IS NOT NULL;
CREATE INDEX actions_planned_by ON actions (created_by_id, created_at) WHERE created_by_id IS NOT NULL;
CREATE INDEX actions_verified_by ON actions (verified_by_id, verified_at) WHERE verified_by_id IS NOT NULL;

CREATE TABLE evidence_shares (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL,
    with_id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until TEXT,
    ended_at INTEGER
) STRICT;
CREATE INDEX evidence_shares_of ON evidence_shares (person_id, since) WHERE ended_at IS NULL;
CREATE INDEX evidence_shares_with ON evidence_shares (with_id, since) WHERE ended_at IS NULL;
