using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>A room's reminders: what people are to be reminded of at this moment. Its event's key says for how long one is enough.</summary>
public interface IReminderSource
{
    Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Sweep: tells the reminders of every room, each once. Answers with how many people were told.</summary>
[Needs(Permission.Administer)]
public sealed record Remind : ICommand<int>;

public sealed class RemindHandler(IEnumerable<IReminderSource> sources, NoticeBook book, TimeProvider clock)
    : IRequestHandler<Remind, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(Remind request, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var source in sources)
        {
            foreach (var due in await source.Due(clock.GetUtcNow(), cancellationToken))
            {
                told += await book.Tell(due, cancellationToken);
            }
        }

        return told;
    }
}
