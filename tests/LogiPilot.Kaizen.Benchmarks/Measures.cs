using System.Globalization;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>One line of the table: a ratio measured in one run, its raw figures, and the goal.</summary>
internal sealed record Row(string Measure, string Ours, string Theirs, double? Ratio, string Goal)
{
    public string Markdown => string.Create(
        CultureInfo.InvariantCulture, $"| {Measure} | {Ours} | {Theirs} | {(Ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {Goal} |");
}

internal static class Measures
{
    public static readonly string[] All = ["start", "raise", "hub", "board", "timers", "plans"];

    public static async Task<int> Run(IReadOnlyList<string> names)
    {
        var rows = new List<Row>();
        foreach (var name in names)
        {
            Console.Error.WriteLine($"== {name}");
            rows.AddRange(name switch
            {
                "start" => await StartMeasure.Run(),
                "raise" => await RaiseMeasure.Run(),
                "hub" => await HubMeasure.Run(),
                "timers" => await TimerMeasure.Run(),
                "plans" => await PlanMeasure.Run(),
                _ => await BoardMeasure.Run(),
            });
        }

        Console.WriteLine("| measure | LogiPilot.Kaizen | beside it | ratio | goal |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        rows.ForEach(row => Console.WriteLine(row.Markdown));
        return 0;
    }

    public static int Unknown(string name)
    {
        Console.Error.WriteLine($"No measure is called '{name}'. There are: {string.Join(", ", All)}, graphql, long.");
        return 2;
    }
}
