using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>Keeps a file of a plant, so that something may name it. At most 8 MB; an image, a PDF or plain text. Answers its id.</summary>
[Needs(Permission.RaiseAlert)]
public sealed record KeepAttachment(Guid PlantId, string? Name, byte[] Content) : Command;

/// <inheritdoc cref="KeepAttachment"/>
public sealed class KeepAttachmentHandler(IAttachmentStore attachments, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<KeepAttachment, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(KeepAttachment request, CancellationToken cancellationToken) => Task.FromResult(Keep(request));

    private Outcome<Made> Keep(KeepAttachment request)
    {
        if (!current.Actor.May(Permission.RaiseAlert, request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        var name = Path.GetFileName((request.Name ?? "").Replace('\\', '/')).Trim();
        if (Refusal.All([
            Words.Missing("name", name) ?? Words.TooLong("name", name, Words.InName),
            request.Content.Length > Attachment.MostBytes ? Refusal.Invalid("file", "attachmentTooLarge", ("megabytes", Attachment.MostBytes / 1024 / 1024)) : null])
            is { } refusal)
        {
            return refusal;
        }

        if (AttachmentType.Of(request.Content) is not { } mediaType)
        {
            return Refusal.Invalid("file", "attachmentType");
        }

        var now = clock.GetUtcNow();
        var kept = new Attachment(
            Guid.CreateVersion7(now), request.PlantId, name, mediaType, request.Content.Length, current.Actor.PersonId, now);
        attachments.Add(kept, request.Content);
        return (Made)kept.Id;
    }
}
