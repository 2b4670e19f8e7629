using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications;

public sealed class NoticesStory : IAsyncLifetime
{
    private StoryPlant _plant = null!;

    public async Task InitializeAsync()
    {
        _plant = await StoryPlant.At(
            "2031-03-03 22:30", new("Max", Role.Manager, HasMail: false), new("Lena", Role.TeamLeader, ["A2"]), new("Agathe", Role.Agent, HasMail: false));
        await _plant.Host.AddPerson("Noé", Role.Pilot, StoryPlant.Code, Language.En, ["A2"], email: "noe@roa.example");
        await _plant.Look();
    }

    public async Task DisposeAsync() => await _plant.DisposeAsync();

    [Fact]
    public async Task At_night_a_critical_alert_is_mailed_at_once_and_the_rest_in_the_morning_if_it_is_still_true()
    {
        var (manager, lena) = (await _plant.SignIn("Max"), await _plant.SignIn("Lena"));
        await Save(lena, new { quietFrom = "22:00", quietTo = "06:00", digestByMail = false });
        await _plant.Connect("Noé");
        var critical = await Raise(manager, "SAFETY", "CRITICAL");
        var returned = await Raise(manager, "CONGESTION", "MINOR");
        var taken = await Raise(manager, "QUALITY", "MINOR");
        foreach (var alert in (JsonElement[])[critical, returned, taken])
        {
            await manager.Order("assignAlert", new { alertId = Id(alert), personId = await Me(lena) });
        }

        await lena.Order("resolveAlert", new { alertId = Id(critical), causeCode = "EQUIPMENT", resolution = "Zone balisée" });
        await _plant.Until("2031-03-03 22:40");
        await manager.Order("acknowledgeAlert", new { alertId = Id(taken), expectedAt = _plant.Host.Clock.GetUtcNow().AddHours(20) });
        Snapshot.Verify(await Told.Outbox(_plant), "quiet-night", "txt");

        await _plant.Until("2031-03-04 06:00");
        Snapshot.Verify(await Told.Read(_plant), "quiet-night-morning", "txt");
        await _plant.Until("2031-03-04 06:05");
        Snapshot.Verify(await Told.Read(_plant), "quiet-night-morning", "txt");
    }

    [Fact]
    public async Task Whoever_wants_no_mail_of_a_kind_gets_none_but_for_what_is_urgent()
    {
        var (manager, noe) = (await _plant.SignIn("Max"), await _plant.SignIn("Noé"));
        await Save(noe, new { mailOff = new[] { "MY_ALERTS" } });
        foreach (var alert in (JsonElement[])[await Raise(manager, "CONGESTION", "MINOR"), await Raise(manager, "QUALITY", "CRITICAL")])
        {
            await manager.Order("assignAlert", new { alertId = Id(alert), personId = await Me(noe) });
        }

        Assert.Equal(
            """
            Mon 22:30 Noé APP Max assigns alert A-2031-000001 (Congestion, Poste 2.1) to you: confirm before 22:40.
            Mon 22:30 Noé APP Max assigns alert A-2031-000002 (Quality, Poste 2.1) to you: confirm before 22:40.
            Mon 22:30 Noé MAIL Max assigns alert A-2031-000002 (Quality, Poste 2.1) to you: confirm before 22:40.
            """,
            await Told.Read(_plant));
    }

    [Fact]
    public async Task The_centre_lists_what_one_was_told_and_knows_what_was_read_and_nobody_reads_anothers()
    {
        var (manager, lena, noe) = (await _plant.SignIn("Max"), await _plant.SignIn("Lena"), await _plant.SignIn("Noé"));
        var alert = await Raise(manager, "CONGESTION", "MINOR");
        await manager.Order("assignAlert", new { alertId = Id(alert), personId = await Me(lena) });

        var notice = Assert.Single((await Notices(lena)).EnumerateArray());
        Assert.Equal(
            ("ALERT_ASSIGNED", "Attribuée à vous\u00a0: Encombrement, Poste 2.1", $"/desk/alerts/{Id(alert)}", JsonValueKind.Null),
            (Text(notice, "kind"), Text(notice, "title"), Text(notice, "link"), notice.GetProperty("readAt").ValueKind));
        Assert.Equal(Id(alert), notice.GetProperty("alert").GetProperty("id").GetGuid());
        Assert.Equal(1, await Unread(lena));
        Assert.Equal(0, await Unread(noe));

        await noe.Order("readNotices", new { ids = new[] { Id(notice) } }, "unread");
        Assert.Equal(1, await Unread(lena));
        Assert.Equal(0, (await lena.Order("readNotices", new { ids = new[] { Id(notice) } }, "unread")).GetInt32());
        Assert.Empty((await Notices(lena, "unreadOnly: true")).EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, (await Notices(lena))[0].GetProperty("readAt").ValueKind);
        Assert.Equal("FORBIDDEN", await lena.RefusedQuery("{ outbox { nodes { id } } }"));
        Assert.Equal(0, (await lena.Order("readNotices", new { all = true }, "unread")).GetInt32());
        Assert.Equal("INVALID", Text((await lena.Refused("readNotices", new { ids = Array.Empty<Guid>() }, "unread"))[0], "code"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        var lena = await _plant.SignIn("Lena");
        await Save(lena, new { quietFrom = "22:00", quietTo = "06:00", quietDays = new[] { "SUNDAY" }, mailOff = new[] { "DIGESTS" }, digestByMail = false });
        var chosen = (await lena.Query("{ noticePreferences { mailOff quietFrom quietTo quietDays digestByMail version } }")).GetProperty("noticePreferences");
        Assert.Equal(
            """{"mailOff":["DIGESTS"],"quietFrom":"22:00","quietTo":"06:00","quietDays":["SUNDAY"],"digestByMail":false,"version":1}""", chosen.GetRawText());

        foreach (var (input, field) in ((object, string)[])
        [
            (new { quietFrom = "25:00", quietTo = "06:00" }, "quietFrom"), (new { quietFrom = "22:00" }, "quietTo"),
            (new { quietDays = Enum.GetNames<DayOfWeek>().Select(d => d.ToUpperInvariant()) }, "quietDays"),
        ])
        {
            Assert.Equal(field, Text((await lena.Refused("saveNoticePreferences", input, "noticePreferences { version }"))[0], "field"));
        }

        Assert.Equal("CONFLICT", Text((await lena.Refused("saveNoticePreferences", new { expectedVersion = 7 }, "noticePreferences { version }"))[0], "code"));
        Assert.Equal("NOT_FOUND", Text((await _plant.Admin.Refused("retryOutbox", new { ids = new[] { Guid.CreateVersion7() } }, "items { id }"))[0], "code"));
        Assert.Equal("FORBIDDEN", Text((await lena.Refused("retryOutbox", new { ids = new[] { Guid.CreateVersion7() } }, "items { id }"))[0], "code"));
    }

    private Task<JsonElement> Raise(KaizenClient by, string kind, string severity) =>
        by.Order("raiseAlert", new { kind, severity, placeId = _plant.Places["P21"], anyway = true });

    private static Task<JsonElement> Save(KaizenClient who, object preferences) =>
        who.Order("saveNoticePreferences", preferences, "noticePreferences { version }");

    private static async Task<Guid> Me(KaizenClient who) => (await who.Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();

    private static async Task<JsonElement> Notices(KaizenClient who, string arguments = "first: 10") =>
        (await who.Query($"{{ notices({arguments}) {{ nodes {{ id kind isUrgent title text link createdAt readAt alert {{ id number }} }} }} }}"))
        .GetProperty("notices").GetProperty("nodes");

    private static async Task<int> Unread(KaizenClient who) => (await who.Query("{ unreadNotices }")).GetProperty("unreadNotices").GetInt32();

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
