using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Reporting;

[ObjectType<AlarmHealth>]
[GraphQLDescription("How healthy the alerts of a period were. Transitions: raised, reopened, returned; cleared, resolved, cancelled.")]
public static class AlarmHealthNode;

[ObjectType<ChatteringAlert>]
public static class ChatteringAlertNode
{
    [BindMember(nameof(ChatteringAlert.AlertId))]
    public static async Task<AlertPicture> GetAlertAsync([Parent] ChatteringAlert chattering, AlertById alerts, CancellationToken cancellationToken) =>
        await alerts.LoadRequiredAsync(chattering.AlertId, cancellationToken);
}

[ObjectType<StaleAlert>]
public static class StaleAlertNode
{
    [BindMember(nameof(StaleAlert.AlertId))]
    public static async Task<AlertPicture> GetAlertAsync([Parent] StaleAlert stale, AlertById alerts, CancellationToken cancellationToken) =>
        await alerts.LoadRequiredAsync(stale.AlertId, cancellationToken);
}

[ObjectType<LineLoad>]
public static class LineLoadNode
{
    [BindMember(nameof(LineLoad.LineId))]
    [GraphQLDescription("Null: of no line.")]
    public static async Task<Named?> GetLineAsync([Parent] LineLoad row, IDirectory directory, CancellationToken cancellationToken) =>
        (await directory.Current(cancellationToken)).Name(row.LineId);
}

[ObjectType<BadActor>]
[GraphQLDescription("One problem, however many alerts.")]
public static class BadActorNode
{
    [BindMember(nameof(BadActor.LineId))]
    public static async Task<Named?> GetLineAsync([Parent] BadActor actor, IDirectory directory, CancellationToken cancellationToken) =>
        (await directory.Current(cancellationToken)).Name(actor.LineId);

    [BindMember(nameof(BadActor.Key))]
    [GraphQLDescription("Null: the stores as a whole.")]
    public static async Task<Named?> GetPlaceAsync([Parent] BadActor actor, IDirectory directory, CancellationToken cancellationToken) =>
        (await directory.Current(cancellationToken)).Name(actor.Key.PlaceId);

    public static async Task<ProductNode?> GetProductAsync([Parent] BadActor actor, ProductById products, CancellationToken cancellationToken) =>
        actor.Key.ProductId is { } product ? await products.LoadAsync(product, cancellationToken) : null;

    public static string? GetSupplierOrder([Parent] BadActor actor) => actor.Key.SupplierOrder;
}

[ObjectType<ThresholdProposal>]
[GraphQLDescription("Another threshold for a point that chatters, justified by replaying its ledger; proposed is null when none helps.")]
public static class ThresholdProposalNode
{
    [BindMember(nameof(ThresholdProposal.Point))]
    public static async Task<SupplyPointNode> GetPointAsync(
        [Parent] ThresholdProposal proposal, IDirectory directory, CancellationToken cancellationToken) =>
        new(proposal.Point, await directory.Current(cancellationToken));

    [BindMember(nameof(ThresholdProposal.ChatteringAlertIds))]
    public static async Task<IEnumerable<AlertPicture>> GetChatteringAlertsAsync(
        [Parent] ThresholdProposal proposal, AlertById alerts, CancellationToken cancellationToken) =>
        (await Task.WhenAll(proposal.ChatteringAlertIds.Select(id => alerts.LoadAsync(id, cancellationToken)))).OfType<AlertPicture>();

    [GraphQLDescription("The version of the point, to apply it over.")]
    public static int GetVersion([Parent] ThresholdProposal proposal) => proposal.Point.Version;
}
