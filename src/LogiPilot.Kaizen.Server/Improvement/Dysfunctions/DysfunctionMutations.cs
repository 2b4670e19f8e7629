using System.Text.Json;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

[MutationType]
public static class DysfunctionMutations
{
    [GraphQLDescription("Something does not work as it should: what was seen, at a place or, without one, in the plant.")]
    public static Task<FieldResult<DysfunctionNode>> ReportDysfunctionAsync(
        DysfunctionKind kind, string? title, string? facts, string? perimeter, Guid? placeId, Guid? productId, Guid? noticedById,
        DateTimeOffset? noticedAt, Guid? plantId, Guid? clientId, DysfunctionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new ReportDysfunction(kind, title, facts, perimeter, placeId, productId, noticedById, noticedAt, PlantId: plantId) { ClientId = clientId },
            cancellationToken);

    [GraphQLDescription("A dysfunction with the facts of alerts, or of a recurrence, which it takes; without a title it is called after them.")]
    public static async Task<FieldResult<DysfunctionNode>> ReportFromAlertsAsync(
        IReadOnlyList<Guid>? alertIds, Guid? recurrenceId, DysfunctionKind? kind, string? title, string? facts, string? perimeter,
        Guid? noticedById, Guid? clientId, DysfunctionOrders orders, DysfunctionTitles titles, CancellationToken cancellationToken) =>
        await orders.Give(
            new ReportDysfunction(
                kind ?? DysfunctionKind.Technical, title, facts, perimeter, NoticedById: noticedById, AlertIds: alertIds ?? [],
                RecurrenceId: recurrenceId)
            {
                ClientId = clientId, TitleOtherwise = await titles.Of(alertIds, recurrenceId, cancellationToken),
            },
            cancellationToken);

    [GraphQLDescription("Says better what it is; every part is as given here afterwards.")]
    public static Task<FieldResult<DysfunctionNode>> DescribeDysfunctionAsync(
        Guid dysfunctionId, DysfunctionKind kind, string? title, string? facts, string? perimeter, Guid? placeId, Guid? productId,
        int? expectedVersion, Guid? clientId, DysfunctionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new DescribeDysfunction(dysfunctionId, kind, title, facts, perimeter, placeId, productId)
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            cancellationToken);

    [GraphQLDescription("Adds an analysis, changes one (analysisId; expectedVersion is then the analysis's own), or says what they say together and which service it needs.")]
    public static Task<FieldResult<DysfunctionNode>> AnalyseDysfunctionAsync(
        Guid dysfunctionId, AnalysisKind? kind, JsonElement? value, Guid? analysisId, string? conclusion, SupportNeed? supportNeed,
        int? expectedVersion, Guid? clientId, DysfunctionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new AnalyseDysfunction(dysfunctionId, kind, value, analysisId, conclusion, supportNeed)
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            cancellationToken);

    [GraphQLDescription("Proposes an improvement, or revises the one that waits (proposalId; expectedVersion is then the proposal's own).")]
    public static Task<FieldResult<ProposalNode>> ProposeImprovementAsync(
        Guid dysfunctionId, ProposalInput proposal, Guid? proposalId, int? expectedVersion, Guid? clientId, DysfunctionOrders orders,
        CancellationToken cancellationToken) =>
        orders.GiveOnProposal(
            new ProposeImprovement(dysfunctionId, proposal.ToTerms(), proposalId) { ExpectedVersion = expectedVersion, ClientId = clientId },
            cancellationToken);

    [GraphQLDescription("Asks a support service, which answers by answerReferral.")]
    public static Task<FieldResult<DysfunctionNode>> ReferDysfunctionAsync(
        Guid dysfunctionId, SupportService service, string? question, int? expectedVersion, Guid? clientId, DysfunctionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(
            new ReferDysfunction(dysfunctionId, service, question) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("A manager accepts, adjusts or refuses, with the reason; accepted, a plan opens by a method (else PDCA), led by whoever proposed or is named, sponsored by the caller unless another is named.")]
    public static Task<FieldResult<ProposalNode>> DecideProposalAsync(
        Guid proposalId, DecisionKind kind, string? reason, string? adjustment, string? method, Guid? leaderId, Guid? sponsorId, int? expectedVersion,
        Guid? clientId, DysfunctionOrders orders, CancellationToken cancellationToken) =>
        orders.GiveOnProposal(
            new DecideProposal(proposalId, kind, reason, adjustment, method, leaderId, sponsorId) { ExpectedVersion = expectedVersion, ClientId = clientId },
            cancellationToken);

    [GraphQLDescription("A leader says why nothing follows from it.")]
    public static Task<FieldResult<DysfunctionNode>> RejectDysfunctionAsync(
        Guid dysfunctionId, string? reason, int? expectedVersion, Guid? clientId, DysfunctionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new RejectDysfunction(dysfunctionId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("A leader says how it was solved without a plan, once it was analysed.")]
    public static Task<FieldResult<DysfunctionNode>> CloseDysfunctionAsync(
        Guid dysfunctionId, string? reason, int? expectedVersion, Guid? clientId, DysfunctionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new CloseDysfunction(dysfunctionId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("What an hour of a stopped line costs the plant, in euros; null: it is not said.")]
    [Payload("stopCost")]
    public static Task<FieldResult<StopCostNode>> SaveStopCostAsync(
        Guid plantId, decimal? perHour, int? expectedVersion, Guid? clientId, UseCases useCases, IDysfunctionReader dysfunctions,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveStopCost(plantId, perHour) { ExpectedVersion = expectedVersion, ClientId = clientId },
            async made => new StopCostNode((await dysfunctions.StopCost(made.Id, cancellationToken))!),
            cancellationToken);
}

/// <summary>Gives an order about a dysfunction or a proposal and answers with it as it is after the order.</summary>
public sealed class DysfunctionOrders(UseCases useCases, IDysfunctionReader dysfunctions, IDirectory directory)
{
    public Task<FieldResult<DysfunctionNode>> Give(Core.Shared.Command order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new DysfunctionNode(
            (await dysfunctions.Find(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);

    public Task<FieldResult<ProposalNode>> GiveOnProposal(Core.Shared.Command order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new ProposalNode(
            (await dysfunctions.FindProposal(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);
}
