using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

/// <inheritdoc cref="ICalendarLinkStore"/>
public sealed class CalendarLinkStore(StoreSession session) : ICalendarLinkStore
{
    public Task<CalendarLink?> FindByHash(string hash, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<CalendarLink>("WHERE t.hash = @hash AND t.revoked_at IS NULL", ("hash", hash)));

    public void Add(CalendarLink link) => Table<CalendarLink>.Mapped.Insert(session.Writing, link);

    public void RevokeAll(Guid personId, DateTimeOffset at) =>
        session.Writing.Execute(
            "UPDATE calendar_links SET revoked_at = @at WHERE person_id = @person AND revoked_at IS NULL", ("at", at), ("person", personId));
}
