using System.Diagnostics;
using System.Globalization;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>A line of the table about GraphQL: the time of ours and of what stands beside it, what ours allocated, and how long its answer is.</summary>
internal sealed record GraphQLRow(string Measure, string Ours, string Theirs, double? Ratio, string Goal, double? Allocated = null, long? Answer = null)
{
    public const string Head = """
        | measure | LogiPilot.GraphQL | beside it | ratio | goal | allocated | answer |
        | --- | --- | --- | --- | --- | --- | --- |
        """;

    public string Markdown => string.Create(
        CultureInfo.InvariantCulture, $"| {Measure} | {Ours} | {Theirs} | {Ratio:0.0} | {Goal} | {Bytes(Allocated)} | {Bytes(Answer)} |");

    private static string Bytes(double? bytes) => bytes is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{bytes:n0} B");
}

/// <summary>
/// Ours beside graphql-js and graphql-yoga: one schema, one set of data, one client, one run. The two take turns; both answer the
/// same before either is timed.
/// </summary>
internal static class GraphQLMeasure
{
    private const string TableHead = "| measure | LogiPilot.GraphQL ";

    /// <summary>Prints the table; a Markdown file given has its table replaced.</summary>
    public static async Task<int> Run(string? file)
    {
        var watch = Stopwatch.StartNew();
        var folder = await GraphQLShop.WriteOut();
        try
        {
            List<GraphQLRow> rows = [.. await GraphQLInProcess.Run(folder), .. await GraphQLOverHttp.Run(folder)];
            string[] table = [.. GraphQLRow.Head.Split('\n', StringSplitOptions.TrimEntries), .. rows.Select(row => row.Markdown)];
            Console.WriteLine(string.Join('\n', table));
            Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:n0} s");
            if (file is not null) await Replace(file, table);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static async Task Replace(string file, string[] table)
    {
        var lines = (await File.ReadAllLinesAsync(file)).ToList();
        var start = lines.FindIndex(line => line.StartsWith(TableHead, StringComparison.Ordinal));
        if (start < 0) throw new InvalidOperationException($"{file} has no line that begins with \"{TableHead}\".");
        var end = lines.FindIndex(start, line => !line.StartsWith('|'));
        lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
        lines.InsertRange(start, table);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
    }
}
