using LogiPilot.GraphQL.Tests.Fuzz;
using LogiPilot.GraphQL.Tests.Language;
using LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;
using LogiPilot.Kaizen.Server.Tests.Notifications.Kill;
using LogiPilot.Kaizen.Store.Tests.Kill;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>The counts that are too long for every test run: what runs there as a seeded tenth runs here in full. A name runs that alone.</summary>
internal static class LongRuns
{
    private const int Kills = 20;
    private const int Documents = 200_000;
    private const int Calendars = 10_000;
    private const int MailKills = 50;
    private const int MailAlerts = 1_000;
    private const int Seed = 2026;

    private static readonly Dictionary<string, Func<Task<bool>>> All = new(StringComparer.Ordinal)
    {
        ["kill"] = Kill,
        ["fuzz"] = Fuzz,
        ["parser"] = Parser,
        ["calendar"] = Calendar,
        ["mail"] = Mail,
    };

    public static async Task<int> Run(IReadOnlyList<string> names)
    {
        var unknown = names.Where(name => !All.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"There is no long run \"{unknown[0]}\"; there are {string.Join(", ", All.Keys)}.");
            return 2;
        }
        var isFine = true;
        foreach (var (name, run) in All)
            if (names.Count == 0 || names.Contains(name, StringComparer.Ordinal)) isFine &= await run();
        return isFine ? 0 : 1;
    }

    private static async Task<bool> Kill()
    {
        var findings = await KillRun.Run(Kills, Seed);
        Console.WriteLine(
            $"{findings.Kills} kills under write load: {findings.Acknowledged} writes acknowledged, {findings.Missing.Count} missing, "
            + $"{findings.Kept} kept, gap in the change log: {findings.HasGap}, database whole: {findings.IsWhole}");
        return findings.Missing.Count == 0 && !findings.HasGap && findings.IsWhole;
    }

    /// <summary>Random and damaged documents executed: no exception but GraphQL errors, none above 100 ms.</summary>
    private static async Task<bool> Fuzz()
    {
        var findings = await FuzzRun.Run(Seed + 1, Documents);
        Console.WriteLine(findings);
        Console.WriteLine($"  slowest: {findings.SlowestDocument.ReplaceLineEndings(" ")}");
        foreach (var finding in findings.Failures.Concat(findings.Slow)) Console.WriteLine(finding);
        return findings.Documents == Documents && findings.Failures.Count == 0 && findings.Slow.Count == 0;
    }

    /// <summary>Damaged documents parsed and printed beside graphql-js; the first that is answered otherwise is thrown.</summary>
    private static async Task<bool> Parser()
    {
        var outcome = await ParserDifference.Run(Seed + 1, Documents);
        Console.WriteLine($"parsed as graphql-js does: {outcome}");
        return outcome.Total == Documents;
    }

    /// <summary>Random calendars asked beside a minute-by-minute oracle, then how long an answer over 90 days takes.</summary>
    private static Task<bool> Calendar()
    {
        var findings = CalendarRun.Run(Seed, Calendars);
        Console.WriteLine($"{findings.Calendars:N0} random calendars, {findings.Answers:N0} answers compared, {findings.Differences.Count} differ");
        foreach (var difference in findings.Differences) Console.WriteLine(difference);
        Console.WriteLine(CalendarSpeed.Measure());
        return Task.FromResult(findings.Differences.Count == 0);
    }

    /// <summary>A server killed while alerts escalate and their mails go to an SMTP server that refuses, delays and drops.</summary>
    private static async Task<bool> Mail()
    {
        var findings = await MailKillRun.Run(MailKills, MailAlerts, Seed);
        Console.WriteLine(
            $"{findings.Kills} kills while {findings.Alerts:N0} alerts escalate: {findings.Expected:N0} mails expected, {findings.Told:N0} told, "
            + $"{findings.Arrived:N0} arrived, {findings.Duplicates} of them twice, {findings.Wrong.Count} lost or wrong; "
            + $"{findings.Troubles} times the SMTP server refused or dropped; {findings.Took.TotalMinutes:0.0} minutes");
        foreach (var wrong in findings.Wrong.Take(20)) Console.WriteLine(wrong);
        return findings.Wrong.Count == 0 && findings.Told == findings.Expected && findings.Arrived == findings.Expected && findings.Duplicates <= findings.Kills;
    }
}
