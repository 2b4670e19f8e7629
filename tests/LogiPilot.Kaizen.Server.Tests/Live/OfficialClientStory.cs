using System.Diagnostics;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Architecture;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Live;

public sealed class OfficialClientStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    [Fact]
    public async Task The_official_javascript_client_gets_a_delta_that_follows_its_snapshot_and_confirms_what_it_is_told()
    {
        var token = await plant.Host.AddToken("andon", Role.Pilot, "ROA");
        var script = Path.Combine(Source.Root, "tests/LogiPilot.Kaizen.Server.Tests/Live/official-client.mjs");
        var start = new ProcessStartInfo(
            "node",
            [script, plant.Host.Address.GetLeftPart(UriPartial.Authority), token, $"{plant.PlantId}", $"{plant.Places["P21"]}", Path.Combine(Source.Root, "web"), await plant.Host.AddToken("chef", Role.Manager, "ROA")])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);

        Assert.True(process.ExitCode == 0, await errors);
        var told = JsonSerializer.Deserialize<JsonElement>(await output);
        var (snapshot, delta) = (told.GetProperty("snapshot"), told.GetProperty("delta"));
        Assert.Equal(snapshot.GetProperty("sequence").GetInt64(), delta.GetProperty("previousSequence").GetInt64());
        Assert.Equal(delta.GetProperty("sequence").GetInt64(), told.GetProperty("heartbeat").GetProperty("sequence").GetInt64());
        Assert.Equal(told.GetProperty("raised").GetProperty("number").GetString(), delta.GetProperty("alerts")[0].GetProperty("number").GetString());
        Assert.NotEmpty(snapshot.GetProperty("build").GetString()!);
        var notice = told.GetProperty("notice");
        Assert.Equal(
            ("ALERT_ASSIGNED", told.GetProperty("raised").GetProperty("number").GetString(), 1),
            (notice.GetProperty("kind").GetString(), notice.GetProperty("alert").GetProperty("number").GetString(), notice.GetProperty("unread").GetInt32()));
        var outbox = await (await plant.SignIn(Role.Admin)).Query("{ outbox(states: [SENT]) { nodes { kind channel person { name } } } }");
        Assert.Equal(
            """[{"kind":"ALERT_ASSIGNED","channel":"APP","person":{"name":"andon"}}]""", outbox.GetProperty("outbox").GetProperty("nodes").GetRawText());
    }
}
