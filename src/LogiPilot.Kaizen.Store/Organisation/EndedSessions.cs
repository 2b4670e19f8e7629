using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <inheritdoc cref="IEndedSessions"/>
public sealed class EndedSessions(StoreSession session, IUnitOfWork unitOfWork) : IEndedSessions
{
    /// <summary>No session lasts longer: that of a screen a year.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task<bool> HasEnded(Guid sessionId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Number("SELECT EXISTS (SELECT 1 FROM ended_sessions WHERE id = @id)", ("id", sessionId)) == 1);

    public Task End(Guid sessionId, DateTimeOffset at, CancellationToken cancellationToken) => unitOfWork.Apply<Outcome<Made>>(
        () =>
        {
            session.Writing.Execute("INSERT INTO ended_sessions (id, at) VALUES (@id, @at) ON CONFLICT DO NOTHING", ("id", sessionId), ("at", at));
            session.Writing.Execute("DELETE FROM ended_sessions WHERE at < @at", ("at", at - Kept));
            return Task.FromResult<Outcome<Made>>((Made)sessionId);
        },
        cancellationToken);
}
