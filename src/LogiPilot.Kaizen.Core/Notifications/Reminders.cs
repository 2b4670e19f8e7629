using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>A room's reminders: what people are to be reminded of at this moment. Its event's key says for how long one is enough.</summary>
public interface IReminderSource
{
    Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>
/// Sweep: tells the reminders of every room, each once. Answers with how many people were told. Left out are the things, and the sources
/// (by the id of their type), with which it failed before.
/// </summary>
/// <exception cref="DueFailedException">A reminder failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record Remind(IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

public sealed class RemindHandler(IEnumerable<IReminderSource> sources, NoticeBook book, Telling telling, TimeProvider clock)
    : IRequestHandler<Remind, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(Remind request, CancellationToken cancellationToken)
    {
        var (told, except) = (0, request.Except ?? []);
        foreach (var source in sources.Where(s => !except.Contains(s.GetType().GUID)))
        {
            var due = await telling.Due(source.GetType().GUID, () => source.Due(clock.GetUtcNow(), cancellationToken), cancellationToken);
            foreach (var reminder in due.Where(d => !except.Contains(d.SubjectId)))
            {
                told += await telling.Due(reminder.SubjectId, () => book.Tell(reminder, cancellationToken), cancellationToken);
            }
        }

        return told;
    }
}
