using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;
using MediatR;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

/// <summary>What a dysfunction is called that somebody reports from alerts without a title: what is wrong most often, and where.</summary>
public sealed class DysfunctionTitles(IMediator mediator, ISupplyReader supply, IDirectory directory, Texts texts, ICurrentActor current)
{
    /// <summary>Null where there are no such alerts.</summary>
    public async Task<string?> Of(IReadOnlyList<Guid>? alertIds, Guid? recurrenceId, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new ViewDysfunctionFacts(alertIds, recurrenceId), cancellationToken);
        if (!found.IsDone || found.Value is not { } facts)
        {
            return null;
        }

        var kind = facts.Alerts.GroupBy(a => a.Kind).OrderByDescending(g => g.Count()).First().Key;
        var (places, products) = (Only(facts.Alerts.Select(a => a.PlaceId)), Only(facts.Alerts.Select(a => a.ProductId)));
        var place = (await directory.Current(cancellationToken)).Name(places)?.Name;
        var product = products is { } id ? (await supply.ProductsById([id], cancellationToken)).GetValueOrDefault(id)?.Name : null;
        string?[] parts = [texts.Of(current.Actor.Language, "alerts.kind." + Naming.Screaming(kind)), product, place];
        var title = string.Join(", ", parts.OfType<string>());
        return title.Length <= Words.InName ? title : title[..Words.InName];
    }

    private static Guid? Only(IEnumerable<Guid?> ids) => ids.Distinct().ToList() is [{ } only] ? only : null;
}
