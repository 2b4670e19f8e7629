using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// The handover of a shift (relève): a leader's signed note and what is open in the area (none: the plant), each alert for the
/// next shift to accept or refuse. What is not taken over 15 min after that shift started, or at the shift's end when nobody
/// follows, is raised again.
/// </summary>
public sealed class ShiftHandover
{
    /// <summary>Before the end of the shift.</summary>
    public static readonly TimeSpan SignedFrom = TimeSpan.FromHours(2);

    /// <summary>After the end of the shift.</summary>
    public static readonly TimeSpan SignedUntil = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromMinutes(15);

    private ShiftHandover()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid? AreaId { get; private set; }

    public string ShiftCode { get; private set; } = "";

    public DateTimeOffset ShiftEndsAt { get; private set; }

    /// <summary>Code of the next shift; null when nobody follows.</summary>
    public string? ToShift { get; private set; }

    public DateTimeOffset? NextStartsAt { get; private set; }

    public string Note { get; private set; } = "";

    public Guid SignedById { get; private set; }

    public DateTimeOffset SignedAt { get; private set; }

    public HandoverState State { get; private set; }

    public IReadOnlyList<HandoverItem> Items { get; private set; } = [];

    /// <summary>What cleared in the shift before anybody took it: facts, nothing to take over.</summary>
    public IReadOnlyList<Guid> ClearedAlertIds { get; private set; } = [];

    /// <summary>Who answered last, and when.</summary>
    public Guid? AnsweredById { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When what is not taken over returns; null once it is settled.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Version { get; private set; }

    public static ShiftHandover Sign(HandoverDraft draft, string note, Guid signedById, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PlantId = draft.PlantId,
        AreaId = draft.AreaId,
        ShiftCode = draft.Shift!.Shift.Code,
        ShiftEndsAt = draft.Shift.Ends,
        ToShift = draft.Next?.Shift.Code,
        NextStartsAt = draft.Next?.Starts,
        Note = note,
        SignedById = signedById,
        SignedAt = now,
        Items = [.. draft.Open.Select(a => new HandoverItem(a.Id, a.OwnerId, HandoverItemState.Offered))],
        ClearedAlertIds = [.. draft.ClearedUntaken.Select(a => a.Id)],
        DueAt = draft.DueAt,
        Version = 1,
    };

    /// <summary>Why nothing of it can be answered any more; null while it can.</summary>
    public Refusal? WhyOver => DueAt is null
        ? Refusal.Conflict("handoverOver", ("state", State), ("currentVersion", Version), ("changed", Array.Empty<string>()))
        : null;

    /// <summary>The alerts that an answer concerns: those named, else all that nobody accepted yet.</summary>
    public Outcome<IReadOnlyList<HandoverItem>> Asked(IReadOnlyList<Guid>? alertIds, bool accepts)
    {
        if (alertIds?.FirstOrDefault(id => Items.All(i => i.AlertId != id)) is { } unknown && unknown != Guid.Empty)
        {
            return Refusal.NotFound("alert");
        }

        var asked = Items.Where(i => alertIds is null
            ? i.State == HandoverItemState.Offered || (accepts && i.State == HandoverItemState.Refused)
            : alertIds.Contains(i.AlertId)).ToList();
        if (asked.Find(i => i.State == HandoverItemState.Accepted) is { } taken)
        {
            return Refusal.Conflict(
                "handoverItemTaken", ("owner", taken.ById), ("currentVersion", Version), ("changed", Array.Empty<string>()));
        }

        return asked.Count > 0 || (accepts && Items.Count == 0)
            ? asked
            : Refusal.Conflict("handoverNothingLeft", ("currentVersion", Version), ("changed", Array.Empty<string>()));
    }

    /// <summary>What of it each one answered; complete once all of it is accepted.</summary>
    public void Answer(IReadOnlyList<HandoverItem> answers, Guid by, DateTimeOffset now)
    {
        Put(answers);
        (AnsweredById, AnsweredAt) = (by, now);
        if (Items.All(i => i.State == HandoverItemState.Accepted))
        {
            (State, DueAt) = (HandoverState.Taken, null);
        }
    }

    /// <summary>The time is over: what of it returned, and what was settled otherwise.</summary>
    public void Settle(IReadOnlyList<HandoverItem> settled)
    {
        Put(settled);
        DueAt = null;
        State = Items.Any(i => i.State == HandoverItemState.Accepted)
            ? Items.All(i => i.State == HandoverItemState.Accepted) ? HandoverState.Taken : HandoverState.Partly
            : HandoverState.Returned;
    }

    private void Put(IReadOnlyList<HandoverItem> answers)
    {
        var byAlert = answers.ToDictionary(a => a.AlertId);
        Items = [.. Items.Select(i => byAlert.GetValueOrDefault(i.AlertId, i))];
        Version++;
    }
}
