using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Actions;

/// <inheritdoc cref="IAttachmentStore"/>
public sealed class AttachmentStore(StoreSession session) : IAttachmentStore
{
    public Task<Attachment?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Attachment>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Attachment>> Among(IReadOnlyCollection<Guid> ids, Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Attachment>>(session.Reading.List<Attachment>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids)) AND t.plant_id = @plant ORDER BY t.id",
            ("ids", Columns.FromIds(ids)), ("plant", plantId)));

    public Task<byte[]> Bytes(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Rows(
            "SELECT bytes FROM attachment_bytes WHERE attachment_id = @id", r => (byte[])r.GetValue(0), ("id", id)).Single());

    public void Add(Attachment attachment, byte[] bytes)
    {
        Table<Attachment>.Mapped.Insert(session.Writing, attachment);
        session.Writing.Execute(
            "INSERT INTO attachment_bytes (attachment_id, bytes) VALUES (@id, @bytes)", ("id", attachment.Id), ("bytes", bytes));
    }
}
