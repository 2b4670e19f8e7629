using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>A page of the dysfunctions of the plants that the actor sees.</summary>
[Needs(Permission.SeePlans)]
public sealed record ListDysfunctions(DysfunctionFilter Filter, DysfunctionOrder Order, PageRequest Page) : IQuery<Page<Dysfunction>>;

/// <inheritdoc cref="ListDysfunctions"/>
public sealed class ListDysfunctionsHandler(IDysfunctionReader reader, ICurrentActor current)
    : IRequestHandler<ListDysfunctions, Outcome<Page<Dysfunction>>>
{
    public async Task<Outcome<Page<Dysfunction>>> Handle(ListDysfunctions request, CancellationToken cancellationToken) =>
        await reader.List(
            [.. current.Actor.PlantIds.Where(p => current.Actor.May(Permission.SeePlans, p))], request.Filter, request.Order, request.Page,
            cancellationToken);
}

/// <summary>One dysfunction by its id.</summary>
[Needs(Permission.SeePlans)]
public sealed record FindDysfunction(Guid Id) : IQuery<Dysfunction>;

/// <inheritdoc cref="FindDysfunction"/>
public sealed class FindDysfunctionHandler(IDysfunctionReader reader, ICurrentActor current)
    : IRequestHandler<FindDysfunction, Outcome<Dysfunction>>
{
    public async Task<Outcome<Dysfunction>> Handle(FindDysfunction request, CancellationToken cancellationToken) =>
        await reader.Find(request.Id, cancellationToken) is { } found && current.Actor.May(Permission.SeePlans, found.PlantId)
            ? found
            : Refusal.NotFound("dysfunction");
}

/// <summary>One proposal by its id.</summary>
[Needs(Permission.SeePlans)]
public sealed record FindProposal(Guid Id) : IQuery<Proposal>;

/// <inheritdoc cref="FindProposal"/>
public sealed class FindProposalHandler(IDysfunctionReader reader, ICurrentActor current) : IRequestHandler<FindProposal, Outcome<Proposal>>
{
    public async Task<Outcome<Proposal>> Handle(FindProposal request, CancellationToken cancellationToken) =>
        await reader.FindProposal(request.Id, cancellationToken) is { } found && current.Actor.May(Permission.SeePlans, found.PlantId)
            ? found
            : Refusal.NotFound("proposal");
}
