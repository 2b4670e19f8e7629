using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

public sealed class DemoTeamsTests
{
    [Fact]
    public async Task In_the_demo_plant_whoever_walks_is_on_shift_at_every_hour_and_the_office_by_day()
    {
        await using var host = await KaizenHost.StartDemo();
        var leader = await host.SignIn("chef", "velos-du-forez");
        var plant = (await leader.Query("{ plants { id shifts { code } } }")).GetProperty("plants")[0];
        Assert.Equal("A B C J", string.Join(' ', plant.GetProperty("shifts").EnumerateArray().Select(s => s.GetProperty("code").GetString())));
        var saturday = new DateTimeOffset(2027, 3, 6, 0, 30, 0, TimeSpan.Zero);
        for (var hour = 0; hour < 72; hour++)
        {
            var onShift = (await leader.Query(
                "query($id: UUID!, $at: DateTime) { onShift(plantId: $id, at: $at) { shift { code } teams { code } people { person { name } role } } }",
                new { id = plant.GetProperty("id").GetGuid(), at = saturday.AddHours(hour) })).GetProperty("onShift");
            var roles = onShift.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("role").GetString()).ToHashSet(StringComparer.Ordinal);
            var names = onShift.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("person").GetProperty("name").GetString()).ToList();
            var teams = onShift.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()).ToList();

            Assert.Superset(new HashSet<string?>(["OPERATOR", "PILOT", "AGENT", "TEAM_LEADER"], StringComparer.Ordinal), roles);
            Assert.Contains("Claire Vidal", names);
            Assert.Single(teams, t => t is "ROUGE" or "BLEUE" or "VERTE");

            // From 8 to 17 in Paris on Monday.
            Assert.Equal(hour - 48 is >= 7 and < 16, roles.Contains("MANAGER"));
        }
    }
}
