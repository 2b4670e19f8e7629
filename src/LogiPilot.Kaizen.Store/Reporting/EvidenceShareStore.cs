using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Reporting;

/// <inheritdoc cref="IEvidenceShares"/>
public sealed class EvidenceShareStore(StoreSession session) : IEvidenceShares
{
    public Task<EvidenceShare?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<EvidenceShare>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<EvidenceShare>> Of(Guid personId, CancellationToken cancellationToken) => Open("person_id", personId);

    public Task<IReadOnlyList<EvidenceShare>> With(Guid personId, CancellationToken cancellationToken) => Open("with_id", personId);

    public void Add(EvidenceShare share) => Table<EvidenceShare>.Mapped.Insert(session.Writing, share);

    public void Save(EvidenceShare share) => Table<EvidenceShare>.Mapped.Update(session.Writing, share);

    private Task<IReadOnlyList<EvidenceShare>> Open(string column, Guid personId) => Task.FromResult<IReadOnlyList<EvidenceShare>>(
        session.Reading.List<EvidenceShare>($"WHERE t.{column} = @person AND t.ended_at IS NULL ORDER BY t.since, t.id", ("person", personId)));
}

internal static class EvidenceTables
{
    public static IReadOnlyList<TableMap> Maps { get; } = [new TableMap<EvidenceShare>("evidence_shares")];
}
