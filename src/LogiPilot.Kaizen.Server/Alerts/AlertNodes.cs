using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Alerts;

[ObjectType<AlertPicture>]
[GraphQLName("Alert")]
public static class AlertNode
{
    [BindMember(nameof(AlertPicture.Product))]
    public static async ValueTask<ProductNode?> GetProductAsync([Parent] AlertPicture alert, ProductById products, CancellationToken cancellationToken) =>
        alert.Product is not { } product ? null
        : alert.Unit is { } unit ? new ProductNode(product.Id, product.Code, product.Name, unit)
        : await products.LoadAsync(product.Id, cancellationToken);

    [GraphQLDescription("Every step, oldest first.")]
    public static async Task<IEnumerable<TimelineEntryNode>> GetTimelineAsync(
        [Parent] AlertPicture alert, TimelineByAlert timelines, WholeAlertById alerts, IDirectory directory, CancellationToken cancellationToken)
    {
        var entries = await timelines.LoadAsync(alert.Id, cancellationToken) ?? [];
        var whole = await alerts.LoadRequiredAsync(alert.Id, cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return entries.Select(e => new TimelineEntryNode(e, whole.PlantId, picture));
    }

    [GraphQLDescription("What the caller may do with it now, and why not.")]
    public static async Task<IEnumerable<AlertCommandNode>> GetCommandsAsync(
        [Parent] AlertPicture alert, WholeAlertById alerts, IDirectory directory, ICurrentActor current, Refusals refusals,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var whole = await alerts.LoadRequiredAsync(alert.Id, cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return Enum.GetValues<AlertCommandName>().Select(command =>
        {
            var whyNot = whole.WhyNot(command, current.Actor, clock.GetUtcNow());
            return new AlertCommandNode(command, whyNot is null, whyNot is null ? null : refusals.Sentence(AlertBook.Name(whyNot, picture, whole.PlantId)));
        });
    }
}

[GraphQLName("AlertCommand")]
public sealed record AlertCommandNode(
    AlertCommandName Command, bool Allowed, [property: GraphQLDescription("Why not, in the reader's language.")] string? Reason);

[ObjectType<AssignmentPicture>]
[GraphQLName("Assignment")]
public static class AssignmentNode;

[GraphQLName("TimelineEntry")]
public sealed class TimelineEntryNode(TimelineEntry entry, Guid plantId, OrganisationPicture picture)
{
    public Guid Id => entry.Id;

    public TimelineKind Kind => entry.Kind;

    [GraphQLDescription("Null: by itself.")]
    public PersonName? By => picture.NamePerson(entry.ById);

    [GraphQLDescription("When it happened, by the reporter's corrected clock.")]
    public DateTimeOffset OccurredAt => entry.OccurredAt;

    [GraphQLDescription("When the server got it.")]
    public DateTimeOffset RecordedAt => entry.RecordedAt;

    public string? Comment => entry.Comment;

    [GraphQLDescription("Photographs that came with the remark.")]
    public IEnumerable<AttachedFileNode> Attachments => entry.Attachments().Select(a => new AttachedFileNode(a));

    [GraphQLDescription("One sentence in the reader's language.")]
    public string GetText(Texts texts, ICurrentActor current)
    {
        var sentence = TimelineSentence.Of(entry, picture.Plant(plantId), picture);
        return texts.Of(current.Actor.Language, sentence.Key, sentence.Arguments);
    }
}

[ObjectType<PlaceNode>]
public static class PlaceAlerts
{
    public static async Task<IReadOnlyList<AlertPicture>> GetOpenAlertsAsync(
        [Parent] PlaceNode place, OpenAlertsByPlace alerts, CancellationToken cancellationToken) =>
        await alerts.LoadAsync(place.Id, cancellationToken) ?? [];
}

[ObjectType<LineNode>]
public static class LineAlerts
{
    public static async Task<IReadOnlyList<AlertPicture>> GetOpenAlertsAsync(
        [Parent] LineNode line, OpenAlertsByPlace alerts, CancellationToken cancellationToken) =>
        await alerts.LoadAsync(line.Id, cancellationToken) ?? [];
}

[ObjectType<SupplyPointNode>]
public static class SupplyPointAlert
{
    public static Task<AlertPicture?> GetOpenAlertAsync(
        [Parent] SupplyPointNode point, OpenAlertByPoint alerts, CancellationToken cancellationToken) =>
        alerts.LoadAsync(point.Id, cancellationToken);
}
