using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications;

public sealed class DigestStory
{
    [Fact]
    public async Task A_shift_begins_with_what_waits_for_its_team_and_a_team_for_which_nothing_waits_is_told_nothing()
    {
        await using var plant = await StoryPlant.At(
            "2031-03-03 04:30", new("Lena", Role.TeamLeader, ["A1"]), new("Paul", Role.Pilot, ["A1"], HasMail: false), new("Marc", Role.Manager),
            new("Zoé", Role.Pilot, ["A2"]));
        await plant.Admin.Order(
            "saveCalendar",
            new
            {
                plantId = plant.PlantId,
                shifts = new[] { new { code = "M", name = "Matin", starts = "05:00", ends = "13:00" }, new { code = "S", name = "Soir", starts = "13:00", ends = "21:00" } },
            },
            "calendar { version }");
        await Team(plant, "MON", "Montage", "A1", "M", "Lena", "Paul");
        await Team(plant, "PEI", "Peinture", "A2", "M", "Zoé");
        await plant.Raise("Marc", "INFORMATION_SYSTEM", "P21", "INFORMATION");
        var taken = await plant.Raise("Marc", "CONGESTION", "P11", "MINOR");
        await (await plant.SignIn("Marc")).Order(
            "acknowledgeAlert", new { alertId = taken.GetProperty("id").GetGuid(), expectedAt = StoryPlant.Instant("2031-03-03 12:00") });
        await (await plant.SignIn("Lena")).Order("saveNoticePreferences", new { digestByMail = true }, "noticePreferences { version }");

        await plant.Until("2031-03-03 05:10");
        await plant.Stop(minutes: 120);
        await plant.Pass(5);

        Assert.Equal(
            """
            Mon 05:00 Lena APP Montage, 1 chose vous attend : parcourez-la avant de commencer.
            Mon 05:00 Lena MAIL Montage, 1 chose vous attend : parcourez-la avant de commencer.
            Mon 05:00 Paul APP Montage, 1 chose vous attend : parcourez-la avant de commencer.
            """.Replace(" :", "\u00a0:", StringComparison.Ordinal),
            string.Join('\n', (await Told.Read(plant)).Split('\n').Where(l => l.Contains("vous attend", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        var notice = (await (await plant.SignIn("Paul")).Query("{ notices { nodes { kind title lines link } } }")).GetProperty("notices").GetProperty("nodes");
        Assert.Contains(
            """{"kind":"SHIFT_DIGEST","title":"Montage, Matin : ce qui vous attend","lines":["Encombrement A-2031-000002, Poste 1.1 : prise par Marc (Mineure)"],"link":"/"}"""
                .Replace(" : ", "\u00a0: ", StringComparison.Ordinal),
            notice.EnumerateArray().Select(n => n.GetRawText()));

        var link = (await (await plant.SignIn("Paul")).Order("newCalendarLink", new { }, "url")).GetString();
        var calendar = (await plant.Host.Anonymous().Http.GetStringAsync(link)).Split("\r\n");
        Assert.Equal(42, calendar.Count(l => l == "SUMMARY:Poste\u00a0: Matin"));
        Assert.Contains("DTSTART:20310303T040000Z", calendar, StringComparer.Ordinal);
        Assert.Contains("DTSTART:20310401T030000Z", calendar, StringComparer.Ordinal);
    }

    private static async Task Team(StoryPlant plant, string code, string name, string area, string shift, params string[] members) => await plant.Admin.Order(
        "saveTeam",
        new
        {
            plantId = plant.PlantId, code, name, areaIds = new[] { plant.Places[area] }, memberIds = members.Select(m => plant.People[m]),
            rotationStarts = "2031-03-03", rotation = new[] { shift },
        },
        "team { id }");
}
