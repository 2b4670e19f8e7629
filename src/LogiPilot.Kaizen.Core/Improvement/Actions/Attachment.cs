namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>A file that somebody attached to something of a plant: an image, a PDF or a text. Its bytes are kept apart.</summary>
/// <param name="ContentType">By what its bytes are, never by what its sender said.</param>
/// <param name="Size">In bytes.</param>
public sealed record Attachment(
    Guid Id, Guid PlantId, string FileName, string ContentType, int Size, Guid? UploadedById, DateTimeOffset UploadedAt)
{
    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>Attachments. Writing joins the running command.</summary>
public interface IAttachmentStore
{
    Task<Attachment?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>Those of the ids that are attachments of a plant.</summary>
    Task<IReadOnlyList<Attachment>> Among(IReadOnlyCollection<Guid> ids, Guid plantId, CancellationToken cancellationToken);

    Task<byte[]> Bytes(Guid id, CancellationToken cancellationToken);

    void Add(Attachment attachment, byte[] bytes);
}
