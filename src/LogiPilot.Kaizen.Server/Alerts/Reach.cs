using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Alerts;

/// <summary>Everybody is taken to look into the application.</summary>
public sealed class Reach : IReach
{
    public bool CanReach(Guid personId, IReadOnlyList<NoticeChannel> channels, bool isUrgent, DateTimeOffset at) =>
        channels.Contains(NoticeChannel.App);
}
