using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Gathers what gates look at: of several plans with one read each kind, and what the plant knows plan by plan.</summary>
public sealed class PlanPictures(
    IPlanReader plans, IActionReader actions, IIndicatorReader indicators, AlertsOnKeys onKeys, ISupplyStore supply, IDirectory directory,
    TimeProvider clock)
{
    private const int MostShifts = 500;

    public async Task<PlanPicture> Of(ActionPlan plan, CancellationToken cancellationToken) => (await Of([plan], cancellationToken))[0];

    /// <summary>In the order given.</summary>
    public async Task<IReadOnlyList<PlanPicture>> Of(IReadOnlyList<ActionPlan> several, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. several.Select(p => p.Id)];
        var fields = (await plans.Fields(ids, cancellationToken)).ToLookup(f => f.PlanId);
        var done = (await actions.OfPlans(ids, cancellationToken)).ToLookup(a => a.PlanId);
        var meetings = (await plans.Meetings(ids, cancellationToken)).ToLookup(m => m.PlanId);
        var communications = (await plans.Communications(ids, cancellationToken)).ToLookup(c => c.PlanId);
        var measured = (await indicators.OfPlans(ids, cancellationToken)).ToLookup(i => i.PlanId);
        var seen = (await plans.AlertsSeen(ids, cancellationToken)).ToLookup(s => s.PlanId);
        var people = await directory.Current(cancellationToken);
        var pictures = new List<PlanPicture>(several.Count);
        foreach (var plan in several)
        {
            List<ImprovementAction> its = [.. done[plan.Id]];
            pictures.Add(new PlanPicture(
                plan,
                fields[plan.Id].Where(f => f.Cycle == plan.Cycle).ToDictionary(f => f.Key, StringComparer.Ordinal),
                its, [.. measured[plan.Id]], [.. meetings[plan.Id]], [.. communications[plan.Id]],
                await Facts(plan, its, seen[plan.Id], people, cancellationToken)));
        }

        return pictures;
    }

    private async Task<PlanFacts> Facts(
        ActionPlan plan, IReadOnlyList<ImprovementAction> its, IEnumerable<AlertSeen> seen, OrganisationPicture people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var calendar = people.Calendar(plan.PlantId, plan.AreaId);
        var last = its.Where(a => a.DoneAt is not null && ImprovementAction.NeedsApproval(a.Kind)).Select(a => a.DoneAt).Max()
            ?? its.Select(a => a.DoneAt).Max();
        var proved = plan.Method.Steps.Where(s => s.RestartedByRecurrence is not null).Select(s => plan.Step(s.Code)?.SignedAt).Max();
        var since = proved ?? last;
        var alerts = since is { } from ? await onKeys.Since(plan, seen, from, cancellationToken) : [];
        var quiet = alerts.Select(a => (DateTimeOffset?)a.At).Append(last).Max();
        var namesAreas = people.People.Any(p => p is { IsActive: true, Kind: PersonKind.Human } && p.Memberships.Any(m => m.PlantId == plan.PlantId && m.AreaIds.Count > 0));
        var named = plan.NamedIds.Append(plan.SponsorId ?? Guid.Empty).Distinct();
        return new PlanFacts(
            now, calendar.DayOf(now), calendar.Zone,
            await Holding(plan, people, cancellationToken),
            named.Select(people.Person).OfType<Person>().ToDictionary(p => p.Id, p => AreasOf(p, plan, namesAreas)),
            last is not null && quiet is { } start ? ShiftsWorked(calendar, start, now) : 0,
            [.. alerts.Select(a => a.AlertId)]);
    }

    private static IReadOnlyList<Guid> AreasOf(Person person, ActionPlan plan, bool namesAreas) =>
    [
        .. person.Memberships.Where(m => m.PlantId == plan.PlantId)
            .SelectMany(m => namesAreas || plan.AreaId is not { } area ? m.AreaIds : [area]).Distinct(),
    ];

    /// <summary>Every station and every location of the stores where something of a product of the plan's keys stands now.</summary>
    private async Task<IReadOnlyList<Named>> Holding(ActionPlan plan, OrganisationPicture people, CancellationToken cancellationToken)
    {
        Guid[] products = [.. plan.Keys.Select(k => k.ProductId).OfType<Guid>().Distinct()];
        if (products.Length == 0)
        {
            return [];
        }

        var balances = await supply.Balances(plan.PlantId, products, cancellationToken);
        return
        [
            .. balances.GroupBy(b => (b.PlaceId, b.ProductId)).Where(g => g.Sum(b => b.Quantity) > 0).Select(g => people.Name(g.Key.PlaceId)).OfType<Named>()
                .DistinctBy(n => n.Id).OrderBy(n => n.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Shifts that began and ended between two instants; around the clock, so many times eight hours.</summary>
    private static int ShiftsWorked(WorkCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        if (calendar.IsAroundTheClock)
        {
            return (int)((to - from) / TimeSpan.FromHours(8));
        }

        var (count, at) = (0, from);
        while (count < MostShifts && calendar.NextShift(at) is { } shift && shift.Ends <= to)
        {
            (count, at) = (count + 1, shift.Ends);
        }

        return count;
    }
}
