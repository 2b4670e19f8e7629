using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>How every use case finds and changes a dysfunction: of a plant that the actor sees, of the version that the actor saw.</summary>
public sealed class DysfunctionBook(IDysfunctionStore dysfunctions, IDirectory directory, ICurrentActor current, TimeProvider clock)
{
    public Actor Actor => current.Actor;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Outcome<Dysfunction>> Find(Guid id, int? expectedVersion, CancellationToken cancellationToken)
    {
        if (await dysfunctions.Find(id, cancellationToken) is not { } dysfunction || !Actor.Sees(dysfunction.PlantId))
        {
            return Refusal.NotFound("dysfunction");
        }

        if (expectedVersion is not { } expected || expected == dysfunction.Version)
        {
            return dysfunction;
        }

        // A version that it never had says nothing about what its sender saw: all of it may be news.
        var since = dysfunction.Steps.Where(s => expected > dysfunction.Version || s.Version > expected).ToList();
        return await Name(
            Refusal.Conflict(
                "dysfunctionChanged", ("person", since[^1].ById), ("at", since[^1].At), ("currentVersion", dysfunction.Version),
                ("changed", since.Select(s => s.Kind).Distinct().ToArray())),
            dysfunction.PlantId, cancellationToken);
    }

    /// <summary>Loads a dysfunction, lets the step decide on it, keeps it.</summary>
    public async Task<Outcome<Made>> Change(
        Guid id, int? expectedVersion, Func<Dysfunction, Refusal?> step, CancellationToken cancellationToken)
    {
        var found = await Find(id, expectedVersion, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (step(found.Value) is { } refused)
        {
            return await Name(refused, found.Value.PlantId, cancellationToken);
        }

        dysfunctions.Save(found.Value);
        return (Made)id;
    }

    /// <summary>Puts persons' names and the time of the plant's clock where a refusal has ids and instants.</summary>
    public async Task<Refusal> Name(Refusal refusal, Guid plantId, CancellationToken cancellationToken) =>
        AlertBook.Name(refusal, await directory.Current(cancellationToken), plantId);
}
