using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Reporting;

/// <summary>An alert and its timeline as the API shows them.</summary>
internal sealed record SeenAlert(
    string Number, string Kind, string? Line, string Problem, DateTimeOffset RaisedAt, IReadOnlyList<(string Step, DateTimeOffset At)> Steps)
{
    public static SeenAlert Of(JsonElement node)
    {
        var kind = node.GetProperty("kind").GetString()!;
        var family = kind is "STOCK_OUT" or "SHORTAGE" ? "SUPPLY" : kind;
        return new(
            node.GetProperty("number").GetString()!, kind, Code(node, "line"),
            $"{family} {Code(node, "place")} {Code(node, "product")} {node.GetProperty("supplierOrder").GetString()}",
            node.GetProperty("raisedAt").GetDateTimeOffset(),
            [.. node.GetProperty("timeline").EnumerateArray().Select(e => (e.GetProperty("kind").GetString()!, e.GetProperty("occurredAt").GetDateTimeOffset()))]);
    }

    public static string? Code(JsonElement node, string field) =>
        node.GetProperty(field) is { ValueKind: JsonValueKind.Object } named ? named.GetProperty("code").GetString() : null;
}

/// <summary>
/// The figures of alarm health once more, counted as a patient person would from the timelines on the screen: every pair is looked at,
/// every window laid at every alert.
/// </summary>
internal sealed class NaiveAlarmHealth(IReadOnlyList<SeenAlert> alerts, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Dictionary<string, (int Transitions, int Most)> Chattering { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeOffset> Stale { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, int Count)> Floods { get; private set; } = [];

    public int[] Total { get; private set; } = [];

    public Dictionary<string, int[]> ByKind { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int[]> ByLine { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int[]> ByProblem { get; } = new(StringComparer.Ordinal);

    public NaiveAlarmHealth Count()
    {
        var floods = FindFloods();
        Floods = [.. floods.Select(f => (f.Min(a => a.RaisedAt), f.Max(a => a.RaisedAt), f.Count)).OrderBy(f => f.Item1)];
        Total = new int[5];
        foreach (var alert in alerts)
        {
            var turns = Transitions(alert).Where(IsIn).ToList();
            var most = turns.Count == 0 ? 0 : turns.Max(first => turns.Count(t => t >= first && t <= first + TenMinutes));
            if (most >= 3)
            {
                Chattering[alert.Number] = (turns.Count, most);
            }

            if (LongestOpen(alert) is { } since)
            {
                Stale[alert.Number] = since;
            }

            int[] figures =
            [
                IsIn(alert.RaisedAt) ? 1 : 0, turns.Count, most >= 3 ? 1 : 0, Stale.ContainsKey(alert.Number) ? 1 : 0,
                floods.Any(f => f.Contains(alert)) ? 1 : 0,
            ];
            Add(ByKind, alert.Kind, figures);
            Add(ByLine, alert.Line ?? "", figures);
            Add(ByProblem, alert.Problem, figures);
            Total = [.. Total.Zip(figures, (a, b) => a + b)];
        }

        return this;
    }

    private static void Add(Dictionary<string, int[]> rows, string key, int[] figures)
    {
        if (figures.Any(f => f > 0))
        {
            rows[key] = [.. rows.GetValueOrDefault(key, new int[5]).Zip(figures, (a, b) => a + b)];
        }
    }

    private bool IsIn(DateTimeOffset at) => at >= from && at < to;

    private static List<DateTimeOffset> Transitions(SeenAlert alert)
    {
        var turns = new List<DateTimeOffset>();
        var rings = false;
        foreach (var (step, at) in alert.Steps)
        {
            var comes = step is "RAISED" or "REOPENED" or "CONDITION_RETURNED" || (step == "JOINED" && turns.Count > 0 && at > turns[^1]);
            var goes = step is "CONDITION_CLEARED" or "RESOLVED" or "CANCELLED";
            if ((comes && !rings) || (goes && rings))
            {
                rings = comes;
                turns.Add(at);
            }
        }

        return turns;
    }

    /// <summary>Since when it was open for the longest time of more than a day that touches the period.</summary>
    private DateTimeOffset? LongestOpen(SeenAlert alert)
    {
        var end = to < now ? to : now;
        (DateTimeOffset Since, TimeSpan Length)? longest = null;
        DateTimeOffset? since = null;
        foreach (var (step, at) in alert.Steps.Append(("THE END", DateTimeOffset.MaxValue)))
        {
            if (since is null && step is "RAISED" or "REOPENED" or "CONDITION_RETURNED")
            {
                since = at;
            }
            else if (since is { } start && step is "RESOLVED" or "CANCELLED" or "THE END")
            {
                var length = (at < end ? at : end) - start;
                if (at > from && length > Day && (longest is null || length > longest.Value.Length))
                {
                    longest = (start, length);
                }

                since = null;
            }
        }

        return longest?.Since;
    }

    /// <summary>A window is laid at each alert; sets of ten and more that share an alert are put together.</summary>
    private List<HashSet<SeenAlert>> FindFloods()
    {
        var raised = alerts.Where(a => IsIn(a.RaisedAt)).ToList();
        var floods = new List<HashSet<SeenAlert>>();
        foreach (var first in raised.OrderBy(a => a.RaisedAt))
        {
            var window = raised.Where(a => a.RaisedAt >= first.RaisedAt && a.RaisedAt <= first.RaisedAt + TenMinutes).ToHashSet();
            if (window.Count < 10)
            {
                continue;
            }

            foreach (var shared in floods.Where(f => f.Overlaps(window)).ToList())
            {
                window.UnionWith(shared);
                floods.Remove(shared);
            }

            floods.Add(window);
        }

        return floods;
    }
}
