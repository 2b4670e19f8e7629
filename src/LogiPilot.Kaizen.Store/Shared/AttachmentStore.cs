using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

internal sealed class AttachmentStore(StoreSession session) : IAttachmentStore
{
    public Task<IReadOnlyList<Attachment>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Attachment>>(session.Reading.List<Attachment>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids))));

    public Task<byte[]> Content(Guid id, CancellationToken cancellationToken) => Task.FromResult(
        session.Reading.Rows("SELECT content FROM attachment_contents WHERE attachment_id = @id", r => r.GetFieldValue<byte[]>(0), ("id", id))
            .Single());

    public void Add(Attachment attachment, byte[] content)
    {
        Table<Attachment>.Mapped.Insert(session.Writing, attachment);
        session.Writing.Execute(
            "INSERT INTO attachment_contents (attachment_id, content) VALUES (@id, @content)", ("id", attachment.Id), ("content", content));
    }
}
