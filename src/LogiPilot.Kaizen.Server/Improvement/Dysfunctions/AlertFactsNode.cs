using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

[GraphQLName("AlertFacts")]
[GraphQLDescription("What alerts say of a dysfunction: how many, where, how often, and what they cost.")]
public sealed class AlertFactsNode(AlertFacts facts, OrganisationPicture people)
{
    public int Count => facts.Alerts.Count;

    [GraphQLDescription("Returns within 15 minutes counted too.")]
    public int Occurrences => facts.Occurrences;

    public DateTimeOffset FirstAt => facts.FirstAt;

    public DateTimeOffset LastAt => facts.LastAt;

    [GraphQLDescription("On average from one to the next, by the clock; null of one alone.")]
    public double? HoursBetween => facts.HoursBetween;

    [GraphQLDescription("How long lines stood still because of them, up to now.")]
    public double StoppedMinutes => facts.StoppedMinutes;

    [GraphQLDescription("What that cost; null where the plant does not say what an hour costs.")]
    public Money? StoppedCost => facts.StoppedCost;

    [GraphQLDescription("By day of the plant, days without any left out.")]
    public IReadOnlyList<AlertsOfDay> Days => facts.Days;

    [GraphQLDescription("Most first, with what is reached of all so far.")]
    public async Task<IEnumerable<AlertParetoRow>> GetParetoAsync(
        ISupplyReader supply, Texts texts, ICurrentActor current, CancellationToken cancellationToken, ParetoGroup by = ParetoGroup.Kind)
    {
        var rows = facts.Pareto(by);
        var products = by == ParetoGroup.Product
            ? await supply.ProductsById([.. rows.Select(r => r.Value).OfType<string>().Select(Guid.Parse)], cancellationToken)
            : new Dictionary<Guid, Product>();
        return rows.Select(r => new AlertParetoRow(
            r.Value switch
            {
                null => texts.Of(current.Actor.Language, "dysfunctions.unsaid"),
                { } value when by == ParetoGroup.Kind => texts.Of(current.Actor.Language, "alerts.kind." + Naming.Screaming(Enum.Parse<AlertKind>(value))),
                { } value when by == ParetoGroup.Cause => texts.Of(current.Actor.Language, "alerts.cause." + value),
                { } value when by == ParetoGroup.Place => people.Name(Guid.Parse(value))?.Name ?? value,
                { } value => products.GetValueOrDefault(Guid.Parse(value)) is { } product ? $"{product.Code} {product.Name}" : value,
            },
            r.Count, r.StoppedMinutes, r.CumulativePercent));
    }

    [GraphQLDescription("Oldest first.")]
    public async Task<IReadOnlyList<AlertPicture>> GetAlertsAsync(AlertPictures pictures, CancellationToken cancellationToken) =>
        await pictures.Of(facts.Alerts, cancellationToken);
}

[GraphQLName("AlertParetoRow")]
public sealed record AlertParetoRow(
    [property: GraphQLDescription("In the reader's language.")] string Label, int Count, double StoppedMinutes, double CumulativePercent);
