using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using Xunit;
using static LogiPilot.Kaizen.Core.Tests.Improvement.Plans.PlanWorld;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Plans;

/// <summary>
/// Recurrence, checks, cycles and levels at their limits, in a method of LOOK, HOLD (suspended by an alert), THINK, PROVE (a day and a whole
/// period after THINK, started again by an alert, with checks after 30 and 60 days) and CLOSE.
/// </summary>
public sealed class PlanComesBackTests
{
    private static readonly MethodDefinition Watched = Method with
    {
        HasCycles = true,
        Steps =
        [
            Method.Steps[0], Named("HOLD") with { SuspendedByRecurrence = true }, Named("THINK"),
            Named("PROVE") with
            {
                RestartedByRecurrence = "THINK", DependsOn = ["THINK"], Checks = [60, 30], FailedCheckReturns = "THINK",
                Due = new StepDue(1, Working: false, After: "THINK", AndBaselinePeriod: true),
            },
            Named("CLOSE"),
        ],
        Levels = [new("L1", Method.Name, LevelRhythm.Daily), new("L2", Method.Name, LevelRhythm.Daily), new("L3", Method.Name, LevelRhythm.Daily)],
    };

    [Fact]
    public void A_report_that_joins_late_tells_of_before_the_plan_or_of_before_it_was_closed()
    {
        var (running, closed) = (Run(), Run("LOOK", "HOLD", "THINK", "PROVE", "CLOSE"));

        Assert.False(running.IsConcerned(Seen(Friday.AddHours(-1)), TimelineKind.Joined));
        Assert.True(running.IsConcerned(Seen(Friday.AddHours(-1)), TimelineKind.Raised));
        Assert.True(running.IsConcerned(Seen(Friday), TimelineKind.Joined));
        Assert.False(closed.IsConcerned(Seen(Friday.AddMinutes(4)), TimelineKind.Joined));
        Assert.True(closed.IsConcerned(Seen(closed.ClosedAt!.Value), TimelineKind.Joined));
    }

    [Fact]
    public void For_ninety_days_a_closed_plan_is_watched_and_one_that_was_given_up_is_not()
    {
        var (onTheLast, after, given) = (Closed(), Closed(), Run("LOOK"));
        var last = onTheLast.ClosedAt!.Value.AddDays(90);
        Assert.Null(given.Abandon("La ligne ferme", By(Sponsor)));

        Assert.True(onTheLast.Recur(Seen(last), null, By(Leader, last))!.IsAfterClosing);
        Assert.Null(onTheLast.Recur(Seen(last), null, By(Leader, last)));
        Assert.Null(after.Recur(Seen(last), null, By(Leader, last.AddMinutes(1))));
        Assert.Null(given.Recur(Seen(Friday.AddDays(1)), null, By(Leader, Friday.AddDays(1))));

        static ActionPlan Closed() => Run("LOOK", "HOLD", "THINK", "PROVE", "CLOSE");
    }

    [Fact]
    public void Only_what_is_reached_is_suspended_or_started_again_and_one_alert_is_told_once()
    {
        var (first, second) = (Seen(Friday.AddHours(1)), Seen(Friday.AddHours(2)));
        Assert.Null(Run().Recur(first, null, By(Leader, Friday.AddHours(1))));
        var plan = Run("LOOK", "HOLD");

        Assert.Equal(new PlanRecurrence("HOLD", null, false), plan.Recur(first, null, By(Leader, Friday.AddHours(1))));
        Assert.Equal("LOOK:Signed HOLD:Suspended THINK:Locked PROVE:Locked CLOSE:Locked", plan.States());
        Assert.Null(plan.Recur(first, Friday.AddHours(1), By(Leader, Friday.AddHours(2))));
        Assert.NotNull(plan.Recur(second, null, By(Leader, Friday.AddHours(2))));
        Assert.Null(plan.ProposedReturn);
    }

    [Fact]
    public void Each_day_it_comes_back_the_period_starts_again_and_the_step_is_due_no_earlier_than_it_ends()
    {
        var (plan, alert) = (Run("LOOK", "HOLD", "THINK"), Seen(Friday.AddHours(1)));
        Assert.True(plan.Aim(Of28Days(), [Of28Days()], By(Leader)));
        var due = new DateOnly(2027, 3, 5).AddDays(29);
        Assert.Equal(due, plan.Step("PROVE")!.DueOn);

        Assert.Equal(new PlanRecurrence("HOLD", "THINK", false), plan.Recur(alert, null, By(Leader, Friday.AddHours(1))));
        Assert.Equal((due, "THINK"), (plan.Step("PROVE")!.DueOn!.Value, plan.ProposedReturn!.Step));
        Assert.Null(plan.Recur(alert, Friday.AddHours(1), By(Leader, Friday.AddHours(2))));
        Assert.Equal("textNeeded", plan.DeclineReturn(" ", By(Leader))!.Reason);
        Assert.Null(plan.DeclineReturn("Une autre pièce", By(Leader)));
        Assert.Null(plan.ProposedReturn);

        Assert.NotNull(plan.Recur(alert, Friday.AddHours(1), By(Leader, Friday.AddDays(9))));
        Assert.Equal((new DateOnly(2027, 3, 14), due.AddDays(8)), (plan.CameBackOn!.Value, plan.Step("PROVE")!.DueOn!.Value));
        Assert.NotNull(plan.ProposedReturn);
    }

    [Fact]
    public void While_a_step_is_suspended_it_is_written_in_and_signed_anew_before_any_later_one()
    {
        var plan = Run("LOOK", "HOLD", "THINK");
        Assert.NotNull(plan.Recur(Seen(Friday), null, By(Leader, Friday)));

        Assert.Null(plan.WhyNotFill("HOLD", By(Leader).Actor));
        Assert.Equal("stepSigned", plan.Sign("THINK", [], By(Leader))!.Reason);
        Assert.Equal("stepEarlierOpen", plan.Sign("PROVE", [], By(Leader))!.Reason);
        plan.Sign("HOLD");
        Assert.Equal("THINK", plan.ProposedReturn!.Step);
        Assert.Equal("LOOK:Signed HOLD:Signed THINK:Signed PROVE:Open CLOSE:Locked", plan.States());

        Assert.Null(plan.Return("HOLD", "Le tri en oublie", By(Leader)));
        Assert.Equal("THINK", plan.ProposedReturn!.Step);
        Assert.Null(plan.Return("THINK", "Autre cause", By(Leader)));
        Assert.Null(plan.ProposedReturn);
    }

    [Fact]
    public void A_check_is_held_in_its_turn_from_its_day_on_by_who_leads_and_a_failed_one_sends_the_step_back()
    {
        var plan = Run("LOOK", "HOLD", "THINK");
        Assert.Equal("checkNotDue", Hold(30, 29));
        Assert.Equal("checkEarlier", Hold(60, 60));
        Assert.Equal("checkUnknown", Hold(31, 60));
        Assert.Equal("forbiddenLeadPlan", plan.HoldCheck("PROVE", 30, true, "Rien", By(Pilot, Friday.AddDays(30)))!.Reason);
        Assert.Equal("textNeeded", plan.HoldCheck("PROVE", 30, true, " ", By(Leader, Friday.AddDays(30)))!.Reason);
        Assert.Null(Hold(30, 30));
        Assert.Equal("checkHeld", Hold(30, 30));
        Assert.Equal("LOOK:Signed HOLD:Signed THINK:Signed PROVE:Open CLOSE:Locked", plan.States());
        Assert.Null(plan.Suspend("Arrêt annuel", new(2027, 5, 20), By(Leader, Friday.AddDays(60))));
        Assert.Equal("planNotRunning", Hold(60, 60));
        Assert.Null(plan.Resume(By(Leader, Friday.AddDays(60))));

        Assert.Null(plan.HoldCheck("PROVE", 60, false, "Revenu", By(Leader, Friday.AddDays(60))));

        Assert.Equal("LOOK:Signed HOLD:Signed THINK:Open PROVE:Locked CLOSE:Locked", plan.States());
        Assert.Empty(plan.Checks);
        Assert.Null(plan.Sign("THINK", [], By(Leader, Friday.AddDays(60))));
        Assert.Equal(
            [(30, new DateOnly(2027, 6, 3), null), (60, new DateOnly(2027, 7, 3), null)], plan.Checks.Select(c => (c.Days, c.DueOn, c.HeldOn)));

        string? Hold(int days, int on) => plan.HoldCheck("PROVE", days, true, "Rien", By(Leader, Friday.AddDays(on)))?.Reason;
    }

    [Fact]
    public void The_next_cycle_forgets_what_came_back_what_was_checked_and_who_approved()
    {
        var plan = Run("LOOK", "HOLD", "THINK");
        Assert.NotNull(plan.Recur(Seen(Friday), null, By(Leader, Friday)));
        plan.Sign("HOLD", "PROVE");
        var (at, today) = (Friday.AddDays(3), new DateOnly(2027, 3, 8));
        Assert.Equal("dayPast", plan.OpenCycle(today, 9, By(Leader, at))!.Reason);
        Assert.Equal("planLacksDeadline", plan.OpenCycle(null, 9, By(Leader, at))!.Reason);

        Assert.Null(plan.OpenCycle(today.AddDays(1), 9, By(Leader, at)));

        Assert.Equal((2, at, today.AddDays(1), 9), (plan.Cycle, plan.CycleOpenedAt, plan.Deadline!.Value, plan.BaselineDays));
        Assert.Equal((null, null, null, 0), (plan.CameBackOn, plan.ProposedReturn, plan.ApprovedAt, plan.Reminders));
        Assert.Empty(plan.Checks);
        Assert.Equal((PlanState.Submitted, at.AddDays(2)), (plan.State, plan.DueAt));
        Assert.Equal((1, StepState.Signed), (Assert.Single(plan.PastCycles).Cycle, plan.PastCycles[0].Steps[3].State));
        Assert.Equal(new DateOnly(2027, 3, 9), plan.Step("LOOK")!.DueOn);
    }

    [Fact]
    public void What_is_unsolved_goes_up_when_its_meeting_ends_on_a_day_that_works()
    {
        PlanTurn At(DateTimeOffset at) => By(Leader, at) with { CutOffs = [new("L1", new TimeOnly(10, 0)), new("L2", new TimeOnly(9, 0))] };
        var plan = ActionPlan.Open("P-0001", Watched, Draft(Whole), At(Friday)).Value;
        var (ten, monday) = (Friday.AddHours(1), Friday.AddDays(3));
        Assert.Equal(("L1", ten), (plan.Level, plan.PromoteAt));
        Assert.Null(plan.Promote(At(ten.AddMinutes(-1))));

        Assert.Equal("L2", plan.Promote(At(ten))!.Code);
        Assert.Equal(monday, plan.PromoteAt);
        Assert.Equal("L3", plan.Promote(At(monday))!.Code);
        Assert.Null(plan.PromoteAt);

        // Without a meeting the day itself ends it; solved is what only its last step is left of.
        var quiet = Run();
        Assert.Equal(new DateTimeOffset(2027, 3, 5, 23, 0, 0, TimeSpan.Zero), quiet.PromoteAt);
        Assert.NotNull(quiet.Sign("LOOK", "HOLD", "THINK").PromoteAt);
        Assert.Null(quiet.Sign("PROVE").PromoteAt);
    }

    private static StepDefinition Named(string code) =>
        Method.Steps[0] with { Code = code, Due = null, DependsOn = [], Signs = SignedBy.Leader };

    /// <summary>Approved, and signed up to a step, five minutes after it was opened.</summary>
    private static ActionPlan Run(params string[] signed)
    {
        var plan = ActionPlan.Open("P-0001", Watched, Draft(Whole), By(Leader)).Value;
        Assert.Null(plan.Submit(By(Leader)) ?? plan.Approve(null, By(Sponsor)));
        foreach (var step in signed)
        {
            Assert.Null(plan.Sign(step, [], By(Leader, Friday.AddMinutes(step == "CLOSE" ? 5 : 0))));
        }

        return plan;
    }

    private static Alert Seen(DateTimeOffset at) => Alert.Raise(
        "A-2027-000001", new Problem(Plant, AlertKind.Quality, Severity.Major, Id(60)), new Report(null, at, at), KindSetting.Default(Plant, AlertKind.Quality));

    private static Indicator Of28Days() => Indicator.Define(Id(70), Id(71), new IndicatorTerms(
        "Ruptures", "ruptures", Direction.Lower, MeasureSource.Manual, [], Exposure.WorkingHours,
        new MeasuredPeriod(new(2027, 2, 1), new(2027, 2, 28), 14, 320, 14), 1, null));
}
