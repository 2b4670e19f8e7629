using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

public sealed class SignInStory
{
    [Fact]
    public async Task An_empty_database_is_set_up_once_by_the_printed_link()
    {
        await using var host = await KaizenHost.Start();
        var first = host.Anonymous();
        var setUp = new
        {
            token = host.SetUpToken, userName = "alice", password = KaizenHost.Password, name = "Alice Martin",
            plantName = "Usine de Roanne", timeZone = "Europe/Paris", language = "fr",
        };

        var before = await first.Http.GetFromJsonAsync<JsonElement>("/auth/sign-in-options");
        using var forged = await first.Http.PostAsJsonAsync("/auth/set-up", setUp with { token = new string('0', 48) });
        using var weak = await first.Http.PostAsJsonAsync("/auth/set-up", setUp with { password = "court" });
        using var done = await first.Http.PostAsJsonAsync("/auth/set-up", setUp);
        using var again = await host.Anonymous().Http.PostAsJsonAsync("/auth/set-up", setUp with { userName = "bob" });
        var me = (await first.Query("{ me { name memberships { role plant { code name } } } }")).GetProperty("me");

        Assert.True(before.GetProperty("setUp").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal("Alice Martin", me.GetProperty("name").GetString());
        Assert.Equal("ADMIN", me.GetProperty("memberships")[0].GetProperty("role").GetString());
        Assert.Equal("Usine de Roanne", me.GetProperty("memberships")[0].GetProperty("plant").GetProperty("name").GetString());

        await host.Restart();
        Assert.Null(host.SetUpToken);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_reader_is_told_in_his_language()
    {
        await using var host = await KaizenHost.Start();
        await host.AddPerson("pilote", Role.Pilot);
        var client = host.Anonymous();
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9,fr;q=0.5");

        var codes = new List<string?>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            codes.Add((await Refused("faux")).GetProperty("code").GetString());
        }

        var right = await Refused(KaizenHost.Password);
        var unknown = await Refused("faux", "personne");

        Assert.All(codes.SkipLast(1), code => Assert.Equal("BAD_CREDENTIALS", code));
        Assert.Equal("LOCKED_OUT", right.GetProperty("code").GetString());
        Assert.Equal("Too many attempts: this account is locked for a few minutes.", right.GetProperty("message").GetString());
        Assert.Equal("BAD_CREDENTIALS", unknown.GetProperty("code").GetString());

        async Task<JsonElement> Refused(string password, string userName = "pilote")
        {
            using var answer = await client.Http.PostAsJsonAsync("/auth/sign-in", new { userName, password });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_revoked_token_is_refused_within_a_second()
    {
        await using var host = await KaizenHost.Start();
        await host.AddPerson("pilote", Role.Pilot);
        var person = await host.SignIn("pilote");
        var token = await host.AddToken("mes", Role.Pilot);
        var program = host.WithToken(token);

        Assert.Equal("PROGRAM", (await program.Query("{ me { kind } }")).GetProperty("me").GetProperty("kind").GetString());
        using var signedOut = await person.Http.PostAsync("/auth/sign-out", null);
        await host.RevokeToken(token);
        await Task.Delay(TimeSpan.FromSeconds(1));

        using var afterSignOut = await person.Http.PostAsJsonAsync("/graphql", new { query = "{ me { id } }" });
        using var afterRevocation = await program.Http.PostAsJsonAsync("/graphql", new { query = "{ me { id } }" });
        Assert.Equal(HttpStatusCode.Unauthorized, afterSignOut.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, afterRevocation.StatusCode);
    }

    [Fact]
    public async Task A_restart_keeps_people_stock_and_alerts()
    {
        const string Board = """
            query($plant: UUID!) { board(plantId: $plant) { lines { line { code } status openAlertCount worstPoint { product { code } onHand status } }
              openAlerts { number state version } counters { open untaken } } }
            """;
        const string Kept = "id number state timeline { kind recordedAt text }";
        var plant = new SmallPlant();
        await plant.InitializeAsync();
        await using var host = plant.Host;
        var pilot = await plant.SignIn(Role.Pilot);
        var alert = await pilot.Order("raiseAlert", new { kind = "FIVE_S", placeId = plant.Places["P11"] }, $"alert {{ {Kept} }}");
        var before = await pilot.Query(Board, new { plant = plant.PlantId });

        await host.Restart();

        var again = await plant.SignIn(Role.Pilot);
        var after = await again.Query(Board, new { plant = plant.PlantId });
        var kept = await again.Query($"query($id: UUID!) {{ alert(id: $id) {{ {Kept} }} }}", new { id = alert.GetProperty("id").GetGuid() });
        Assert.Equal(before.ToString(), after.ToString());
        Assert.Equal(alert.ToString(), kept.GetProperty("alert").ToString());
    }
}
