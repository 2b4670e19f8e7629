using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

/// <summary>What is asked of alerts is answered from an index, in its order, however long history is.</summary>
public sealed class QueryPlanTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly Guid[] Two = [Samples.Id(1), Samples.Id(2)];

    private readonly SqliteStore _store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task What_a_raise_and_the_board_ask_is_found_in_an_index()
    {
        var key = new AlertKey("Supply", Samples.Id(1), Samples.Id(2), null);
        await _store.Ask((IAlertStore s) => s.Find(Samples.Id(1), default));
        await _store.Ask((IAlertStore s) => s.OpenOn(Samples.Plant, key, default));
        await _store.Ask((IAlertStore s) => s.LastOn(Samples.Plant, key, default));
        await _store.Ask((IAlertStore s) => s.LastOfPoint(Samples.Id(1), "Supply", default));
        await _store.Ask((IAlertStore s) => s.StoppedOn(Samples.Id(1), default));
        await _store.Ask((IAlertStore s) => s.StepsSince(Samples.Id(1), 1, default));
        await _store.Ask((IAlertStore s) => s.NextDue(Samples.Start, [Samples.Id(1)], default));
        await _store.Ask((IAlertReader s) => s.Open(Two, default));
        await _store.Ask((IAlertReader s) => s.Timelines(Two, default));

        var plans = Plans("FROM alerts t", "FROM timeline_entries t");

        Assert.True(plans.Count >= 11);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t ", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
        Assert.All(
            plans.Where(p => p.Sql.Contains("'RAISED'", StringComparison.Ordinal)),
            p => Assert.Contains(p.Plan, step => step.Contains("alerts_open_", StringComparison.Ordinal)
                || step.Contains("alerts_by_state", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_list_of_dysfunctions_asks_is_found_in_an_index_in_its_order()
    {
        var page = new PageRequest(50, null, null, null, WantsTotal: false);
        await _store.Ask((IDysfunctionReader s) => s.List(Two, new(), DysfunctionOrder.NewestFirst, page, default));
        await _store.Ask((IDysfunctionReader s) =>
            s.List(Two, new(States: [DysfunctionState.Proposed, DysfunctionState.Analysed]), DysfunctionOrder.OldestFirst, page, default));
        await _store.Ask((IDysfunctionReader s) => s.Proposals(Two, default));
        await _store.Ask((IDysfunctionStore s) => s.OfPlan(Samples.Id(1), default));

        var plans = Plans("FROM dysfunctions t", "FROM proposals t");

        Assert.Equal(4, plans.Count);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t ", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_handover_a_window_and_their_sweeps_ask_is_found_in_an_index()
    {
        await _store.Ask((IHandoverStore s) => s.Of(Samples.Plant, null, Samples.Start, default));
        await _store.Ask((IHandoverStore s) => s.Due(Samples.Start, Two, 10, default));
        await _store.Ask((IHandoverStore s) => s.List([Samples.Plant], new(50, null, null, null, WantsTotal: false), default));
        await _store.Ask((IHandoverStore s) => s.ClearedUntaken(Samples.Plant, Samples.Id(1), Samples.Start, default));
        await _store.Ask((IMaintenanceWindowStore s) => s.Active(Samples.Plant, default));
        await _store.Ask((IMaintenanceWindowStore s) => s.HeldBy(Samples.Id(1), default));

        var plans = Plans("FROM alerts t", "FROM handovers t", "FROM maintenance_windows t");

        Assert.Equal(6, plans.Count);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t USING ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_changed_a_thing_last_is_found_in_an_index_however_long_the_log_is()
    {
        await _store.Ask((IChangeLogReader log) => log.LastOf(Samples.Id(1), "Alerts", default));

        var plan = Assert.Single(Plans("FROM change_log t")).Plan;

        Assert.Equal(["SEARCH t USING INDEX change_log_by_subject (subject_id=? AND room=?)"], plan);
    }

    [Fact]
    public async Task What_a_person_took_part_in_is_found_by_the_person_in_every_table()
    {
        await _store.Ask((IEvidenceRecords s) => s.Of(Samples.Id(1), Two, Samples.Start, Samples.Start.AddDays(1), default));
        await _store.Ask((IEvidenceRecords s) => s.Of(Samples.Id(1), null, Samples.Start, Samples.Start.AddDays(1), default));
        await _store.Ask((IEvidenceShares s) => s.Of(Samples.Id(1), default));
        await _store.Ask((IEvidenceShares s) => s.With(Samples.Id(1), default));

        var plans = Plans("@person");

        Assert.Equal(24, plans.Count);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH ", StringComparison.Ordinal) && step.Contains("=?", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal) && step is not ("SCAN m" or "SCAN s")));
    }

    [Fact]
    public async Task What_one_was_told_and_what_is_to_be_sent_is_found_in_an_index()
    {
        PageRequest page = new(50, null, null, null, WantsTotal: false);
        await _store.Ask((INoticeStore s) => s.Of(Samples.Id(1), Two, default));
        await _store.Ask((INoticeStore s) => s.Unread(Samples.Id(1), default));
        await _store.Ask((IOutboxStore s) => s.NextDue(NoticeChannel.Mail, Samples.Start, default));
        await _store.Ask((IOutboxStore s) => s.WaitingFor(Samples.Id(1), default));
        await _store.Ask((IOutboxStore s) => s.HoldEnded(Samples.Start, Two, 10, default));
        await _store.Ask((IOutboxStore s) => s.HeldFor(Samples.Id(1), default));
        await _store.Ask((IOutboxStore s) => s.Unconfirmed(Two, default));
        await _store.Ask((INoticeReader s) => s.List(Samples.Id(1), Two, false, page, default));
        await _store.Ask((INoticeReader s) => s.List(Samples.Id(1), Two, true, page, default));
        await _store.Ask((INoticeReader s) => s.CountUnread(Samples.Id(1), Two, default));
        await _store.Ask((INoticeReader s) => s.Outbox(Two, new(), page, default));
        await _store.Ask((INoticeReader s) => s.Outbox(Two, new(States: [OutboxState.Dead], Channels: [NoticeChannel.Mail]), page, default));
        await _store.Ask((INoticeReader s) => s.Outbox(Two, new(PersonIds: Two), page, default));

        var plans = Plans("FROM notices t", "FROM outbox t");

        Assert.True(plans.Count >= 12);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t ", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(AlertOrder.NewestFirst)]
    [InlineData(AlertOrder.OldestFirst)]
    public async Task A_page_by_time_is_read_in_the_order_of_an_index_whatever_the_filter(AlertOrder order)
    {
        AlertFilter[] filters =
        [
            new(), new(States: [AlertState.Closed]), new(Kinds: [AlertKind.Safety, AlertKind.Other]), new(Severities: [Severity.Minor]),
            new(AreaIds: Two), new(LineIds: Two), new(StationIds: Two), new(ProductIds: Two), new(OwnerIds: Two),
            new(Text: "vélo"), new(RaisedFrom: Samples.Start), new(ProductIds: Two, States: [AlertState.Closed], Text: "vélo"),
        ];
        foreach (var filter in filters)
        {
            var page = await List(filter, order, null);
            Assert.Empty(page.Items);
        }

        var plans = Plans("FROM alerts t");

        Assert.Equal(filters.Length, plans.Count);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.Contains("USING INDEX alerts_by_", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
        Assert.All(
            plans.Where(p => !p.Sql.Contains("UNION ALL", StringComparison.Ordinal)),
            p => Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", p.Plan, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_due_is_found_in_its_index_however_many_wait()
    {
        await _store.Ask((IEscalationStore s) => s.Find(Samples.Id(1), default));
        await _store.Ask((IEscalationStore s) => s.NextDue(Samples.Start, [Samples.Id(1)], default));
        await _store.Ask((IEscalationStore s) => s.RunningUnder(Samples.Id(1), default));
        await _store.Ask((IEscalationStore s) => s.RunningIn(Samples.Plant, default));
        await _store.Ask((IEscalationStore s) => s.Setting(Samples.Plant, AlertKind.Safety, default));
        await _store.Ask((IEscalationReader s) => s.CountRunningUnder(Samples.Id(1), default));
        await _store.Ask((IEscalationReader s) => s.Of(Two, default));
        await _store.Ask((IEscalationReader s) => s.Calls(Two, default));
        await _store.Ask((IAlertReader s) => s.ShelvedUntil(Samples.Start, Samples.Start, default));

        var plans = Plans("FROM escalations t", "FROM escalation_calls t", "FROM kind_settings t", "FROM alerts t");

        Assert.Equal(9, plans.Count);
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t ", StringComparison.Ordinal)));
        var due = plans.Single(p => p.Sql.Contains("due_at <=", StringComparison.Ordinal)).Plan;
        Assert.Contains(due, step => step.Contains("USING INDEX escalations_due", StringComparison.Ordinal));
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", due, StringComparer.Ordinal);
        Assert.All(
            plans.Where(p => p.Sql.Contains("policy_id = @policy", StringComparison.Ordinal)),
            p => Assert.Contains(p.Plan, step => step.Contains("escalations_policy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_worst_of_all_history_are_read_in_the_order_of_an_index()
    {
        await List(new(), AlertOrder.WorstFirst, null);
        await List(new(States: [AlertState.Closed]), AlertOrder.WorstFirst, null);

        Assert.All(Plans("FROM alerts t"), p => Assert.Contains(p.Plan, step => step.Contains("USING INDEX alerts_by_severity", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Recurrence_and_alarm_health_are_asked_of_indexes()
    {
        var key = new AlertKey("Supply", Samples.Id(1), Samples.Id(2), null);
        await _store.Ask((IRecurrenceStore s) => s.RaisedOn(Samples.Plant, key, Samples.Start, default));
        await _store.Ask((IRecurrenceStore s) => s.ClosedWith(Samples.Plant, "OTHER", Samples.Start, default));
        await _store.Ask((IRecurrenceStore s) => s.LastOf(Samples.Plant, key, default));
        await _store.Ask((IAlarmHistory h) => h.Traces(Samples.Plant, Samples.Start, Samples.Start.AddDays(90), default));

        var plans = Plans("FROM alerts t", "FROM recurrences t", "WITH concerned");

        Assert.Equal(4, plans.Count);
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
        var traces = plans.Single(p => p.Sql.Contains("concerned", StringComparison.Ordinal)).Plan;
        Assert.Equal(2, traces.Count(step => step.StartsWith("SEARCH e USING COVERING INDEX timeline_entries_turns", StringComparison.Ordinal)));
        Assert.All(traces.Where(s => s.StartsWith("SCAN", StringComparison.Ordinal)), s => Assert.True(s is "SCAN c" || s.StartsWith("SCAN a USING INDEX alerts_open", StringComparison.Ordinal), s));
    }

    [Fact]
    public async Task Actions_are_asked_of_indexes_in_their_order()
    {
        var (day, page) = (new DateOnly(2026, 3, 2), new PageRequest(50, null, null, null, WantsTotal: false));
        ActionFilter[] filters = [new(), new(PlanIds: Two), new(OwnerIds: Two), new(AreaIds: Two), new(States: [ActionState.ToDo, ActionState.Doing]), new(Drift: true)];
        foreach (var filter in filters)
        {
            await _store.Ask((IActionReader r) => r.List([Samples.Plant], filter, ActionOrder.DueFirst, day, page, default));
        }

        await _store.Ask((IActionReader r) => r.List([Samples.Plant], new(), ActionOrder.NewestFirst, day, page, default));
        await _store.Ask((IActionReader r) => r.OpenUntil(Two, day, default));
        await _store.Ask((IActionReader r) => r.OpenOf(Samples.Id(1), Two, default));
        await _store.Ask((IActionReader r) => r.OfPlans(Two, default));
        await _store.Ask((IActionReader r) => r.DueWithin(Samples.Plant, day, day, default));
        await _store.Ask((IActionStore s) => s.AloneOn(Samples.Plant, new("Supply", null, null), Samples.Start, default));

        var plans = Plans("FROM actions t");

        Assert.Equal(12, plans.Count);
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
        Assert.All(
            plans.Where(p => p.Sql.Contains("LIMIT", StringComparison.Ordinal) && !p.Sql.Contains("plan_id =", StringComparison.Ordinal) && !p.Sql.Contains("UNION", StringComparison.Ordinal)),
            p => Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", p.Plan, StringComparer.Ordinal));
    }

    private Task<Page<Alert>> List(AlertFilter filter, AlertOrder order, string? after) => _store.Ask((IAlertReader r) =>
        r.List([Samples.Plant], filter, order, new(50, after, null, null, WantsTotal: false), default));

    [Fact]
    public async Task The_portfolio_of_plans_and_all_that_a_plan_opens_with_are_found_in_an_index()
    {
        ActionPlanFilter[] filters =
        [
            new(), new(States: [PlanState.Running, PlanState.Draft]), new(LeaderIds: Two), new(SponsorIds: Two), new(ParticipantIds: Two),
            new(PlaceIds: Two, ProductIds: Two), new(Methods: ["8D"], Steps: ["D4"], Late: true), new(Text: "vis"),
        ];
        foreach (var order in Enum.GetValues<ActionPlanOrder>())
        {
            foreach (var filter in filters)
            {
                var page = await _store.Ask((IPlanReader r) => r.List(
                    [Samples.Plant], filter, order, new(2026, 3, 2), new(50, null, null, null, WantsTotal: false), default));
                Assert.Empty(page.Items);
            }
        }

        await _store.Ask((IPlanStore s) => s.Find(Samples.Id(1), default));
        await _store.Ask((IPlanStore s) => s.NextDue(Samples.Start, [Samples.Id(1)], default));
        var alert = Alert.Raise("A-1", Samples.Problem(), Report.BySystem(Samples.Start));
        await _store.Ask((IPlanStore s) => s.Watching(alert, Samples.Start, default));
        await _store.Ask((IPlanStore s) => s.NextPromoted(Samples.Start, [Samples.Id(1)], default));
        await _store.Ask((IPlanStore s) => s.OpenCases(Samples.Plant, Samples.Id(1), "QRQC", default));
        await _store.Ask((IPlanStore s) => s.KindsSince(Samples.Id(1), 1, default));
        await _store.Ask((IPlanStore s) => s.Fields(Samples.Id(1), 1, "D0", default));
        await _store.Ask((IPlanReader r) => r.Fields(Two, default));
        await _store.Ask((IPlanReader r) => r.Versions(Two, default));
        await _store.Ask((IPlanReader r) => r.Meetings(Two, default));
        await _store.Ask((IPlanReader r) => r.Communications(Two, default));
        await _store.Ask((IPlanReader r) => r.Referrals(Two, default));
        await _store.Ask((IPlanReader r) => r.ReferralsOfDysfunctions(Two, default));
        await _store.Ask((IPlanReader r) => r.OpenReferrals(Two, default));
        await _store.Ask((IPlanReader r) => r.History(Samples.Id(1), new(50, null, null, null, WantsTotal: false), default));

        var plans = Plans("FROM action_plans t", "FROM plan_fields t", "FROM plan_history t", "FROM plan_meetings t", "FROM plan_communications t", "FROM referrals t");

        Assert.True(plans.Count >= 30, $"{plans.Count} statements");
        Assert.All(plans, p => Assert.Contains(p.Plan, step => step.StartsWith("SEARCH t ", StringComparison.Ordinal)));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN t", StringComparison.Ordinal)));
        Assert.All(
            plans.Where(p => p.Sql.Contains("FROM action_plans t", StringComparison.Ordinal) && !p.Sql.Contains("UNION ALL", StringComparison.Ordinal)),
            p => Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", p.Plan, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_measured_of_the_plants_past_is_found_in_an_index()
    {
        var (from, to) = (Samples.Start, Samples.Start.AddDays(30));
        await _store.Ask((IMeasureHistory h) => h.Raised(Samples.Plant, [], from, to, default));
        await _store.Ask((IMeasureHistory h) => h.LineStops(Samples.Plant, [], to, default));
        await _store.Ask((IMeasureHistory h) => h.Statuses(Samples.Plant, [], from, default));
        await _store.Ask((IMeasureHistory h) => h.Due(Samples.Plant, [], from, to, default));
        await _store.Ask((IMeasureHistory h) => h.Consumed(Samples.Plant, [], from, to, default));
        await _store.Ask((IIndicatorReader r) => r.OfPlans(Two, default));
        string[] indexes =
            ["alerts_by_plant", "timeline_entries_of_alert", "timeline_entries_stops", "change_log_statuses", "supply_points_place", "deliveries_due", "movements_occurred", "indicators_of_plan"];

        var plans = Plans(
            "FROM alerts a", "FROM timeline_entries", "FROM change_log l", "FROM supply_points p", "FROM deliveries t", "FROM movements m", "FROM indicators t");

        Assert.Equal(8, plans.Count);
        Assert.All(indexes, index => Assert.Contains(plans, p => p.Plan.Exists(step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal))));
        Assert.All(plans, p => Assert.DoesNotContain(p.Plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal)));
    }

    private List<(string Sql, List<string> Plan)> Plans(params string[] tables)
    {
        var connection = _store.Database.Rent();
        try
        {
            return
            [
                .. connection.Statements.Where(sql => tables.Any(t => sql.Contains(t, StringComparison.Ordinal))).ToList()
                    .Select(sql => (sql, connection.Rows("EXPLAIN QUERY PLAN " + sql, r => r.GetString(3), Unbound(sql)))),
            ];
        }
        finally
        {
            _store.Database.Return(connection);
        }
    }

    private static (string, object?)[] Unbound(string sql) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(sql, "(?<=@)[a-z0-9]+", default, TimeSpan.FromSeconds(1))
            .Select(m => m.Value).Distinct(StringComparer.Ordinal).Select(name => (name, (object?)1L)),
    ];
}
