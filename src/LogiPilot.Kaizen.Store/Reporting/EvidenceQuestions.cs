namespace LogiPilot.Kaizen.Store.Reporting;

/// <summary>
/// Where each kind of evidence is kept. Every question answers with the columns kind, at, topic, subject, number, title, variant, step, detail, amount
/// (in thousandths), unit, and finds the person in an index.
/// </summary>
internal static class EvidenceQuestions
{
    private const string Did = "WHERE h.by_id = @person AND h.at >= @from AND h.at < @to";
    private const string TookPart = "t.person_id = @person AND t.at >= @from AND t.at < @to";

    public static IReadOnlyList<string> All { get; } =
    [
        $"""
        SELECT CASE e.kind WHEN 'RAISED' THEN 'ALERT_RAISED' WHEN 'JOINED' THEN 'ALERT_RAISED' WHEN 'RESOLVED' THEN 'ALERT_RESOLVED'
            WHEN 'ASSIGNED' THEN 'ALERT_ROUTED' WHEN 'TRANSFERRED' THEN 'ALERT_ROUTED' ELSE 'ALERT_TAKEN' END,
            e.occurred_at, 'ALERT', a.id, a.number, coalesce(l.name, a.supplier_order), a.kind, NULL, NULL, NULL, NULL
        FROM timeline_entries e INDEXED BY timeline_entries_of_person JOIN alerts a ON a.id = e.alert_id LEFT JOIN places l ON l.id = a.place_id
        WHERE e.kind IN ('RAISED', 'JOINED', 'ACKNOWLEDGED', 'CONFIRMED', 'TAKEN_OVER', 'ASSIGNED', 'TRANSFERRED', 'RESOLVED') AND e.by_id = @person
            AND e.occurred_at >= @from AND e.occurred_at < @to{Within("a")}
        """,
        $"""
        SELECT 'MOVEMENT_RECORDED', m.occurred_at, 'MOVEMENT', m.id, m.document, p.code || ' ' || p.name, m.kind, NULL, m.lot, m.quantity, p.unit
        FROM movements m JOIN products p ON p.id = m.product_id
        WHERE m.actor_id = @person AND m.occurred_at >= @from AND m.occurred_at < @to{Within("m")}
        """,
        Handover("SHIFT_HANDED_OVER", "signed_by_id", "signed_at"),
        Handover("SHIFT_TAKEN_OVER", "answered_by_id", "answered_at"),
        $"""
        SELECT 'DYSFUNCTION_REPORTED', d.reported_at, 'DYSFUNCTION', d.id, d.number, d.title, NULL, NULL, NULL, NULL, NULL FROM dysfunctions d
        WHERE d.reported_by_id = @person AND d.reported_at >= @from AND d.reported_at < @to{Within("d")}
        """,
        $"""
        SELECT t.kind, t.at, 'DYSFUNCTION', d.id, d.number, d.title, t.variant, NULL, NULL, NULL, NULL
        FROM participations t JOIN dysfunctions d ON d.id = t.subject_id
        WHERE {TookPart} AND t.kind IN ('ANALYSIS_MADE', 'PROPOSAL_DECIDED'){Within("d")}
        """,
        $"""
        SELECT t.kind, t.at, 'ACTION', a.id, a.number, a.what, NULL, NULL, NULL, NULL, NULL FROM participations t JOIN actions a ON a.id = t.subject_id
        WHERE {TookPart} AND t.kind IN ('DELAY_ARGUED', 'DELAY_ANSWERED'){Within("a")}
        """,
        $"""
        SELECT t.kind, t.at, 'PLAN', p.id, p.number, p.title, NULL, NULL, NULL, NULL, NULL FROM participations t JOIN action_plans p ON p.id = t.subject_id
        WHERE {TookPart} AND t.kind IN ('MEETING_ATTENDED', 'COMMUNICATION_READ'){Within("p")}
        """,
        $"""
        SELECT 'PROPOSAL_MADE', s.proposed_at, 'DYSFUNCTION', d.id, d.number, d.title, NULL, NULL, NULL, NULL, NULL
        FROM proposals s JOIN dysfunctions d ON d.id = s.dysfunction_id
        WHERE s.proposed_by_id = @person AND s.proposed_at >= @from AND s.proposed_at < @to{Within("s")}
        """,
        Referral("REFERRAL_ASKED", "asked_by_id", "asked_at"),
        Referral("REFERRAL_ANSWERED", "answered_by_id", "answered_at"),
        Plan("PLAN_LED", "p.leader_id = @person", "p.opened_at"),
        Plan("PLAN_SPONSORED", "p.sponsor_id = @person", "p.opened_at"),
        Plan(
            "CONSTRAINTS_ANSWERED",
            """
            p.leader_id = @person AND p.constraints ->> 'technical' IS NOT NULL AND p.constraints ->> 'quality' IS NOT NULL
            AND p.constraints ->> 'environment' IS NOT NULL AND p.constraints ->> 'safety' IS NOT NULL
            """,
            "coalesce(p.submitted_at, p.opened_at)"),
        Plan(
            "PLAN_CLOSED",
            """
            p.leader_id = @person AND p.state = 'CLOSED'
            AND EXISTS (SELECT 1 FROM indicators i WHERE i.plan_id = p.id AND json_array_length(i.measures) > 0)
            """,
            "p.closed_at"),
        $"""
        SELECT 'PLAN_JOINED', p.opened_at, 'PLAN', p.id, p.number, p.title, NULL, NULL,
            (SELECT v.value ->> 'role' || ' – ' || (v.value ->> 'mission') FROM json_each(p.participants) v WHERE upper(v.value ->> 'personId') = @person),
            NULL, NULL
        FROM plan_links k JOIN action_plans p ON p.id = k.plan_id
        WHERE k.kind = 'PARTICIPANT' AND k.subject_id = @person AND p.opened_at >= @from AND p.opened_at < @to{Within("p")}
        """,
        $"""
        WITH steps AS MATERIALIZED (
            SELECT m.key, v.value ->> 'code' AS code, v.value -> 'name' AS name FROM plan_methods m, json_each(m.definition, '$.steps') v)
        SELECT CASE h.kind WHEN 'SUBMITTED' THEN 'PLAN_SUBMITTED' WHEN 'APPROVED' THEN 'PLAN_APPROVED' WHEN 'REFUSED' THEN 'PLAN_REFUSED'
            WHEN 'FILLED' THEN 'STEP_FILLED' WHEN 'SIGNED' THEN 'STEP_SIGNED' WHEN 'DUE_MOVED' THEN 'STEP_MOVED' WHEN 'MET' THEN 'MEETING_RECORDED'
            WHEN 'TOLD' THEN 'COMMUNICATION_SENT' ELSE h.kind END,
            h.at, 'PLAN', p.id, p.number, p.title, NULL, coalesce(s.name, h.step), h.facts ->> 'indicator', NULL, NULL
        FROM plan_history h JOIN action_plans p ON p.id = h.plan_id LEFT JOIN steps s ON s.key = p.method_key AND s.code = h.step
        {Did} AND h.kind IN ('SUBMITTED', 'APPROVED', 'REFUSED', 'FILLED', 'SIGNED', 'DUE_MOVED', 'CHECK_HELD', 'CYCLE_OPENED', 'INDICATOR_SAVED',
            'MET', 'TOLD'){Within("p")}
        """,
        $"""
        SELECT 'MEASURE_RECORDED', h.at, 'PLAN', p.id, p.number, p.title, NULL, NULL, h.facts ->> 'indicator',
            CAST(round((h.facts ->> 'value') * 1000) AS INTEGER), h.facts ->> 'unit'
        FROM plan_history h JOIN action_plans p ON p.id = h.plan_id {Did} AND h.kind = 'MEASURED'{Within("p")}
        """,
        Action("ACTION_PLANNED", "a.created_by_id = @person", "a.created_at"),
        Action("ACTION_OWNED", "a.owner_id = @person AND +a.state IN ('TO_DO', 'DOING')", "a.created_at"),
        Action("ACTION_DONE", "a.owner_id = @person AND +a.state IN ('DONE', 'VERIFIED')", "a.done_at"),
        Action("ACTION_VERIFIED", "a.verified_by_id = @person", "a.verified_at"),
    ];

    private static string Within(string alias) =>
        $" AND (@plants IS NULL OR +{alias}.plant_id IN (SELECT value FROM json_each(@plants)))";

    private static string Handover(string kind, string person, string at) =>
        $"""
        SELECT '{kind}', h.{at}, 'HANDOVER', h.id, h.shift_code, l.name, NULL, NULL, NULL, NULL, NULL
        FROM handovers h LEFT JOIN places l ON l.id = h.area_id
        WHERE h.{person} = @person AND h.{at} >= @from AND h.{at} < @to{Within("h")}
        """;

    private static string Referral(string kind, string person, string at) =>
        $"""
        SELECT '{kind}', r.{at}, iif(r.plan_id IS NULL, 'DYSFUNCTION', 'PLAN'), coalesce(r.plan_id, r.dysfunction_id),
            coalesce(p.number, d.number), coalesce(p.title, d.title), r.service, NULL, NULL, NULL, NULL
        FROM referrals r LEFT JOIN action_plans p ON p.id = r.plan_id LEFT JOIN dysfunctions d ON d.id = r.dysfunction_id
        WHERE r.{person} = @person AND r.{at} >= @from AND r.{at} < @to{Within("r")}
        """;

    private static string Plan(string kind, string condition, string at) =>
        $"""
        SELECT '{kind}', {at}, 'PLAN', p.id, p.number, p.title, NULL, NULL, NULL, NULL, NULL FROM action_plans p
        WHERE {condition} AND {at} >= @from AND {at} < @to{Within("p")}
        """;

    private static string Action(string kind, string condition, string at) =>
        $"""
        SELECT '{kind}', {at}, 'ACTION', a.id, a.number, a.what, NULL, NULL, NULL, NULL, NULL FROM actions a
        WHERE {condition} AND {at} >= @from AND {at} < @to{Within("a")}
        """;
}
