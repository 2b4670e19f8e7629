using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>
/// What an import says to the person who started it, in their language: progress and bad rows on the error writer, what was
/// taken on the output.
/// </summary>
internal sealed class ImportReport(Texts texts, Language language, TextWriter output, TextWriter error)
{
    public void Progress(string file, int rows) => error.WriteLine(Say("progress", ("file", file), ("count", rows)));

    /// <summary>Lists what is wrong, row by row, and gives the one line that says what to do.</summary>
    public CommandRefusedException Refused(Refusal refusal)
    {
        foreach (var row in refusal.Details ?? [])
        {
            error.WriteLine(Row(row));
        }

        return new CommandRefusedException(Sentence(texts, language, refusal));
    }

    public void Taken(TakenExtract taken, int openAlerts, TimeSpan elapsed)
    {
        foreach (var warning in taken.Warnings)
        {
            error.WriteLine(Sentence(texts, language, warning));
        }

        foreach (var dataset in taken.Datasets)
        {
            output.WriteLine(Say(
                KeyOf(dataset.Dataset), ("dataset", Say("datasets." + dataset.Dataset)), ("count", dataset.Rows), ("made", dataset.Made),
                ("changed", dataset.Changed), ("booked", dataset.Booked)));
        }

        var summary = taken.Datasets.All(d => d.ChangedNothing) ? "nothingChanged" : "taken";
        output.WriteLine(Say(summary, ("plant", taken.PlantCode), ("asOf", taken.AsOf.ToString("yyyy-MM-dd HH:mm:ss'Z'", null))));
        output.WriteLine(Say("openAlerts", ("count", openAlerts)));
        output.WriteLine(Say("elapsed", ("seconds", Math.Round((decimal)elapsed.TotalSeconds, 1))));
    }

    /// <summary>A bad row as one line: file, line, column, and what is wrong with the value.</summary>
    private string Row(Refusal row)
    {
        var reason = Sentence(texts, language, row);
        if (!row.Arguments.TryGetValue("line", out var line))
        {
            return reason;
        }

        var key = row.Arguments["column"] is "" ? "badLine" : "badRow";
        return Say(key, ("file", row.Arguments["file"]), ("line", line), ("column", row.Arguments["column"]), ("reason", reason));
    }

    public static string Sentence(Texts texts, Language language, Refusal refusal) =>
        texts.Of(language, "refusals." + refusal.Reason, refusal.Arguments);

    private static string KeyOf(Dataset dataset) => dataset switch
    {
        Dataset.Stock => "stock",
        Dataset.Movements => "movements",
        _ => "dataset",
    };

    private string Say(string key, params (string Name, object? Value)[] arguments) =>
        texts.Of(language, "commands.import." + key, arguments);
}
