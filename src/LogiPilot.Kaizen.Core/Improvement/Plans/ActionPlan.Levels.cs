using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>
/// The level at which a case is held. At the end of the level's meeting (its cut-off) what is unsolved goes one level up; solved is what only its
/// last step is left of. Source: methods.md, QRQC.
/// </content>
public sealed partial class ActionPlan
{
    /// <summary>When the case goes a level up unless it is solved; null when it does not.</summary>
    public DateTimeOffset? PromoteAt { get; private set; }

    /// <summary>The level that it went up to; null when it stays.</summary>
    public LevelDefinition? Promote(PlanTurn turn)
    {
        if (PromoteAt is null || PromoteAt > turn.Now || NextLevel is not { } next)
        {
            return null;
        }

        (Level, PromoteAt) = (next.Code, null);
        ScheduleCutOff(turn);
        Happened(PlanEventKind.Promoted, turn, null, null, ("level", next.Code));
        return next;
    }

    private bool IsUnsolved => !IsEnded && State != PlanState.Suspended && Steps.SkipLast(1).Any(s => !s.IsSigned);

    private LevelDefinition? NextLevel => Method.Levels.SkipWhile(l => l.Code != Level).Skip(1).FirstOrDefault();

    private void ScheduleCutOff(PlanTurn turn) =>
        PromoteAt = NextLevel is null || !IsUnsolved ? null : PromoteAt ?? CutOff(Method.Levels.First(l => l.Code == Level), turn);

    private DateTimeOffset CutOff(LevelDefinition level, PlanTurn turn)
    {
        var calendar = turn.People.Calendar(PlantId, AreaId);
        var day = calendar.DayOf(turn.Now);
        if (turn.CutOffs?.FirstOrDefault(c => c.Level == level.Code) is { } meeting)
        {
            var ends = LocalTime.Instant(day.ToDateTime(meeting.At), calendar.Zone);
            return ends > turn.Now && !calendar.Day(day).Closed
                ? ends
                : LocalTime.Instant(WorkingDays.After(calendar, day, 1).ToDateTime(meeting.At), calendar.Zone);
        }

        var today = calendar.Day(day).Closed ? WorkingDays.After(calendar, day, 1) : day;
        return level.Rhythm == LevelRhythm.EveryShift
            && (calendar.EndOfShift(turn.Now) ?? calendar.NextShift(turn.Now)?.Ends) is { } shiftEnds ? shiftEnds
            : LocalTime.StartOf(today.AddDays(1), calendar.Zone);
    }
}
