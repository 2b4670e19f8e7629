using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications.Sending;

/// <summary>Sends the rows of one channel over the network, outside the writer.</summary>
public interface IOutboxSender
{
    NoticeChannel Channel { get; }

    /// <summary>
    /// How many rows are on their way at once. A process that dies leaves that many of which nobody knows whether they arrived.
    /// </summary>
    int AtOnce { get; }

    /// <summary>Never longer than the lease of a claim (<see cref="OutboxSending.Lease"/>).</summary>
    Task<SendResult> Send(OutboxItem item, CancellationToken cancellationToken);
}

public enum SendEnd
{
    Sent,

    /// <summary>It may go better later.</summary>
    Failed,

    /// <summary>Nobody answered, or not in time: it may go better later, for the others to the same address as well.</summary>
    Silent,

    /// <summary>It will never be taken: there is no such address.</summary>
    Refused,

    /// <summary>Nobody is there to send it to any more.</summary>
    Dropped,
}

/// <summary>How a sending ended, why (<see cref="SendTrouble"/>), and what the machine knows of it.</summary>
public sealed record SendResult(SendEnd End, string? Error = null, Exception? Cause = null)
{
    public static readonly SendResult Sent = new(SendEnd.Sent);

    public static readonly SendResult Dropped = new(SendEnd.Dropped);

    public static SendResult Failed(string error) => new(SendEnd.Failed, error);

    public static SendResult Failed(Exception cause) => new(SendEnd.Failed, SendTrouble.Of(cause), cause);

    public static SendResult Silent(Exception cause) => new(SendEnd.Silent, SendTrouble.Of(cause), cause);

    public static SendResult Refused(Exception cause) => new(SendEnd.Refused, SendTrouble.Of(cause), cause);
}
