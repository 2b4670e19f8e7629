using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Reporting;

/// <summary>The point of the demo plant that chatters: the threshold proposed for it, recounted from its ledger, and applied.</summary>
public sealed class ThresholdStory : IAsyncLifetime
{
    private const string Proposals = """
        query($plant: UUID!) { thresholdProposals(plantId: $plant) { point { id product { id code } place { id code } minimum maximum }
          from to bookings version present { threshold transitions stockOuts unannouncedStockOuts }
          proposed { threshold transitions stockOuts unannouncedStockOuts } chatteringAlerts { number } } }
        """;

    private KaizenHost _host = null!;

    public async Task InitializeAsync() => _host = await KaizenHost.StartDemo();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task The_transitions_before_and_after_are_those_that_a_recount_of_the_ledger_finds()
    {
        var (manager, plant) = await SignIn("responsable");

        var proposal = Assert.Single((await manager.Query(Proposals, new { plant })).GetProperty("thresholdProposals").EnumerateArray());

        var (point, present, proposed) = (proposal.GetProperty("point"), Trial(proposal, "present"), Trial(proposal, "proposed"));
        var ledger = new NaiveLedger(_host.Folder, point, proposal.GetProperty("from").GetDateTimeOffset());
        Assert.Equal(point.GetProperty("minimum").GetDecimal(), present.Threshold);
        Assert.True(ledger.Days >= 28, $"{ledger.Days} days of movements.");
        Assert.Equal(proposal.GetProperty("bookings").GetInt32(), ledger.Bookings);
        Assert.Equal(ledger.Recount(present.Threshold), present);
        Assert.Equal(ledger.Recount(proposed.Threshold), proposed);
        Assert.True(proposed.Transitions * 2 <= present.Transitions && present.StockOuts > 0 && proposed.Unannounced <= present.Unannounced);
        for (var nearer = proposed.Threshold + 1; nearer < present.Threshold; nearer++)
        {
            Assert.True(ledger.Recount(nearer).Transitions * 2 > present.Transitions, $"{nearer} would be a smaller change.");
        }

        Assert.True(proposal.GetProperty("chatteringAlerts").GetArrayLength() > 5);
    }

    [Fact]
    public async Task An_administrator_applies_it_and_what_was_promised_is_then_what_is()
    {
        var (admin, plant) = await SignIn("admin");
        var proposal = (await admin.Query(Proposals, new { plant })).GetProperty("thresholdProposals")[0];
        var pointId = proposal.GetProperty("point").GetProperty("id").GetGuid();
        var (version, threshold) = (proposal.GetProperty("version").GetInt32(), Trial(proposal, "proposed").Threshold);

        var (leader, _) = await SignIn("chef");
        Assert.Equal("FORBIDDEN", await Refused(leader, new { pointId, minimum = threshold }));
        Assert.Equal("INVALID", await Refused(admin, new { pointId, reorderPoint = threshold }));
        Assert.Equal("INVALID", await Refused(admin, new { pointId, minimum = 96 }));
        Assert.Equal("INVALID", await Refused(admin, new { pointId, minimum = -1 }));
        Assert.Equal("NOT_FOUND", await Refused(admin, new { pointId = plant, minimum = threshold }));
        var applied = await admin.Order("applyThreshold", new { pointId, minimum = threshold, expectedVersion = version - 1 }, "supplyPoint { minimum maximum }");

        Assert.Equal("CONFLICT", await Refused(admin, new { pointId, minimum = threshold + 1, expectedVersion = version }));
        Assert.Equal((threshold, 96m), (applied.GetProperty("minimum").GetDecimal(), applied.GetProperty("maximum").GetDecimal()));
        var again = Assert.Single((await admin.Query(Proposals, new { plant })).GetProperty("thresholdProposals").EnumerateArray());
        Assert.Equal(Trial(proposal, "proposed"), Trial(again, "present"));
    }

    private static async Task<string> Refused(KaizenClient client, object input) =>
        (await client.Refused("applyThreshold", input, "supplyPoint { id }"))[0].GetProperty("code").GetString()!;

    private static RecountedTrial Trial(JsonElement proposal, string name)
    {
        var trial = proposal.GetProperty(name);
        return new(
            trial.GetProperty("threshold").GetDecimal(), trial.GetProperty("transitions").GetInt32(), trial.GetProperty("stockOuts").GetInt32(),
            trial.GetProperty("unannouncedStockOuts").GetInt32());
    }

    private async Task<(KaizenClient Client, Guid Plant)> SignIn(string account)
    {
        var client = await _host.SignIn(account, "velos-du-forez");
        return (client, Guid.Parse((await client.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetString()!, CultureInfo.InvariantCulture));
    }
}
