using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Adds a remark to the timeline.</summary>
[Needs(Permission.RaiseAlert)]
public sealed record CommentAlert(Guid AlertId, string? Comment) : CommandOn;

public sealed class CommentAlertHandler(AlertBook book) : IRequestHandler<CommentAlert, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(CommentAlert request, CancellationToken cancellationToken) =>
        Words.TooLong("comment", request.Comment, Words.InText) is { } tooLong
            ? tooLong
            : await book.Change(request.AlertId, request, alert => alert.Comment(book.Actor, request.Comment, book.Now), cancellationToken);
}
