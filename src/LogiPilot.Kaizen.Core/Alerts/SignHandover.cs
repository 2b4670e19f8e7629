using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A leader signs the note of the shift that ends and puts what is open before the next: in the last 2 h of the shift or the first
/// 30 min after it, once. Answers the handover's id.
/// </summary>
[Needs(Permission.LeadAlert)]
public sealed record SignHandover(Guid PlantId, Guid? AreaId, string? Note) : Command;

public sealed class SignHandoverHandler(
    HandoverDrafts drafts, IHandoverStore handovers, AlertBook book, IEvents events, IDirectory directory)
    : IRequestHandler<SignHandover, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SignHandover request, CancellationToken cancellationToken)
    {
        var drafted = await drafts.Of(request.PlantId, request.AreaId, cancellationToken);
        if (drafted.Refusal is { } unknown)
        {
            return unknown;
        }

        var draft = drafted.Value;
        if (draft.WhyNot is { } whyNot)
        {
            return AlertBook.Name(whyNot, await directory.Current(cancellationToken), request.PlantId);
        }

        if ((Words.Missing("note", request.Note) ?? Words.TooLong("note", request.Note, Words.InText)) is { } unsaid)
        {
            return unsaid;
        }

        var handover = ShiftHandover.Sign(draft, request.Note!.Trim(), book.Actor.PersonId!.Value, book.Now);
        handovers.Add(handover);
        foreach (var alert in draft.Open)
        {
            alert.Offer(book.Actor, handover.DueAt!.Value, book.Now);
            book.Save(alert);
        }

        events.Raise(new HandoverSigned(
            handover.PlantId, handover.Id, handover.AreaId, handover.ShiftEndsAt, [.. handover.Items.Select(i => i.AlertId)],
            handover.SignedById, handover.NextStartsAt));
        return (Made)handover.Id;
    }
}
