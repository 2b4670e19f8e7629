using System.Collections.Concurrent;
using LogiPilot.Kaizen.Core.Notifications;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>
/// The connections of each person, on every device. Right after a start devices are still on their way back: everybody counts as there,
/// or what fell due during a stop would pass over people who are only reconnecting.
/// </summary>
public sealed class Presence(TimeProvider clock) : IPresence
{
    private static readonly TimeSpan UntilDevicesAreBack = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly ConcurrentDictionary<string, (Guid PersonId, HubCallerContext Connection)> _connections = new(StringComparer.Ordinal);

    public bool IsEmpty => _connections.IsEmpty;

    public bool IsConnected(Guid personId) =>
        _connections.Values.Any(c => c.PersonId == personId) || clock.GetUtcNow() - _startedAt < UntilDevicesAreBack;

    public IReadOnlyList<string> ConnectionsOf(Guid personId) =>
        [.. _connections.Where(c => c.Value.PersonId == personId).Select(c => c.Key)];

    public void Came(Guid personId, HubCallerContext connection) => _connections[connection.ConnectionId] = (personId, connection);

    public void Left(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Parts from connections that have no right to be there any more.</summary>
    public void Part(Func<HubCallerContext, bool> from)
    {
        foreach (var (id, (_, connection)) in _connections)
        {
            if (from(connection))
            {
                _connections.TryRemove(id, out _);
                connection.Abort();
            }
        }
    }
}
