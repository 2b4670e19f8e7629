using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>A leader says why nothing follows from it.</summary>
[Needs(Permission.LeadPlan)]
public sealed record RejectDysfunction(Guid DysfunctionId, string? Reason) : CommandOn;

/// <inheritdoc cref="RejectDysfunction"/>
public sealed class RejectDysfunctionHandler(DysfunctionBook book, IEvents events) : IRequestHandler<RejectDysfunction, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(RejectDysfunction request, CancellationToken cancellationToken) => book.Change(
        request.DysfunctionId, request.ExpectedVersion,
        about => about.Reject(request.Reason, book.Actor, book.Now) ?? DysfunctionEnds.Tell(events, about, book.Actor.PersonId), cancellationToken);
}

/// <summary>A leader says how it was solved without a plan, once it was analysed.</summary>
[Needs(Permission.LeadPlan)]
public sealed record CloseDysfunction(Guid DysfunctionId, string? Reason) : CommandOn;

/// <inheritdoc cref="CloseDysfunction"/>
public sealed class CloseDysfunctionHandler(DysfunctionBook book, IEvents events) : IRequestHandler<CloseDysfunction, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(CloseDysfunction request, CancellationToken cancellationToken) => book.Change(
        request.DysfunctionId, request.ExpectedVersion,
        about => about.Close(request.Reason, book.Actor, book.Now) ?? DysfunctionEnds.Tell(events, about, book.Actor.PersonId), cancellationToken);
}

internal static class DysfunctionEnds
{
    /// <summary>Never a refusal.</summary>
    public static Refusal? Tell(IEvents events, Dysfunction about, Guid? byId)
    {
        events.Raise(new DysfunctionEnded(
            about.PlantId, about.Id, about.Number, about.Title, about.State, about.Reason, byId, about.ReportedById));
        return null;
    }
}
