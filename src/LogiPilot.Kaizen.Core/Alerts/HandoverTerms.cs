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
