using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Adds a remark to the timeline, photographs with it or alone.</summary>
[Needs(Permission.RaiseAlert)]
public sealed record CommentAlert(Guid AlertId, string? Comment, IReadOnlyList<Guid>? AttachmentIds = null) : CommandOn;

public sealed class CommentAlertHandler(AlertBook book, IAttachmentStore attachments) : IRequestHandler<CommentAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(CommentAlert request, CancellationToken cancellationToken)
    {
        if (Words.TooLong("comment", request.Comment, Words.InText) is { } tooLong)
        {
            return tooLong;
        }

        var ids = request.AttachmentIds ?? [];
        if (ids.Count > AttachedFile.Most)
        {
            return Refusal.Invalid("attachmentIds", "attachmentsTooMany", ("most", AttachedFile.Most));
        }

        var alert = await book.Find(request.AlertId, request, cancellationToken);
        if (alert.Refusal is { } unknown)
        {
            return unknown;
        }

        return await AttachedFile.Of(ids, alert.Value.PlantId, attachments, cancellationToken) is not { } files
            ? Refusal.NotFound("attachment")
            : await book.Change(request.AlertId, request, a => a.Comment(book.Actor, request.Comment, book.Now, files), cancellationToken);
    }
}
