using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Turns conditions (of a supply point, an order, a feed) into alerts: one alert for each, raised, joined, worsened, cleared and
/// brought back, never a twin of a person's. Saying twice that a condition holds changes nothing.
/// </summary>
public sealed class AlertConditions(AlertBook book, IAlertStore alerts, IOrganisationStore organisation, KindSettings kinds)
{
    /// <summary>With the severity that the plant gives the kind.</summary>
    public async Task HoldAsUsual(Problem problem, CancellationToken cancellationToken) =>
        await Hold(problem with { Severity = (await kinds.Of(problem.PlantId, problem.Kind, cancellationToken)).Severity }, cancellationToken);

    public async Task Hold(Problem problem, CancellationToken cancellationToken)
    {
        var alert = await Present(problem, cancellationToken);
        if (alert is { IsOpen: true })
        {
            alert.SeeCondition(problem, book.Now);
        }
        else if (alert is not null && alert.ReturnsWith(problem, book.Now))
        {
            alert.ReturnCondition(problem, book.Now);
            await book.HoldBack(alert, cancellationToken);
        }
        else if (alert is not { ConditionHolds: true })
        {
            await Raise(problem, cancellationToken);
            return;
        }

        Keep(alert);
    }

    public async Task Clear(Problem problem, CancellationToken cancellationToken)
    {
        if (await Present(problem, cancellationToken) is { } alert)
        {
            alert.ClearCondition(book.Now);
            Keep(alert);
        }
    }

    private async Task Raise(Problem problem, CancellationToken cancellationToken)
    {
        var area = problem.AreaId ?? StoresArea.Of(await organisation.Places(problem.PlantId, cancellationToken));
        var number = await book.NextNumber(problem.PlantId, cancellationToken);
        var kind = await kinds.Of(problem.PlantId, problem.Kind, cancellationToken);
        var whole = problem with { AreaId = area, ConditionHolds = true };
        await book.Raise(Alert.Raise(number, whole, Report.BySystem(book.Now), kind), cancellationToken);
    }

    /// <summary>
    /// The alert that stands for the condition: open, else the last. A person's alert on the same key is it, unless the key says
    /// so little that two alerts on it may be two problems.
    /// </summary>
    private async Task<Alert?> Present(Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Key.Joins)
        {
            return await book.Last(problem, cancellationToken);
        }

        var open = await alerts.OpenOn(problem.PlantId, problem.Key, cancellationToken);
        return open.FirstOrDefault(a => a.RaisedById is null)
            ?? (await alerts.LastOn(problem.PlantId, problem.Key, cancellationToken) is { RaisedById: null } last ? last : null);
    }

    private void Keep(Alert alert)
    {
        if (alert.NewEntries.Count > 0)
        {
            book.Save(alert);
        }
    }
}

/// <summary>The area that answers for the stores as a whole: that of the first location, else the plant's first area.</summary>
internal static class StoresArea
{
    public static Guid? Of(IEnumerable<Place> places)
    {
        var ordered = places.OrderBy(p => p.Rank).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        return ordered.FirstOrDefault(p => p.Kind == PlaceKind.Location && p.AreaId is not null)?.AreaId
            ?? ordered.FirstOrDefault(p => p.Kind == PlaceKind.Area)?.Id;
    }
}
