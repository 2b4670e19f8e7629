using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="INoticeRuns"/>
public sealed class NoticeRuns(StoreSession session) : INoticeRuns
{
    public Task<bool> Begin(string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Task.FromResult(session.Writing.Execute(
            "INSERT INTO notice_runs (key, at) VALUES (@key, @at) ON CONFLICT DO NOTHING", ("key", key), ("at", at)) == 1);
}
