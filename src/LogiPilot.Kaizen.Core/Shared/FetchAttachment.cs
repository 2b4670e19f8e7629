using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>A file with its bytes.</summary>
public sealed record AttachmentContent(Attachment Attachment, byte[] Bytes);

/// <summary>A file of a plant that the actor sees.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FetchAttachment(Guid Id) : IQuery<AttachmentContent>;

/// <inheritdoc cref="FetchAttachment"/>
public sealed class FetchAttachmentHandler(IAttachmentStore attachments, ICurrentActor current)
    : IRequestHandler<FetchAttachment, Outcome<AttachmentContent>>
{
    public async Task<Outcome<AttachmentContent>> Handle(FetchAttachment request, CancellationToken cancellationToken) =>
        (await attachments.ById([request.Id], cancellationToken)) is [var found] && current.Actor.May(Permission.SeeBoard, found.PlantId)
            ? new AttachmentContent(found, await attachments.Content(found.Id, cancellationToken))
            : Refusal.NotFound("attachment");
}
