using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Reporting;

/// <summary>The demo plant's ninety days, reviewed by its manager and counted once more by hand.</summary>
public sealed class AlarmHealthStory(DemoHost demo) : IClassFixture<DemoHost>
{
    private const string Load = "load { raised transitions chattering stale inFloods }";
    private const string Health = $$"""
        query($plant: UUID!, $from: DateTime!, $to: DateTime!) { alarmHealth(plantId: $plant, from: $from, to: $to) {
          total { raised transitions chattering stale inFloods }
          chattering { alert { number isChattering } transitions mostWithin firstAt lastAt }
          stale { alert { number } since until hours } floods { from to count }
          byKind { kind {{Load}} } byLine { line { code } {{Load}} }
          topTen { kind place { code } product { code } supplierOrder line { code } {{Load}} } } }
        """;

    [Theory]
    [InlineData(90 * 24, 0)]
    [InlineData(30 * 24, 0)]
    [InlineData((20 * 24) + 5, 200)]
    public async Task Each_figure_is_what_a_patient_person_counts_from_the_timelines(int hoursBack, int hoursBeforeNow)
    {
        var manager = await demo.SignIn("responsable");
        var now = demo.Host.Clock.GetUtcNow();
        var (from, to) = (now.AddHours(-hoursBack), now.AddHours(-hoursBeforeNow));

        var told = (await manager.Query(Health, new { plant = await Plant(manager), from, to })).GetProperty("alarmHealth");
        var counted = new NaiveAlarmHealth(await Alerts(manager), from, to, now).Count();

        Assert.Equal(counted.Total, Figures(told.GetProperty("total")));
        Assert.True(counted.Total.All(f => f > 0), "Every figure of the demo plant shows something.");
        Assert.Equal(
            counted.Chattering.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value.Transitions, c.Value.Most)),
            told.GetProperty("chattering").EnumerateArray()
                .Select(c => (Number(c), c.GetProperty("transitions").GetInt32(), c.GetProperty("mostWithin").GetInt32())).OrderBy(c => c.Item1, StringComparer.Ordinal));
        Assert.Equal(
            counted.Stale.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)),
            told.GetProperty("stale").EnumerateArray().Select(s => (Number(s), s.GetProperty("since").GetDateTimeOffset())).OrderBy(s => s.Item1, StringComparer.Ordinal));
        Assert.Equal(
            counted.Floods,
            told.GetProperty("floods").EnumerateArray()
                .Select(f => (f.GetProperty("from").GetDateTimeOffset(), f.GetProperty("to").GetDateTimeOffset(), f.GetProperty("count").GetInt32())));
        Same(counted.ByKind, told.GetProperty("byKind"), r => r.GetProperty("kind").GetString()!);
        Same(counted.ByLine, told.GetProperty("byLine"), r => SeenAlert.Code(r, "line") ?? "");
        var worst = told.GetProperty("topTen").EnumerateArray().ToList();
        Assert.Equal(
            counted.ByProblem.Values.Select(f => f[1]).OrderDescending().Take(10), worst.Select(r => Figures(r.GetProperty("load"))[1]));
        Assert.All(worst, r => Assert.Equal(counted.ByProblem[Problem(r)], Figures(r.GetProperty("load"))));
    }

    [Fact]
    public async Task Leaders_and_managers_see_it_and_a_period_that_makes_no_sense_is_refused()
    {
        var manager = await demo.SignIn("responsable");
        var plant = await Plant(manager);
        var now = demo.Host.Clock.GetUtcNow();

        Assert.Equal("INVALID", await manager.RefusedQuery(Health, new { plant, from = now, to = now.AddDays(-1) }));
        Assert.Equal("INVALID", await manager.RefusedQuery(Health, new { plant, from = now.AddDays(-367), to = now }));
        Assert.Equal("NOT_FOUND", await manager.RefusedQuery(Health, new { plant = Guid.CreateVersion7(now), from = now.AddDays(-1), to = now }));
        Assert.Equal("FORBIDDEN", await (await demo.SignIn("pilote")).RefusedQuery(Health, new { plant, from = now.AddDays(-1), to = now }));
        await (await demo.SignIn("chef")).Query(Health, new { plant, from = now.AddDays(-1), to = now });
    }

    private static void Same(Dictionary<string, int[]> counted, JsonElement told, Func<JsonElement, string> key) => Assert.Equal(
        counted.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {string.Join(' ', c.Value)}"),
        told.EnumerateArray().OrderBy(key, StringComparer.Ordinal).Select(r => $"{key(r)} {string.Join(' ', Figures(r.GetProperty("load")))}"));

    private static int[] Figures(JsonElement load) => [.. load.EnumerateObject().Select(p => p.Value.GetInt32())];

    private static string Number(JsonElement row) => row.GetProperty("alert").GetProperty("number").GetString()!;

    private static string Problem(JsonElement row)
    {
        var kind = row.GetProperty("kind").GetString()!;
        var family = kind is "STOCK_OUT" or "SHORTAGE" ? "SUPPLY" : kind;
        return $"{family} {SeenAlert.Code(row, "place")} {SeenAlert.Code(row, "product")} {row.GetProperty("supplierOrder").GetString()}";
    }

    private static async Task<Guid> Plant(KaizenClient client) =>
        (await client.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetGuid();

    private static async Task<IReadOnlyList<SeenAlert>> Alerts(KaizenClient client)
    {
        var alerts = new List<SeenAlert>();
        string? after = null;
        do
        {
            var page = (await client.Query(
                """
                query($after: String) { alerts(first: 200, after: $after, orderBy: OLDEST_FIRST) { pageInfo { hasNextPage endCursor } nodes {
                  number kind line { code } place { code } product { code } supplierOrder raisedAt timeline { kind occurredAt } } } }
                """,
                new { after })).GetProperty("alerts");
            alerts.AddRange(page.GetProperty("nodes").EnumerateArray().Select(SeenAlert.Of));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return alerts;
    }
}
