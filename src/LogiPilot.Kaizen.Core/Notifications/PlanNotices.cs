using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Tells people of a plan, with its facts.</summary>
public sealed class PlanNotices(NoticeBook book, IDirectory directory)
{
    public async Task Tell(
        ActionPlan plan, string what, NoticeKind kind, IEnumerable<Guid?> people, CancellationToken cancellationToken,
        params (string Name, object? Value)[] more)
    {
        var organisation = await directory.Current(cancellationToken);
        await book.Tell(
            new NoticeEvent(
                plan.PlantId, $"plan:{plan.Id}:{what}", kind, plan.Id, [.. people.OfType<Guid>()], NoticeEvent.ToOne,
                FactsOf(plan, organisation, more)),
            cancellationToken);
    }

    /// <summary>Facts named …Id are persons: their names stand without it.</summary>
    internal static Dictionary<string, object?> FactsOf(
        ActionPlan plan, OrganisationPicture organisation, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["planNumber"] = plan.Number, ["plan"] = ActionFacts.Short(plan.Title) };
        foreach (var (name, value) in more)
        {
            var isPerson = name.EndsWith("Id", StringComparison.Ordinal);
            facts[isPerson ? name[..^2] : name] = isPerson ? organisation.NamePerson(value as Guid?)?.Name : value;
        }

        return facts;
    }
}
