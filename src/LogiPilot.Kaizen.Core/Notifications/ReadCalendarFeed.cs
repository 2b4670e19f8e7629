using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// The actor's own calendar: shifts of the coming six weeks, the promised ends of alerts that are his, and when what he put away comes back.
/// </summary>
[Needs(Permission.Self)]
public sealed record ReadCalendarFeed : IQuery<CalendarFeed>
{
    public const int Days = 42;
}

/// <summary>Of a person, in order of time.</summary>
public sealed record CalendarFeed(string Name, Language Language, IReadOnlyList<CalendarEntry> Entries);

/// <summary>One entry: which sentence (<c>notices.calendar.*</c>) with which facts. The id stays the same as long as it is the same thing.</summary>
public sealed record CalendarEntry(
    string Id, DateTimeOffset Starts, DateTimeOffset Ends, string Sentence, IReadOnlyDictionary<string, object?> Facts, Guid? AlertId = null);

public sealed class ReadCalendarFeedHandler(
    IAlertReader alerts, ISupplyReader supply, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ReadCalendarFeed, Outcome<CalendarFeed>>
{
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(15);

    public async Task<Outcome<CalendarFeed>> Handle(ReadCalendarFeed request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } me)
        {
            return Refusal.NotFound("person");
        }

        var organisation = await directory.Current(cancellationToken);
        var plants = current.Actor.PlantIds.ToList();
        var mine = (await alerts.Open(plants, cancellationToken))
            .Where(a => (a.OwnerId == me && a.ExpectedAt is not null) || (a.State == AlertState.Shelved && a.FormerOwnerId == me)).ToList();
        var products = await supply.ProductsById([.. mine.Select(a => a.ProductId).OfType<Guid>().Distinct()], cancellationToken);
        var entries = Shifts(me, plants, organisation).Concat(mine.Select(a =>
            Entry(a, organisation, a.ProductId is { } product ? products.GetValueOrDefault(product) : null)));
        return new CalendarFeed(current.Actor.Name, current.Actor.Language, [.. entries.OrderBy(e => e.Starts).ThenBy(e => e.Id, StringComparer.Ordinal)]);
    }

    private static CalendarEntry Entry(Alert alert, OrganisationPicture organisation, Product? product)
    {
        var (kind, at) = alert.State == AlertState.Shelved ? ("shelf", alert.ShelvedUntil!.Value) : ("expected", alert.ExpectedAt!.Value);
        return new($"{kind}-{alert.Id}", at, at + Shown, kind, NoticeFacts.Of(alert, organisation, product), alert.Id);
    }

    /// <summary>The shifts in which the person stands in a team, absences and replacements counted; one entry where two teams have one.</summary>
    private IEnumerable<CalendarEntry> Shifts(Guid me, List<Guid> plants, OrganisationPicture organisation)
    {
        var now = clock.GetUtcNow();
        var runs =
            from team in organisation.Teams
            where plants.Contains(team.PlantId)
            from area in team.AreaIds.Count == 0 ? [(Guid?)null] : team.AreaIds.Select(a => (Guid?)a)
            let calendar = organisation.Calendar(team.PlantId, area)
            let today = calendar.DayOf(now)
            from day in Enumerable.Range(-1, ReadCalendarFeed.Days + 1)
            from run in calendar.Day(today.AddDays(day)).Shifts
            where run.Ends > now && team.Works(run.Shift.Code, run.Day)
                && organisation.TeamOnShift(team.Id, run.Starts).Any(p => p.Id == me)
            select run;
        return runs.DistinctBy(r => (r.Starts, r.Ends)).Select(r => new CalendarEntry(
            $"shift-{r.Shift.Code}-{r.Starts.UtcDateTime:yyyyMMddHHmm}", r.Starts, r.Ends, "shift",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["shift"] = r.Shift.Name }));
    }
}
