using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What of an alert decides who is called, from an instant on.</summary>
public sealed record EscalationMoment(DateTimeOffset At, EscalationStanding Standing);

/// <summary>An alert that is, was or might be: where it is, and the service it is routed to.</summary>
public sealed record RehearsedAlert(Guid PlantId, Guid? AreaId, AlertKind Kind, SupportService? RoutedTo) : IConcern
{
    public Guid? RaisedById => null;

    public bool IsTaken => false;
}

/// <summary>A level as it would fire: whom it calls, and who of them cannot be reached.</summary>
public sealed record EscalationStep(
    DateTimeOffset At, EscalationTrack Track, int Round, int Loop, int Level, IReadOnlyList<EscalationTarget> Targets,
    IReadOnlyList<NoticeChannel> Channels, IReadOnlyList<Guid> People, IReadOnlyList<Guid> Unreachable, bool SoundsEverywhere)
{
    public bool Reached => People.Count > Unreachable.Count;
}

/// <summary>Plays an escalation as the sweep would, without an alert: the dry run and the replay of the past are made of it.</summary>
public sealed class EscalationRehearsal(OrganisationPicture people, IReach reach)
{
    /// <summary>The levels that fire in a life, up to an instant. What changes at the instant a level is due comes first.</summary>
    public IReadOnlyList<EscalationStep> Play(
        RehearsedAlert alert, IReadOnlyList<EscalationMoment> life, Func<Severity, EscalationRule> rule, DateTimeOffset until)
    {
        var working = people.WorkingTime(alert.PlantId, alert.AreaId);
        var escalation = Escalation.Create(Guid.Empty, alert.PlantId);
        var steps = new List<EscalationStep>();
        foreach (var moment in life)
        {
            FireBefore(moment.At);
            escalation.Follow(moment.Standing, rule(moment.Standing.Severity), working, moment.At);
        }

        FireBefore(until);
        return steps;

        void FireBefore(DateTimeOffset instant)
        {
            while (escalation.DueAt is { } due && due < instant)
            {
                steps.Add(Fire(escalation, alert, working, due));
            }
        }
    }

    private EscalationStep Fire(Escalation escalation, RehearsedAlert alert, WorkingTime working, DateTimeOffset due)
    {
        IReadOnlyList<EscalationTarget> targets = [];
        var isUrgent = escalation.Severity == Severity.Critical || alert.Kind == AlertKind.Safety;
        var (call, sounds) = escalation.Fire(
            level =>
            {
                targets = level.Targets;
                return Callees.Ask(level, alert, isUrgent, people, reach, due);
            },
            working, due);
        Guid[] unreachable = [.. call.Recipients.Where(id => !reach.CanReach(id, call.Channels, isUrgent, due))];
        return new(due, call.Track, call.Round, call.Loop, call.Level, targets, call.Channels, call.Recipients, unreachable, sounds);
    }
}
