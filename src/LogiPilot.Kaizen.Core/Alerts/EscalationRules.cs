using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What timers must be, so that no alert lies for ever and nobody is called who is not there.</summary>
internal static class EscalationRules
{
    public const int MostLevels = 20;
    public const int MostLoops = 10;
    public const int MostTargets = 20;
    public const int LongestDelay = 7 * 24 * 60;

    public static IEnumerable<Refusal?> Check(IReadOnlyList<EscalationTimers> timers, Guid plantId, OrganisationPicture people)
    {
        if (timers.Count == 0)
        {
            yield return Refusal.Invalid("timers", "policyWithoutLevels");
        }

        for (var i = 0; i < timers.Count; i++)
        {
            var (of, field) = (timers[i], FormattableString.Invariant($"timers[{i}]"));
            yield return timers.Take(i).Any(t => t.Severity == of.Severity)
                ? Refusal.Invalid(field + ".severity", "severityTwice", ("severity", of.Severity))
                : null;
            yield return of.Unacknowledged.Count == 0 && of.Severity != Severity.Information
                ? Refusal.Invalid(field + ".unacknowledged", "severityWithoutLevels", ("severity", of.Severity))
                : null;
            yield return of.Loops is < 0 or > MostLoops ? Refusal.Invalid(field + ".loops", "loopsOutOfRange", ("most", MostLoops)) : null;
            foreach (var (levels, name) in new[] { (of.Unacknowledged, "unacknowledged"), (of.Unresolved, "unresolved") })
            {
                foreach (var refusal in Check(levels, of.Loops, FormattableString.Invariant($"{field}.{name}"), plantId, people))
                {
                    yield return refusal;
                }
            }
        }
    }

    private static IEnumerable<Refusal?> Check(
        IReadOnlyList<EscalationLevel> levels, int loops, string field, Guid plantId, OrganisationPicture people)
    {
        yield return levels.Count > MostLevels ? Refusal.Invalid(field, "levelsTooMany", ("most", MostLevels)) : null;
        yield return loops > 0 && levels is [{ AfterMinutes: 0 }] ? Refusal.Invalid(field, "loopNeedsDelay") : null;
        for (var i = 0; i < levels.Count; i++)
        {
            var (level, at) = (levels[i], FormattableString.Invariant($"{field}[{i}]"));
            yield return level.AfterMinutes is < 0 or > LongestDelay
                ? Refusal.Invalid(at + ".afterMinutes", "delayOutOfRange", ("days", LongestDelay / 60 / 24))
                : i > 0 && level.AfterMinutes <= levels[i - 1].AfterMinutes ? Refusal.Invalid(at + ".afterMinutes", "delaysNotRising")
                : null;
            yield return level.Channels.Count == 0 ? Refusal.Invalid(at + ".channels", "levelWithoutChannels") : null;
            yield return level.Targets.Count is 0 or > MostTargets
                ? Refusal.Invalid(at + ".targets", "levelWithoutTargets", ("most", MostTargets))
                : null;
            foreach (var refusal in level.Targets.Select((t, n) => Check(t, FormattableString.Invariant($"{at}.targets[{n}]"), plantId, people)))
            {
                yield return refusal;
            }
        }
    }

    private static Refusal? Check(EscalationTarget target, string field, Guid plantId, OrganisationPicture people) => target.Kind switch
    {
        TargetKind.RoleOnShift when target.Role == Role.Screen => Refusal.Invalid(field + ".role", "targetIsScreen"),
        TargetKind.RoleOnShift when target.Role is null => Refusal.Invalid(field + ".role", "targetIncomplete"),
        TargetKind.Team when target.TeamId is null => Refusal.Invalid(field + ".teamId", "targetIncomplete"),
        TargetKind.Team when people.Teams.All(t => t.Id != target.TeamId || t.PlantId != plantId) =>
            Refusal.Invalid(field + ".teamId", "targetNotOfPlant"),
        TargetKind.Person when target.PersonId is null => Refusal.Invalid(field + ".personId", "targetIncomplete"),
        TargetKind.Person when people.ActorOf(target.PersonId.Value)?.Sees(plantId) != true =>
            Refusal.Invalid(field + ".personId", "targetNotOfPlant"),
        _ => null,
    };
}
