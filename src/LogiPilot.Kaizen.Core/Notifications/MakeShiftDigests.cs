using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Sweep: when the shift of a team has begun, its people are told once what waits for them: the open alerts of their areas, worst first.
/// With nothing waiting there is no digest, and none later in that shift. Answers with how many shifts were looked at. The teams left out are those with which it failed before.
/// </summary>
/// <exception cref="DueFailedException">The digest of a team failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record MakeShiftDigests(IReadOnlyCollection<Guid>? Except = null) : ICommand<int>
{
    public const int MostLines = 10;
}

public sealed class MakeShiftDigestsHandler(
    INoticeRuns runs, NoticeBook book, IAlertReader alerts, AlertPictures pictures, IEnumerable<IDigestSource> sources,
    IDirectory directory, Telling telling, TimeProvider clock)
    : IRequestHandler<MakeShiftDigests, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(MakeShiftDigests request, CancellationToken cancellationToken)
    {
        var (now, organisation) = (clock.GetUtcNow(), await directory.Current(cancellationToken));
        var begun = 0;
        foreach (var team in organisation.Teams.Where(t => request.Except?.Contains(t.Id) != true))
        {
            begun += await telling.Due(team.Id, () => Begin(team, organisation, now, cancellationToken), cancellationToken) ? 1 : 0;
        }

        return begun;
    }

    private async Task<bool> Begin(Team team, OrganisationPicture organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (RunningShift(team, organisation, now) is not { } shift || !await runs.Begin(KeyOf(team, shift), now, cancellationToken))
        {
            return false;
        }

        await Tell(team, shift, organisation, now, cancellationToken);
        return true;
    }

    /// <summary>Not the instant of its start: a shift that is moved while it runs is the same shift.</summary>
    private static string KeyOf(Team team, ShiftRun shift) => $"digest:shift:{team.Id}:{shift.Day:O}:{shift.Shift.Code}";

    /// <summary>The shift that the team works now, in the first of its areas that works it.</summary>
    private static ShiftRun? RunningShift(Team team, OrganisationPicture organisation, DateTimeOffset now) =>
        (team.AreaIds.Count == 0 ? [(Guid?)null] : team.AreaIds.Select(a => (Guid?)a))
        .SelectMany(area => organisation.Calendar(team.PlantId, area).ShiftsAt(now))
        .FirstOrDefault(run => team.Works(run.Shift.Code, run.Day));

    private async Task Tell(
        Team team, ShiftRun shift, OrganisationPicture organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = (await alerts.Open([team.PlantId], cancellationToken))
            .Where(a => team.Covers(a.AreaId) && a.Severity != Severity.Information).ToList();
        var lines = (await pictures.Of(open, cancellationToken))
            .OrderBy(a => a.Severity).ThenBy(a => a.RaisedAt).Select(Line).ToList();
        foreach (var source in sources)
        {
            lines.AddRange(await source.Lines(team, shift, cancellationToken));
        }

        if (lines.Count == 0)
        {
            return;
        }

        var shown = lines.Count > MakeShiftDigests.MostLines
            ? [.. lines.Take(MakeShiftDigests.MostLines), NoticeFacts.Line("MORE", ("count", lines.Count - MakeShiftDigests.MostLines))]
            : lines;
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["shift"] = shift.Shift.Name, ["team"] = team.Name, ["count"] = lines.Count, ["lines"] = shown,
        };
        var people = organisation.TeamOnShift(team.Id, now).Select(p => p.Id).ToList();
        await book.Tell(
            new NoticeEvent(
                team.PlantId, KeyOf(team, shift), NoticeKind.ShiftDigest, team.Id, people, NoticeEvent.ToOne, facts),
            cancellationToken);
    }

    private static IReadOnlyDictionary<string, object?> Line(AlertPicture alert) => NoticeFacts.Line(
        alert.State == AlertState.Shelved ? "ALERT_SHELVED" : alert.Owner is null ? "ALERT_OPEN" : "ALERT_TAKEN",
        ("number", alert.Number), ("kind", alert.Kind), ("severity", alert.Severity), ("owner", alert.Owner?.Name),
        ("where", NoticeFacts.Where(alert.Place?.Name, alert.Product?.Name)), ("sinceAt", alert.RaisedAt),
        ("untilAt", alert.ShelvedUntil));
}
