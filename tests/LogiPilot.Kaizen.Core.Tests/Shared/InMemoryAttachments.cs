using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Shared;

internal sealed class InMemoryAttachments : IAttachmentStore
{
    private readonly Dictionary<Guid, (Attachment Attachment, byte[] Content)> _kept = [];

    public Task<IReadOnlyList<Attachment>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Attachment>>([.. _kept.Where(k => ids.Contains(k.Key)).Select(k => k.Value.Attachment)]);

    public Task<byte[]> Content(Guid id, CancellationToken cancellationToken) => Task.FromResult(_kept[id].Content);

    public void Add(Attachment attachment, byte[] content) => _kept.Add(attachment.Id, (attachment, content));
}
