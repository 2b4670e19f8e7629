using System.Globalization;
using System.Text;

namespace LogiPilot.GraphQL.Tests.Fuzz;

/// <summary>What became of the documents of a run.</summary>
public sealed class FuzzFindings
{
    public const string Ran = "answered";
    public const string RanWithErrors = "answered with errors of fields";
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _counts = new(StringComparer.Ordinal);

    public int Documents { get; private set; }

    /// <summary>Those that validation let through, whether their variables fitted or not.</summary>
    public int Valid { get; private set; }

    public int Executed { get; private set; }
    public TimeSpan Slowest { get; private set; }
    public string SlowestDocument { get; private set; } = "";

    /// <summary>Exceptions that are no GraphQL errors, with seed, document and variables.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Documents that took more than <see cref="FuzzRun.MostTime"/> each of four times.</summary>
    public List<string> Slow { get; } = [];

    public int Of(string outcome) => _counts.TryGetValue(outcome, out var kinds) ? kinds.Values.Sum() : 0;

    internal void Add(string kind, string outcome, TimeSpan time, string document)
    {
        Documents++;
        if (outcome is not (ErrorCodes.Syntax or ErrorCodes.Validation or ErrorCodes.Limit)) Valid++;
        if (outcome is Ran or RanWithErrors) Executed++;
        if (!_counts.TryGetValue(outcome, out var kinds)) _counts[outcome] = kinds = new(StringComparer.Ordinal);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        if (time > FuzzRun.MostTime) Slow.Add($"{time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms: {document}");
        if (time <= Slowest) return;
        (Slowest, SlowestDocument) = (time, document);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Documents} documents: {Valid} valid, {Executed} executed; slowest {Slowest.TotalMilliseconds:0.0} ms, ");
        text.Append(CultureInfo.InvariantCulture, $"{Slow.Count} above {FuzzRun.MostTime.TotalMilliseconds:0} ms, {Failures.Count} failures");
        foreach (var (outcome, kinds) in _counts)
            text.Append(CultureInfo.InvariantCulture, $"\n  {outcome}: {kinds.Values.Sum()} ({string.Join(", ", kinds.Select(pair => $"{pair.Key} {pair.Value}"))})");
        return text.ToString();
    }
}
