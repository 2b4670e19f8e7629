using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>Who is called when nobody takes an alert: whole nights, by the plant's clock.</summary>
public sealed class EscalationStory
{
    internal const string ToTake = "À prendre : alerte A-2027-000001 (Mauvaise pièce, Poste 1.1).";

    private static readonly string[] EveryDay = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    private static readonly Somebody[] Crew =
    [
        new("Odile", Role.Operator), new("Paul", Role.Pilot, HasMail: false), new("Lena", Role.TeamLeader, ["A1"]), new("Luc", Role.TeamLeader, ["A2"]),
        new("Max", Role.Manager), new("Dora", Role.Admin),
    ];

    [Fact]
    public async Task A_full_night_shift_with_an_untaken_critical_alert()
    {
        await using var plant = await StoryPlant.At("2027-03-01 20:00", [.. Crew, new("Rita", Role.Pilot), new("Lise", Role.TeamLeader, ["A1"])]);
        await FallBackOnDora(plant);
        await Work(plant, [new { code = "S", name = "Soir", starts = "13:00", ends = "21:00" }, new { code = "N", name = "Nuit", starts = "21:00", ends = "05:00", days = EveryDay }]);
        await Team(plant, "SOIR", "S", "Rita", "Lise");
        await Team(plant, "NUIT", "N", "Odile", "Paul", "Lena");
        await plant.Connect("Paul", "Rita");
        await plant.Until("2027-03-01 22:00");

        await plant.Raise("Odile", "WRONG_PART", "P11", "CRITICAL");
        await plant.Until("2027-03-02 04:59");

        await Told.Was(plant, $"""
            Mon 22:00 Paul APP {ToTake}
            Mon 22:03 Lena APP {Late("22:00")}
            Mon 22:03 Lena MAIL {Late("22:00")}
            Mon 22:10 Max APP {Late("22:00")}
            Mon 22:10 Max MAIL {Late("22:00")}
            Mon 22:20 Dora APP {Late("22:00")}
            Mon 22:20 Dora MAIL {Late("22:00")}
            """);
    }

    [Fact]
    public async Task A_policy_that_loops()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        var policy = await plant.Admin.Order("saveEscalationPolicy", new
        {
            plantId = plant.PlantId,
            name = "Insistante",
            timers = new[] { new { severity = "MAJOR", unacknowledged = new[] { Call(0, "PILOT", "APP"), Call(10, "TEAM_LEADER", "MAIL") }, unresolved = Array.Empty<object>(), loops = 2 } },
        }, "escalationPolicy { id }");
        await plant.Admin.Order(
            "saveKindSetting", new { plantId = plant.PlantId, kind = "WRONG_PART", severity = "MAJOR", policyId = policy.GetProperty("id").GetGuid() },
            "kindSetting { policy { name } }");

        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(120);

        await Told.Was(plant, $"""
            Tue 08:00 Paul APP {ToTake}
            Tue 08:10 Lena MAIL {Late("08:00")}
            Tue 08:20 Paul APP {Late("08:00")}
            Tue 08:30 Lena MAIL {Late("08:00")}
            Tue 08:40 Paul APP {Late("08:00")}
            Tue 08:50 Lena MAIL {Late("08:00")}
            """);
    }

    [Fact]
    public async Task A_closing_day_in_the_middle()
    {
        // Monday evening; Tuesday is closed; Wednesday the work goes on.
        await using var plant = await StoryPlant.At("2027-03-01 20:50", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await Work(
            plant, [new { code = "J", name = "Journée", starts = "05:00", ends = "21:00" }],
            [new { from = "2027-03-02", to = "2027-03-02", name = "Inventaire", everyYear = false }]);

        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(10);
        plant.Host.Clock.Move(StoryPlant.Instant("2027-03-03 04:55") - plant.Host.Clock.GetUtcNow());
        await plant.Pass(40);

        await Told.Was(plant, $"""
            Mon 20:50 Paul APP {ToTake}
            Mon 20:55 Lena APP {Late("20:50")}
            Mon 20:55 Lena MAIL {Late("20:50")}
            Wed 05:05 Max APP {Late("01/03 20:50")}
            Wed 05:05 Max MAIL {Late("01/03 20:50")}
            Wed 05:20 Dora APP {Late("01/03 20:50")}
            Wed 05:20 Dora MAIL {Late("01/03 20:50")}
            """);
    }

    [Theory]
    [InlineData("2027-03-28 01:50", "01:50", "01:55", "03:05", "03:20")]
    [InlineData("2027-10-31 02:50", "02:50", "02:55", "02:05", "02:20")]
    public async Task Both_clock_changes_of_the_year(string raisedAt, string since, string leader, string manager, string fallback)
    {
        await using var plant = await StoryPlant.At(raisedAt, Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await Work(plant, [new { code = "N", name = "Nuit", starts = "21:00", ends = "05:00", days = EveryDay }]);

        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(60);

        await Told.Was(plant, $"""
            Sun {since} Paul APP {ToTake}
            Sun {leader} Lena APP {Late(since)}
            Sun {leader} Lena MAIL {Late(since)}
            Sun {manager} Max APP {Late(since)}
            Sun {manager} Max MAIL {Late(since)}
            Sun {fallback} Dora APP {Late(since)}
            Sun {fallback} Dora MAIL {Late(since)}
            """);
    }

    internal static string Late(string since) =>
        $"Personne n’a pris l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) depuis {since} : prenez-la ou attribuez-la.";

    internal static Task FallBackOnDora(StoryPlant plant) =>
        plant.Admin.Order("saveFallback", new { plantId = plant.PlantId, personIds = new[] { plant.People["Dora"] } }, "plant { fallback { name } }");

    internal static object Call(int afterMinutes, string role, params string[] channels) =>
        new { afterMinutes, targets = new[] { new { kind = "ROLE_ON_SHIFT", role } }, channels };

    private static async Task Work(StoryPlant plant, object[] shifts, object[]? closings = null) =>
        await plant.Admin.Order("saveCalendar", new { plantId = plant.PlantId, shifts, closings = closings ?? [], specialDays = Array.Empty<object>() }, "calendar { version }");

    private static async Task Team(StoryPlant plant, string code, string shift, params string[] members) =>
        await plant.Admin.Order(
            "saveTeam",
            new
            {
                plantId = plant.PlantId, code, name = code, areaIds = Array.Empty<Guid>(), memberIds = members.Select(m => plant.People[m]),
                rotationStarts = "2027-03-01", rotation = new[] { shift },
            },
            "team { id }");
}
