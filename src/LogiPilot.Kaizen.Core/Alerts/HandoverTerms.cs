using System.Diagnostics.CodeAnalysis;

namespace LogiPilot.Kaizen.Core.Alerts;

[SuppressMessage("Naming", "CA1720", Justification = "A note is signed; it is no number.")]
public enum HandoverState
{
    Signed,

    /// <summary>All of it was taken over.</summary>
    Taken,

    /// <summary>Some of it was taken over in time, the rest returned.</summary>
    Partly,

    /// <summary>Nobody took any of it over in time.</summary>
    Returned,
}

public enum HandoverItemState
{
    Offered,
    Accepted,
    Refused,
    Returned,
}

/// <summary>
/// One alert put before the next shift: whose it was then, and what somebody answered. What was settled otherwise (ended, taken in
/// the ordinary way) counts as accepted by whoever owns it.
/// </summary>
public sealed record HandoverItem(
    Guid AlertId, Guid? OwnerId, HandoverItemState State, Guid? ById = null, DateTimeOffset? At = null, string? Reason = null);
