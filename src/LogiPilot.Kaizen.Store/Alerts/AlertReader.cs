using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IAlertReader"/>
public sealed partial class AlertReader(StoreSession session) : IAlertReader
{
    /// <summary>Of one filter, so many values are looked up one by one in its index; more are checked row by row.</summary>
    private const int MostLookups = 40;

    public Task<Alert?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Alert>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Alert>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>(
            "WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids))));

    public Task<IReadOnlyList<Alert>> Open(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>(
            $"""
            WHERE {AlertStore.IsOpen} AND +t.plant_id IN (SELECT value FROM json_each(@plants))
            ORDER BY t.severity_rank, t.raised_at, t.id
            """,
            ("plants", Columns.FromIds(plants))));

    public Task<IReadOnlyList<Alert>> ShelvedUntil(DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>(
            "WHERE t.state = 'SHELVED' AND t.shelved_until > @after AND t.shelved_until <= @up ORDER BY t.shelved_until",
            ("after", after), ("up", upTo)));

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>>> Timelines(
        IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken)
    {
        var entries = session.Reading.List<TimelineEntry>(
            "WHERE t.alert_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.position", ("ids", Columns.FromIds(alertIds)));
        var timelines = alertIds.Distinct().ToDictionary(id => id, _ => (IReadOnlyList<TimelineEntry>)[]);
        foreach (var timeline in entries.GroupBy(e => e.AlertId))
        {
            timelines[timeline.Key] = [.. timeline];
        }

        return Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>>>(timelines);
    }

    public Task<Page<Alert>> List(
        IReadOnlyCollection<Guid> plants, AlertFilter filter, AlertOrder order, PageRequest page, CancellationToken cancellationToken)
    {
        // Whoever types a whole number looks for that alert: found in an index, however old it is.
        filter = NumberIn(filter.Text) is { } number ? filter with { Number = number, Text = null } : filter;
        var query = new ListQuery<Alert>()
            .Where("t.number = {0}", filter.Number)
            .Where("t.raised_at >= {0}", filter.RaisedFrom)
            .Where("t.raised_at < {0}", filter.RaisedTo)
            .Text("t.searched", filter.Text);
        LookUp(query, [.. plants.Only(filter.PlantIds)], filter, order);
        return Task.FromResult(order switch
        {
            AlertOrder.NewestFirst => query.Read(session.Reading, page, descending: true, "t.raised_at", "t.id"),
            AlertOrder.OldestFirst => query.Read(session.Reading, page, descending: false, "t.raised_at", "t.id"),
            AlertOrder.WorstFirst => query.Read(session.Reading, page, descending: false, "t.severity_rank", "t.raised_at", "t.id"),
            _ => query.Read(session.Reading, page, descending: false, "t.number", "t.id"),
        });
    }

    /// <summary>Chooses the one index that finds least; every other filter is checked on what it finds.</summary>
    private static void LookUp(ListQuery<Alert> query, Guid[] plants, AlertFilter filter, AlertOrder order)
    {
        var onlyOpen = filter.States is { Count: > 0 } states && states.All(IsOpen);
        var isByTime = order is AlertOrder.NewestFirst or AlertOrder.OldestFirst;
        var isByPlant = order == AlertOrder.Number || filter.Number is not null;
        var isFound = isByPlant;

        // What is open is always few; a past state is most of history, and helps only where the order is that of its index.
        Add("t.state", onlyOpen ? filter.States : null);
        Add("t.product_id", filter.ProductIds);
        Add("t.place_id", filter.StationIds);
        Add("t.line_id", filter.LineIds);
        Add("t.owner_id", filter.OwnerIds);
        Add("t.kind", filter.Kinds);
        Add("t.area_id", filter.AreaIds);
        Add("t.severity_rank", filter.Severities?.Select(s => (int)s).ToList());
        Add("t.state", onlyOpen ? null : filter.States, isByTime);
        isByPlant |= !isFound && isByTime;
        _ = isByPlant ? query.Each("t.plant_id", plants) : query.In("t.plant_id", plants);

        void Add<TValue>(string column, IReadOnlyCollection<TValue>? values, bool mayLookUp = true)
        {
            var looksUp = mayLookUp && !isFound && values is { Count: <= MostLookups };
            _ = looksUp ? query.Each(column, values) : query.In(column, values);
            isFound |= looksUp;
        }
    }

    private static string? NumberIn(string? text) => text is not null && WholeNumber().IsMatch(text) ? text.Trim().ToUpperInvariant() : null;

    [GeneratedRegex(@"^\s*[aA]-\d{4}-\d{6,}\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    private static bool IsOpen(AlertState state) =>
        state is AlertState.Raised or AlertState.Acknowledged or AlertState.InProgress or AlertState.Shelved;
}
