using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>An alert that chattered: its transitions in the period, and the most of them within ten minutes.</summary>
public sealed record ChatteringAlert(Guid AlertId, int Transitions, int MostWithin, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>An alert open for longer than a day: since when, until when (null: still open), for how many hours in the period's eyes.</summary>
public sealed record StaleAlert(Guid AlertId, DateTimeOffset Since, DateTimeOffset? Until, double Hours);

/// <summary>More alerts at once than people can handle: from the first to the last raised of it.</summary>
public sealed record AlarmFlood(DateTimeOffset From, DateTimeOffset To, int Count);

/// <summary>What some alerts were in a period.</summary>
public sealed record AlarmLoad(int Raised, int Transitions, int Chattering, int Stale, int InFloods);

public sealed record KindLoad(AlertKind Kind, AlarmLoad Load);

/// <summary>Null: of no line.</summary>
public sealed record LineLoad(Guid? LineId, AlarmLoad Load);

/// <summary>One problem, however many alerts: what is the same of them, its kind last time, and what it was in the period.</summary>
public sealed record BadActor(AlertKey Key, AlertKind Kind, Guid? LineId, AlarmLoad Load);

/// <summary>
/// How healthy the alerts of a plant were in a period (the end excluded), after ANSI/ISA-18.2 and EEMUA 191 with the product's figures:
/// chattering (3 transitions or more in 10 minutes), stale (open for more than 24 hours), floods (10 raised or more in 10 minutes), per
/// kind and line, and the ten problems with most transitions. A return within 15 minutes is no new alert. Pure: it counts what it is given.
/// </summary>
public sealed record AlarmHealth(
    AlarmLoad Total, IReadOnlyList<ChatteringAlert> Chattering, IReadOnlyList<StaleAlert> Stale, IReadOnlyList<AlarmFlood> Floods,
    IReadOnlyList<KindLoad> ByKind, IReadOnlyList<LineLoad> ByLine, IReadOnlyList<BadActor> TopTen)
{
    public const int Flood = 10;
    public const int Top = 10;

    public static readonly TimeSpan FloodTime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(24);

    public static AlarmHealth Of(IReadOnlyList<AlarmTrace> traces, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var raised = traces.Where(t => t.RaisedAt >= from && t.RaisedAt < to).OrderBy(t => t.RaisedAt).ThenBy(t => t.AlertId).ToList();
        var (floods, flooded) = FloodsOf(raised);
        var records = traces.Select(t => Record.Of(t, from, to, now, flooded.Contains(t.AlertId))).ToList();
        return new(
            LoadOf(records),
            [.. records.Select(r => r.Chatter).OfType<ChatteringAlert>().OrderByDescending(c => c.Transitions).ThenBy(c => c.FirstAt).ThenBy(c => c.AlertId)],
            [.. records.Select(r => r.Stale).OfType<StaleAlert>().OrderByDescending(s => s.Hours).ThenBy(s => s.AlertId)],
            floods,
            [.. Loads(records, r => r.Trace.Kind).Select(g => new KindLoad(g.Key, g.Load))],
            [.. Loads(records, r => r.Trace.LineId).Select(g => new LineLoad(g.Key, g.Load))],
            [.. Loads(records, r => r.Trace.Key).Take(Top).Select(g => new BadActor(g.Key, g.Last.Kind, g.Last.LineId, g.Load))]);
    }

    private static IEnumerable<(TKey Key, AlarmTrace Last, AlarmLoad Load)> Loads<TKey>(List<Record> records, Func<Record, TKey> by) =>
        records.GroupBy(by)
            .Select(g => (g.Key, Last: g.MaxBy(r => (r.Trace.RaisedAt, r.Trace.AlertId))!.Trace, Load: LoadOf(g.ToList())))
            .Where(g => g.Load != new AlarmLoad(0, 0, 0, 0, 0))
            .OrderByDescending(g => g.Load.Transitions).ThenByDescending(g => g.Load.Raised).ThenByDescending(g => g.Last.RaisedAt)
            .ThenBy(g => g.Last.AlertId);

    private static AlarmLoad LoadOf(IReadOnlyCollection<Record> records) => new(
        records.Count(r => r.WasRaised), records.Sum(r => r.Transitions), records.Count(r => r.Chatter is not null),
        records.Count(r => r.Stale is not null), records.Count(r => r.InFlood));

    /// <summary>Windows of ten minutes with a flood in them; those that share an alert are one flood.</summary>
    private static (IReadOnlyList<AlarmFlood> Floods, HashSet<Guid> Flooded) FloodsOf(List<AlarmTrace> raised)
    {
        var runs = new List<(int First, int Last)>();
        for (var last = Flood - 1; last < raised.Count; last++)
        {
            var first = last - Flood + 1;
            if (raised[last].RaisedAt - raised[first].RaisedAt > FloodTime)
            {
                continue;
            }

            if (runs.Count > 0 && first <= runs[^1].Last)
            {
                runs[^1] = (runs[^1].First, last);
            }
            else
            {
                runs.Add((first, last));
            }
        }

        return (
            [.. runs.Select(r => new AlarmFlood(raised[r.First].RaisedAt, raised[r.Last].RaisedAt, r.Last - r.First + 1))],
            [.. runs.SelectMany(r => raised[r.First..(r.Last + 1)]).Select(t => t.AlertId)]);
    }

    /// <summary>One alert in the period.</summary>
    private sealed record Record(AlarmTrace Trace, bool WasRaised, int Transitions, ChatteringAlert? Chatter, StaleAlert? Stale, bool InFlood)
    {
        public static Record Of(AlarmTrace trace, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, bool inFlood)
        {
            var turns = AlarmTurns.Of(trace.Steps).Select(t => t.At).Where(at => at >= from && at < to).Order().ToList();
            var most = AlarmTurns.MostWithin(turns, AlarmTurns.ChatterTime);
            var chatter = most >= AlarmTurns.Chatter ? new ChatteringAlert(trace.AlertId, turns.Count, most, turns[0], turns[^1]) : null;
            return new(trace, trace.RaisedAt >= from && trace.RaisedAt < to, turns.Count, chatter, StaleIn(trace, from, to, now), inFlood);
        }

        /// <summary>Its longest time open of those that had passed a day by the end of the period (or now) and reach into it.</summary>
        private static StaleAlert? StaleIn(AlarmTrace trace, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
            trace.OpenSpells()
                .Where(s => !(s.Until <= from))
                .Select(s => (Spell: s, Open: Earliest(s.Until, to, now) - s.From))
                .Where(s => s.Open > StaleAfter)
                .OrderByDescending(s => s.Open)
                .Select(s => new StaleAlert(trace.AlertId, s.Spell.From, s.Spell.Until, Math.Round(s.Open.TotalHours, 1)))
                .FirstOrDefault();

        private static DateTimeOffset Earliest(DateTimeOffset? one, DateTimeOffset two, DateTimeOffset three)
        {
            var least = two < three ? two : three;
            return one < least ? one.Value : least;
        }
    }
}
