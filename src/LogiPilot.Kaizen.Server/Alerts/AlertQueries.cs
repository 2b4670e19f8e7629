using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Alerts;

[QueryType]
public static class AlertQueries
{
    [Needs(Permission.SeeBoard)]
    public static async Task<AlertPicture?> GetAlertAsync(
        Guid id, UseCases useCases, AlertPictures pictures, CancellationToken cancellationToken) =>
        await useCases.Find(new FindAlert(id), cancellationToken) is { } alert ? await pictures.Of(alert, cancellationToken) : null;

    [Needs(Permission.SeeBoard)]
    public static async Task<AlertPicture?> GetAlertByNumberAsync(
        string number, Guid plantId, UseCases useCases, AlertPictures pictures, CancellationToken cancellationToken) =>
        await useCases.Find(new FindAlertByNumber(plantId, number), cancellationToken) is { } alert
            ? await pictures.Of(alert, cancellationToken)
            : null;

    [Needs(Permission.SeeBoard)]
    [UseConnection(Name = "Alert")]
    public static async Task<Connection<AlertPicture>> GetAlertsAsync(
        AlertFilter? filter, PageRequest page, UseCases useCases, AlertPictures pictures, CancellationToken cancellationToken,
        AlertOrder orderBy = AlertOrder.NewestFirst)
    {
        var found = await useCases.Ask(new ListAlerts(filter ?? new(), orderBy, page.ToCore()), cancellationToken);
        var pictured = (await pictures.Of([.. found.Items.Select(i => i.Item)], cancellationToken)).ToDictionary(a => a.Id);
        return found.ToConnection(a => pictured[a.Id]);
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("What is asked of the caller.")]
    public static MyWorkNode GetMyWork() => new();

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Causes offered when resolving, named in the reader's language.")]
    public static async Task<IEnumerable<Cause>> GetCausesAsync(
        UseCases useCases, Texts texts, ICurrentActor current, CancellationToken cancellationToken) =>
        (await useCases.Ask(new ListCauses(), cancellationToken)).Codes
        .Select(code => new Cause(code, texts.Of(current.Actor.Language, "alerts.cause." + code)));
}

public sealed record Cause(string Code, string Name);

/// <summary>What is asked of somebody; each room adds its own.</summary>
[GraphQLName("MyWork")]
public sealed class MyWorkNode
{
    [GraphQLDescription("Most urgent first: those the caller owns or was given, then those the caller may take.")]
    public async Task<IReadOnlyList<AlertPicture>> GetAlertsAsync(
        UseCases useCases, AlertPictures pictures, CancellationToken cancellationToken) =>
        await pictures.Of((await useCases.Ask(new ListMyWork(), cancellationToken)).Alerts, cancellationToken);
}
