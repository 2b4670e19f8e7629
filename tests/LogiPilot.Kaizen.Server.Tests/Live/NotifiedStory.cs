using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Server.Tests.Live;

public sealed class NotifiedStory : IAsyncLifetime
{
    private StoryPlant _plant = null!;
    private KaizenClient _manager = null!;

    public async Task InitializeAsync()
    {
        _plant = await StoryPlant.At(
            "2031-03-03 10:00", new("Max", Role.Manager, HasMail: false), new("Lena", Role.TeamLeader, HasMail: false), new("Noé", Role.Pilot, HasMail: false));
        _manager = await _plant.SignIn("Max");
    }

    public async Task DisposeAsync() => await _plant.DisposeAsync();

    [Fact]
    public async Task One_notice_reaches_every_device_of_its_person_and_nobody_elses_and_is_confirmed_once()
    {
        var (lena, noe) = (await _plant.SignIn("Lena"), await _plant.SignIn("Noé"));
        await using var desk = await lena.Watch();
        await using var phone = await lena.Watch();
        await using var other = await noe.Watch();
        await desk.Join(_plant.PlantId);
        await phone.Join(_plant.PlantId);
        await other.Join(_plant.PlantId);

        var first = await Assign("Lena");
        var (onDesk, onPhone) = (await desk.Next("Notified"), await phone.Next("Notified"));
        var second = await Assign("Noé");
        var elsewhere = await other.Next("Notified");

        Assert.Equal(Id(onDesk), Id(onPhone));
        Assert.Equal((Id(first), 1), (Id(onDesk.GetProperty("alert")), onDesk.GetProperty("unread").GetInt32()));
        Assert.StartsWith("Max vous attribue l’alerte A-2031-000001 ", onDesk.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(Id(second), Id(elsewhere.GetProperty("alert")));

        await desk.Do("Confirm", new[] { Id(onDesk) });
        await phone.Do("Confirm", new[] { Id(onDesk) });
        await other.Do("Confirm", new[] { Id(onDesk) });
        Assert.Equal(
            """
            Mon 10:00 Lena APP SENT Max vous attribue l’alerte A-2031-000001 (Sécurité, Poste 1.1) : confirmez avant 10:10.
            Mon 10:00 Noé APP WAITING Max vous attribue l’alerte A-2031-000002 (Sécurité, Poste 1.1) : confirmez avant 10:10.
            """.Replace(" :", "\u00a0:", StringComparison.Ordinal),
            await Told.Outbox(_plant));

        await lena.Order("readNotices", new { all = true }, "unread");
        Assert.Equal(0, (await phone.Next("NoticesRead")).GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task A_notice_that_cannot_be_said_holds_up_no_other()
    {
        await using var desk = await (await _plant.SignIn("Lena")).Watch();
        await desk.Join(_plant.PlantId);
        await Assign("Lena");
        var first = await desk.Next("Notified");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_plant.Host.Folder, "kaizen.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var spoil = database.CreateCommand();
            spoil.CommandText =
                "UPDATE notices SET arguments = '[]'; INSERT INTO change_log (plant_id, room, event, subject_id, facts, actor_id, at) "
                + "SELECT plant_id, room, event, subject_id, facts, actor_id, at FROM change_log WHERE event = 'PeopleTold'";
            Assert.Equal(2, await spoil.ExecuteNonQueryAsync());
        }

        await Assign("Lena");

        Assert.NotEqual(Id(first), Id(await desk.Next("Notified")));
    }

    [Fact]
    public async Task What_was_told_while_nobody_was_connected_is_read_when_one_comes_back()
    {
        var lena = await _plant.SignIn("Lena");
        await Assign("Lena");
        await using var desk = await lena.Watch();
        await desk.Join(_plant.PlantId);

        var unread = (await lena.Query("{ notices(unreadOnly: true) { nodes { kind } } unreadNotices }")).GetRawText();

        Assert.Equal("""{"notices":{"nodes":[{"kind":"ALERT_ASSIGNED"}]},"unreadNotices":1}""", unread);
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_hears_nothing_and_opens_nothing()
    {
        var lena = _plant.Host.Anonymous();
        using var signIn = await lena.Http.PostAsJsonAsync("/auth/sign-in", new { userName = "Lena", password = KaizenHost.Password });
        var copy = _plant.Host.Anonymous();
        copy.Http.DefaultRequestHeaders.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        await using var stolen = await copy.Watch();
        await stolen.Join(_plant.PlantId);
        var onAnotherDevice = await _plant.SignIn("Lena");

        using var signOut = await lena.Http.PostAsync("/auth/sign-out", null);
        await Assign("Lena");

        await Assert.ThrowsAsync<ChannelClosedException>(() => stolen.Next("Notified"));
        using var answer = await copy.Http.PostAsJsonAsync("/graphql", new { query = "{ me { id } }" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(1, (await onAnotherDevice.Query("{ unreadNotices }")).GetProperty("unreadNotices").GetInt32());
    }

    private async Task<JsonElement> Assign(string person)
    {
        var alert = await _plant.Raise("Max", "SAFETY", "P11");
        return await _manager.Order("assignAlert", new { alertId = Id(alert), personId = _plant.People[person] });
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
