using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Alerts;

[GraphQLName("Recurrence")]
[GraphQLDescription("A problem that came back as often as the plant's rule says: the proposal of a dysfunction with its facts.")]
public sealed class RecurrenceNode(RecurrencePicture picture, OrganisationPicture people)
{
    private readonly Recurrence _recurrence = picture.Recurrence;

    public Guid Id => _recurrence.Id;

    public Guid PlantId => _recurrence.PlantId;

    public RecurrenceCriterion Criterion => _recurrence.Criterion;

    public RecurrenceState State => _recurrence.State;

    [GraphQLDescription("Kind of the last alert.")]
    public AlertKind Kind => _recurrence.Kind;

    [GraphQLDescription("What is the same by cause, named in the reader's language; null by key.")]
    public Cause? GetCause(Texts texts, ICurrentActor current) =>
        _recurrence.CauseCode is { } code ? new(code, texts.Of(current.Actor.Language, "alerts.cause." + code)) : null;

    [GraphQLDescription("By key: where; null for the stores as a whole, and by cause.")]
    public Named? Place => people.Name(_recurrence.Key?.PlaceId);

    public Named? Area => people.Name(_recurrence.AreaId);

    public async Task<ProductNode?> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        _recurrence.Key?.ProductId is { } product ? await products.LoadAsync(product, cancellationToken) : null;

    public string? SupplierOrder => _recurrence.Key?.SupplierOrder;

    [GraphQLDescription("How many alerts since firstAt, also those no longer named.")]
    public int Count => _recurrence.Count;

    public DateTimeOffset FirstAt => _recurrence.FirstAt;

    public DateTimeOffset LastAt => _recurrence.LastAt;

    [GraphQLDescription("How long lines stood still because of the alerts named, up to now.")]
    public double StoppedMinutes => picture.StoppedMinutes;

    [GraphQLDescription("The alerts that recurred, oldest first; the latest 50.")]
    public async Task<IEnumerable<AlertPicture>> GetAlertsAsync(AlertById alerts, CancellationToken cancellationToken) =>
        (await Task.WhenAll(_recurrence.AlertIds.Select(id => alerts.LoadAsync(id, cancellationToken)))).OfType<AlertPicture>();

    [GraphQLDescription("Why it was dismissed.")]
    public string? Reason => _recurrence.Reason;

    public PersonName? DecidedBy => people.NamePerson(_recurrence.DecidedById);

    public DateTimeOffset? DecidedAt => _recurrence.DecidedAt;

    public int Version => _recurrence.Version;
}

[ObjectType<RecurrenceRule>]
[GraphQLName("RecurrenceRule")]
[GraphQLDescription("So many alerts in so many days are a recurrence; version 0: the standard.")]
public static class RecurrenceRuleNode;
