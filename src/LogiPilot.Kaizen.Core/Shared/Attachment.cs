namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>A file that a person gave to hang on something of a plant: a photograph, a sheet. Size in bytes; never changed.</summary>
public sealed record Attachment(
    Guid Id, Guid PlantId, string Name, string MediaType, int Size, Guid? KeptById, DateTimeOffset KeptAt)
{
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>A photograph is shown where it hangs; anything else is handed out as a file.</summary>
    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>Files as they were given, bytes apart. Writing joins the running command.</summary>
public interface IAttachmentStore
{
    /// <summary>Those of the ids that there are, in no order.</summary>
    Task<IReadOnlyList<Attachment>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<byte[]> Content(Guid id, CancellationToken cancellationToken);

    void Add(Attachment attachment, byte[] content);
}
