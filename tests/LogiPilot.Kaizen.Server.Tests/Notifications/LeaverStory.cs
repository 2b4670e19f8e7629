using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications;

public sealed class LeaverStory
{
    [Fact]
    public async Task What_a_person_was_told_of_a_plant_that_was_left_is_neither_mailed_nor_shown()
    {
        await using var plant = await StoryPlant.At("2031-03-03 22:30", new("Max", Role.Manager, HasMail: false), new("Lena", Role.TeamLeader));
        await plant.Import("BIS");
        await (await plant.SignIn("Lena")).Order("saveNoticePreferences", new { quietFrom = "22:00", quietTo = "22:35" }, "noticePreferences { version }");
        var alert = await plant.Raise("Max", "CONGESTION", "P11");
        await (await plant.SignIn("Max")).Order("assignAlert", new { alertId = alert.GetProperty("id").GetGuid(), personId = plant.People["Lena"] });
        Assert.Contains("Lena MAIL HELD", await Told.Outbox(plant), StringComparison.Ordinal);

        var lena = await plant.SignIn("Lena");
        const string Read = "{ unreadNotices notices(first: 5) { nodes { kind } } }";
        Assert.Equal("""{"unreadNotices":1,"notices":{"nodes":[{"kind":"ALERT_ASSIGNED"}]}}""", (await lena.Query(Read)).GetRawText());

        await plant.Host.MovePerson("Lena", Role.TeamLeader, "BIS");
        Assert.Equal("""{"unreadNotices":0,"notices":{"nodes":[]}}""", (await lena.Query(Read)).GetRawText());
        await plant.Pass(6);

        Assert.DoesNotContain("Lena MAIL SENT", await Told.Outbox(plant), StringComparison.Ordinal);
        Assert.DoesNotContain("Lena MAIL WAITING", await Told.Outbox(plant), StringComparison.Ordinal);
        Assert.Contains("Lena MAIL DROPPED", await Told.Outbox(plant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_address_that_is_asked_for_again_because_its_answer_was_lost_is_the_same()
    {
        await using var plant = await StoryPlant.At("2031-03-03 10:00", new Somebody("Lena", Role.TeamLeader));
        var lena = await plant.SignIn("Lena");
        var clientId = Guid.CreateVersion7();

        var first = (await lena.Order("newCalendarLink", new { clientId }, "url")).GetString();
        var again = (await lena.Order("newCalendarLink", new { clientId }, "url")).GetString();
        var other = (await lena.Order("newCalendarLink", new { clientId = Guid.CreateVersion7() }, "url")).GetString();

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.True((await plant.Host.Anonymous().Http.GetAsync(other)).IsSuccessStatusCode);
    }
}
