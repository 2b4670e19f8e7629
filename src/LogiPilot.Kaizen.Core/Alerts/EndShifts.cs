using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Sweep: what the next shift did not take over in time is raised again. Answers how many handovers it settled; as many as the
/// limit: ask again. The handovers left out are those with which it failed before.
/// </summary>
/// <exception cref="DueFailedException">What was due of a handover failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record EndShifts(int Limit = 50, IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

public sealed class EndShiftsHandler(IHandoverStore handovers, IAlertStore alerts, AlertBook book, IEvents events, Telling telling)
    : IRequestHandler<EndShifts, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(EndShifts request, CancellationToken cancellationToken)
    {
        var due = await handovers.Due(book.Now, request.Except ?? [], request.Limit, cancellationToken);
        foreach (var handover in due)
        {
            await telling.Due(handover.Id, () => End(handover, cancellationToken), cancellationToken);
        }

        return due.Count;
    }

    private async Task End(ShiftHandover handover, CancellationToken cancellationToken)
    {
        var settled = new List<HandoverItem>();
        foreach (var item in handover.Items.Where(i => i.State is HandoverItemState.Offered or HandoverItemState.Refused))
        {
            settled.Add(await Settle(item, cancellationToken));
        }

        handover.Settle(settled);
        handovers.Save(handover);
        events.Raise(new HandoverReturned(
            handover.PlantId, handover.Id, handover.AreaId, handover.State,
            [.. handover.Items.Where(i => i.State == HandoverItemState.Returned).Select(i => i.AlertId)], handover.SignedById));
    }

    private async Task<HandoverItem> Settle(HandoverItem item, CancellationToken cancellationToken)
    {
        var alert = (await alerts.Find(item.AlertId, cancellationToken))!;
        if (!alert.AwaitsNextShift)
        {
            return item with { State = HandoverItemState.Accepted, ById = alert.OwnerId, At = book.Now };
        }

        alert.ReturnFromHandover(book.Now);
        if (alert.NewEntries.Count > 0)
        {
            book.Save(alert);
        }

        return item with { State = HandoverItemState.Returned, At = book.Now };
    }
}
