using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>What else waits for a team whose shift has begun; each a line of <see cref="NoticeFacts.Line"/>.</summary>
public interface IDigestSource
{
    Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Lines(Team team, ShiftRun shift, CancellationToken cancellationToken);
}

/// <summary>What a person is told on Monday; nothing in it: not told.</summary>
public sealed record MondayLines(Guid PersonId, IReadOnlyList<IReadOnlyDictionary<string, object?>> Lines);

/// <summary>What the leaders of plans are told of a week on its Monday.</summary>
public interface IMondaySource
{
    Task<IReadOnlyList<MondayLines>> Of(Plant plant, DateOnly monday, CancellationToken cancellationToken);
}

/// <summary>
/// Sweep: on Monday from 6 o'clock, plant time, everybody for whom a source has something is told it, once a week. Answers with how many
/// were told. The plants and people left out are those with which it failed before.
/// </summary>
/// <exception cref="DueFailedException">The digest of a person, or of a whole plant, failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record MakeMondayDigests(IReadOnlyCollection<Guid>? Except = null) : ICommand<int>
{
    public static readonly TimeOnly From = new(6, 0);
}

public sealed class MakeMondayDigestsHandler(
    INoticeRuns runs, NoticeBook book, IEnumerable<IMondaySource> sources, IDirectory directory, Telling telling, TimeProvider clock)
    : IRequestHandler<MakeMondayDigests, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(MakeMondayDigests request, CancellationToken cancellationToken)
    {
        var (now, told, except) = (clock.GetUtcNow(), 0, request.Except ?? []);
        foreach (var plant in (await directory.Current(cancellationToken)).Plants.Where(p => !except.Contains(p.Id)))
        {
            var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone)).DateTime;
            if (local.DayOfWeek == DayOfWeek.Monday && TimeOnly.FromDateTime(local) >= MakeMondayDigests.From)
            {
                told += await telling.Due(
                    plant.Id, () => Tell(plant, DateOnly.FromDateTime(local), except, now, cancellationToken), cancellationToken);
            }
        }

        return told;
    }

    /// <summary>While somebody is left out it is not done: whoever was told is not told again, and the others are when it is tried again.</summary>
    private async Task<int> Tell(
        Plant plant, DateOnly monday, IReadOnlyCollection<Guid> except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (except.Count == 0 && !await runs.Begin($"digest:monday:{plant.Id}:{monday:O}", now, cancellationToken))
        {
            return 0;
        }

        var told = 0;
        foreach (var source in sources)
        {
            foreach (var (personId, lines) in (await source.Of(plant, monday, cancellationToken))
                .Where(m => m.Lines.Count > 0 && !except.Contains(m.PersonId)))
            {
                told += await telling.Due(personId, () => Tell(plant, monday, personId, lines, cancellationToken), cancellationToken);
            }
        }

        return told;
    }

    private Task<int> Tell(
        Plant plant, DateOnly monday, Guid personId, IReadOnlyList<IReadOnlyDictionary<string, object?>> lines,
        CancellationToken cancellationToken)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["count"] = lines.Count, ["lines"] = lines };
        return book.Tell(
            new NoticeEvent(
                plant.Id, $"digest:monday:{personId}:{monday:O}", NoticeKind.MondayDigest, personId, [personId], NoticeEvent.ToOne, facts),
            cancellationToken);
    }
}
