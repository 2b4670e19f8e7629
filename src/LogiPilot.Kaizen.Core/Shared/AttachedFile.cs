namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>What something says of a file that hangs on it: enough to show it without asking for it.</summary>
public sealed record AttachedFile(Guid Id, string Name, string MediaType)
{
    /// <summary>How many hang on one remark at most.</summary>
    public const int Most = 10;

    /// <summary>The files named, in their order, each of the plant; null: one is not.</summary>
    public static async Task<IReadOnlyList<AttachedFile>?> Of(
        IReadOnlyList<Guid> ids, Guid plantId, IAttachmentStore attachments, CancellationToken cancellationToken)
    {
        var found = (await attachments.ById(ids, cancellationToken)).Where(a => a.PlantId == plantId).ToDictionary(a => a.Id);
        return ids.All(found.ContainsKey) ? [.. ids.Distinct().Select(id => new AttachedFile(id, found[id].Name, found[id].MediaType))] : null;
    }
}
