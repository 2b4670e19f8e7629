using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Organisation;

public sealed class CalendarStory : IAsyncLifetime
{
    private const string Saved =
        "calendar { version isOwn area { code } shifts { code days breaks { starts ends } } closings { from to name everyYear } specialDays { day name shifts { code } } }";

    private const string Asked =
        """
        query($plantId: UUID!, $areaId: UUID) {
          calendar(plantId: $plantId, areaId: $areaId) { isOwn version area { code } next14Days { day closed name shifts { code day starts ends } } }
          onShift(plantId: $plantId, areaId: $areaId) { shift { code name starts ends } teams { code } people { person { name } role team { code } } }
        }
        """;

    private static readonly string[] Week = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly SmallPlant _plant = new();

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(_plant.Host.Clock.GetUtcNow(), Paris);

    /// <summary>Every story begins at 8 in the morning in Paris.</summary>
    public async Task InitializeAsync()
    {
        await _plant.InitializeAsync();
        _plant.Host.Clock.Move(Now.Date.AddDays(1).AddHours(8) - Now.DateTime);
    }

    public Task DisposeAsync() => _plant.DisposeAsync();

    [Fact]
    public async Task A_plant_works_as_its_calendar_says_and_screens_show_the_running_shift()
    {
        var admin = await _plant.SignIn(Role.Admin);
        var today = DateOnly.FromDateTime(Now.Date);
        var before = await Ask(admin);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("calendar").ValueKind);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("onShift").GetProperty("shift").ValueKind);

        var calendar = await admin.Order("saveCalendar", new
        {
            plantId = _plant.PlantId,
            shifts = new object[]
            {
                new { code = "M", name = "Matin", starts = "05:00", ends = "13:00", breaks = new[] { new { starts = "09:00", ends = "09:30" } } },
                new { code = "N", name = "Nuit", starts = "21:00", ends = "05:00", days = Week },
            },
            closings = new[] { new { from = today.AddDays(1), to = today.AddDays(2), name = "Pont", everyYear = true } },
            specialDays = new[] { new { day = today.AddDays(2), name = "Inventaire", shifts = new[] { Shift("I", "06:00", "08:00") } } },
        }, Saved);

        Assert.Equal(1, calendar.GetProperty("version").GetInt32());
        Assert.Equal(7, calendar.GetProperty("shifts")[0].GetProperty("days").GetArrayLength());
        Assert.Equal("09:30", calendar.GetProperty("shifts")[0].GetProperty("breaks")[0].GetProperty("ends").GetString());
        var asked = await Ask(admin);
        var days = asked.GetProperty("calendar").GetProperty("next14Days").EnumerateArray().ToList();
        Assert.Equal(14, days.Count);
        Assert.Equal("M N", Codes(days[0].GetProperty("shifts")));
        Assert.Equal((true, "Pont"), (days[1].GetProperty("closed").GetBoolean(), days[1].GetProperty("name").GetString()));
        Assert.Equal("I", Codes(days[2].GetProperty("shifts")));
        var shift = asked.GetProperty("onShift").GetProperty("shift");
        Assert.Equal("Matin", shift.GetProperty("name").GetString());
        Assert.Equal(Now.Date.AddHours(13), TimeZoneInfo.ConvertTime(shift.GetProperty("ends").GetDateTimeOffset(), Paris).DateTime);
        var eight = new DateTimeOffset(Now.Date.AddHours(8), Now.Offset);
        Assert.Equal(4.5 * 60, await WorkingTime(admin, eight, eight.AddHours(8)));

        await using var screen = await (await _plant.SignIn(Role.Screen)).Watch();
        Assert.Equal("Matin", (await screen.Join(_plant.PlantId)).GetProperty("shift").GetProperty("name").GetString());
        _plant.Host.Clock.Move(TimeSpan.FromHours(5));
        var beat = await screen.Next("Heartbeat");
        Assert.Equal(JsonValueKind.Null, beat.GetProperty("shift").ValueKind);
        _plant.Host.Clock.Move(TimeSpan.FromHours(8));
        beat = await screen.Next("Heartbeat");
        Assert.Equal("21:00", beat.GetProperty("shift").GetProperty("starts").GetString());
    }

    [Fact]
    public async Task An_area_may_work_by_a_calendar_of_its_own_and_again_by_the_plants()
    {
        var admin = await _plant.SignIn(Role.Admin);
        await Save(admin, null, Shift("M", "05:00", "13:00"));
        await Save(admin, "A1", Shift("J", "08:00", "17:00"));

        Assert.Equal("J", Running(await Ask(admin, "A1")));
        Assert.Equal("M", Running(await Ask(admin, "A2")));
        Assert.False((await Ask(admin, "A2")).GetProperty("calendar").GetProperty("isOwn").GetBoolean());
        Assert.Equal("A1", (await Ask(admin, "A1")).GetProperty("calendar").GetProperty("area").GetProperty("code").GetString());

        await admin.Order("removeCalendar", new { plantId = _plant.PlantId, areaId = _plant.Places["A1"], expectedVersion = 1 }, "plant { code }");
        Assert.Equal("M", Running(await Ask(admin, "A1")));
        var gone = await admin.Refused("removeCalendar", new { plantId = _plant.PlantId, areaId = _plant.Places["A1"] }, "plant { code }");
        Assert.Equal("Introuvable : ce calendrier n’existe pas ou ne vous est pas accessible.", gone[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_worked_by_is_refused_with_every_fault_in_the_readers_language()
    {
        var admin = await _plant.SignIn(Role.Admin);
        var faulty = new
        {
            plantId = _plant.PlantId,
            shifts = new object[]
            {
                new { code = "M", name = "Matin", starts = "05:00", ends = "13:00", breaks = new[] { new { starts = "12:45", ends = "13:15" } } },
                new { code = "m", name = "", starts = "13:00", ends = "13:00", days = Array.Empty<string>() },
                new { code = "N", name = "Nuit", starts = "25:00", ends = "05:00" },
            },
            closings = new[] { new { from = "2026-05-02", to = "2026-05-01", name = "Pont" } },
            specialDays = new[] { new { day = "2026-05-08", name = "A" }, new { day = "2026-05-08", name = "B" } },
        };

        Assert.Equal(
            [
                ("shifts.0.breaks.0", "Cette pause sort des heures de l’équipe « M »."),
                ("shifts.1.name", "Ce champ est à remplir."),
                ("shifts.1.code", "Le code « m » sert à deux équipes. Donnez à chacune le sien."),
                ("shifts.1.days", "Choisissez au moins un jour de la semaine."),
                ("shifts.1.ends", "L’équipe commence et finit à la même heure. Donnez-lui une durée, ou coupez la journée en deux équipes."),
                ("shifts.2.starts", "« 25:00 » n’est pas une heure. Écrivez par exemple 05:30."),
                ("closings.0.to", "Le dernier jour vient avant le premier."),
                ("specialDays.1.day", "Le 08/05/2026 est donné deux fois. Gardez-en un."),
            ],
            Faults(await admin.Refused("saveCalendar", faulty, Saved)));
        await admin.Order("setLanguage", new { language = "EN" }, "me { id }");
        Assert.Contains(("shifts.1.ends", "The shift starts and ends at the same time. Give it a length, or make two shifts of the day."), Faults(await admin.Refused("saveCalendar", faulty, Saved)));
        Assert.Equal([("shifts", "A calendar has at least one shift. To work around the clock, remove the calendar.")], Faults(await admin.Refused("saveCalendar", new { plantId = _plant.PlantId, shifts = Array.Empty<object>() }, Saved)));
        Assert.Equal([("shifts", "That is too many: 20 at most.")], Faults(await admin.Refused("saveCalendar", new { plantId = _plant.PlantId, shifts = Enumerable.Range(0, 21).Select(i => Shift($"S{i}", "05:00", "13:00")) }, Saved)));
        Assert.Equal(JsonValueKind.Null, (await Ask(admin)).GetProperty("calendar").ValueKind);
    }

    [Fact]
    public async Task Teams_take_turns_and_the_absent_are_replaced()
    {
        var admin = await _plant.SignIn(Role.Admin);
        await _plant.Host.AddPerson("Agathe", Role.Agent, "ROA");
        await _plant.Host.AddPerson("Basile", Role.Agent, "BIS");
        await Save(admin, null, Shift("M", "05:00", "13:00"), Shift("A", "13:00", "21:00"));
        var people = await People(admin);
        var monday = DateOnly.FromDateTime(Now.Date).AddDays(-(((int)Now.DayOfWeek + 6) % 7));
        object Team(string code, string[] rotation, DateOnly starts, params Guid[] members) =>
            new { plantId = _plant.PlantId, code, name = "Équipe " + code, memberIds = members, rotationStarts = starts, rotation };
        var stranger = (await People(await _plant.Host.SignIn("Basile")))["Basile"];

        Assert.Equal(
            [
                ("rotationStarts", "La rotation commence un lundi."), ("memberIds.0", "Cette personne n’est pas de l’usine, ou n’y travaille plus."),
                ("rotation.1", "Aucun calendrier de l’usine n’a d’équipe de travail « X »."),
            ],
            Faults(await admin.Refused("saveTeam", Team("T1", ["M", "X"], monday.AddDays(1), stranger), "team { id }")));
        var first = await admin.Order("saveTeam", Team("T1", ["M", "A"], monday, people["Agent"], people["TeamLeader"]), "team { id version rotation }");
        await admin.Order("saveTeam", Team("T2", ["A", "M"], monday, people["Pilot"]), "team { id }");
        Assert.Equal([("code", "Une équipe a déjà le code « t1 ». Choisissez-en un autre.")], Faults(await admin.Refused("saveTeam", Team("t1", [], monday), "team { id }")));
        Assert.Equal(
            [("shifts", "L’équipe de travail « A » est dans la rotation de Équipe T1. Changez d’abord cette rotation.")],
            Faults(await admin.Refused("saveCalendar", new { plantId = _plant.PlantId, shifts = new[] { Shift("M", "05:00", "13:00") } }, Saved)));

        // Nobody of any team is a manager, an operator, support or the administrator: all of them are on shift.
        Assert.Equal(
            "Admin: Admin, Agent: Agent T1, Manager: Manager, Operator: Operator, Support: Support, TeamLeader: TeamLeader T1", OnShift(await Ask(admin)));
        await admin.Order(
            "saveAbsence",
            new { plantId = _plant.PlantId, personId = people["Agent"], from = Now.AddHours(-1), to = Now.AddDays(1), replacedById = people["Agathe"] },
            "absence { id person { name } replacedBy { name } }");
        Assert.Contains("Agent: Agathe T1", OnShift(await Ask(admin)), StringComparison.Ordinal);

        var team = first.GetProperty("id").GetGuid();
        Assert.Equal("CONFLICT", (await admin.Refused("removeTeam", new { teamId = team, expectedVersion = 7 }, "removedId"))[0].GetProperty("code").GetString());
        await admin.Order("removeTeam", new { teamId = team, expectedVersion = 1 }, "removedId");
        Assert.Contains("Agent: Agathe, Agent: Agent", OnShift(await Ask(admin)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_administrator_changes_calendars_and_teams_and_a_leader_plans_absences_in_the_own_area()
    {
        await _plant.Host.AddPerson("cheffe-a1", Role.TeamLeader, "ROA", areas: ["A1"]);
        await _plant.Host.AddPerson("operateur-a2", Role.Operator, "ROA", areas: ["A2"]);
        var leader = await _plant.Host.SignIn("cheffe-a1");
        var people = await People(await _plant.SignIn(Role.Admin));
        object Absence(string name) => new { plantId = _plant.PlantId, personId = people[name], from = Now, to = Now.AddDays(1) };

        var calendar = await leader.Refused("saveCalendar", new { plantId = _plant.PlantId, shifts = new[] { Shift("M", "05:00", "13:00") } }, Saved);
        Assert.Equal("Votre rôle ne permet pas d’administrer l’usine.", calendar[0].GetProperty("message").GetString());
        Assert.Equal("Votre rôle ne permet pas de planifier les absences.", (await leader.Refused("saveAbsence", Absence("operateur-a2"), "absence { id }"))[0].GetProperty("message").GetString());
        var absence = await leader.Order("saveAbsence", Absence("cheffe-a1"), "absence { id }");
        await leader.Order("saveAbsence", Absence("Agent"), "absence { id }");
        Assert.Equal(2, (await leader.Query("{ absences { id } }")).GetProperty("absences").GetArrayLength());
        await leader.Order("removeAbsence", new { absenceId = absence.GetProperty("id").GetGuid() }, "removedId");
        Assert.Equal("FORBIDDEN", await (await _plant.SignIn(Role.Agent)).RefusedQuery("{ absences { id } }"));

        var foreigner = _plant.Host.WithToken(await _plant.Host.AddToken("bis", Role.Admin, "BIS"));
        var foreign = await foreigner.Refused("saveCalendar", new { plantId = _plant.PlantId, shifts = new[] { Shift("M", "05:00", "13:00") } }, Saved);
        Assert.Equal("NOT_FOUND", foreign[0].GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", await foreigner.RefusedQuery("query($id: UUID!) { onShift(plantId: $id) { teams { id } } }", new { id = _plant.PlantId }));
        Assert.Equal("INVALID", await leader.RefusedQuery(
            "query($id: UUID!) { workingTime(plantId: $id, from: \"0001-01-01T00:00:00Z\", to: \"9999-12-31T00:00:00Z\") }", new { id = _plant.PlantId }));
    }

    [Fact]
    public async Task A_leader_leads_the_own_area_and_any_without_a_leader_on_shift()
    {
        var admin = await _plant.SignIn(Role.Admin);
        await _plant.Host.AddPerson("cheffe-a1", Role.TeamLeader, "ROA", areas: ["A1"]);
        await _plant.Host.AddPerson("chef-a2", Role.TeamLeader, "ROA", areas: ["A2"]);
        var people = await People(admin);
        await Save(admin, null, Shift("M", "05:00", "13:00"), Shift("A", "13:00", "21:00"));
        foreach (var (code, name) in new[] { ("M", "chef-a2"), ("A", "cheffe-a1") })
        {
            await admin.Order("saveTeam", new
            {
                plantId = _plant.PlantId, code, name = code, memberIds = new[] { people[name] }, rotationStarts = "2026-01-05", rotation = new[] { code },
            }, "team { id }");
        }

        var leader = await _plant.Host.SignIn("cheffe-a1");
        var alert = await admin.Order("raiseAlert", new { kind = "QUALITY", placeId = _plant.Places["P21"] });
        var assign = new { alertId = alert.GetProperty("id").GetGuid(), personId = people["Pilot"] };

        Assert.Equal("FORBIDDEN", (await leader.Refused("assignAlert", assign))[0].GetProperty("code").GetString());
        _plant.Host.Clock.Move(TimeSpan.FromHours(6));
        await leader.Order("assignAlert", assign);
    }

    private static object Shift(string code, string starts, string ends) => new { code, name = "Équipe " + code, starts, ends };

    private static string Codes(JsonElement shifts) => string.Join(' ', shifts.EnumerateArray().Select(s => s.GetProperty("code").GetString()));

    private static string? Running(JsonElement asked) => asked.GetProperty("onShift").GetProperty("shift").GetProperty("code").GetString();

    private static IEnumerable<(string?, string?)> Faults(JsonElement errors) => errors.EnumerateArray()
        .Select(e => (e.GetProperty("field").GetString(), e.GetProperty("message").GetString()?.Replace('\u00a0', ' ')));

    private static string OnShift(JsonElement asked) => string.Join(", ", asked.GetProperty("onShift").GetProperty("people").EnumerateArray()
        .Select(p => (Role: p.GetProperty("role").GetString()!, Name: p.GetProperty("person").GetProperty("name").GetString(), Team: p.GetProperty("team")))
        .Select(p => $"{string.Concat(p.Role.Split('_').Select(w => w[..1] + w[1..].ToLowerInvariant()))}: {p.Name}"
            + (p.Team.ValueKind == JsonValueKind.Null ? "" : " " + p.Team.GetProperty("code").GetString()))
        .Order(StringComparer.Ordinal));

    private static async Task<Dictionary<string, Guid>> People(KaizenClient client) => (await client.Query("{ people { id name } }")).GetProperty("people")
        .EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("id").GetGuid(), StringComparer.Ordinal);

    private Task<JsonElement> Save(KaizenClient admin, string? area, params object[] shifts) => admin.Order(
        "saveCalendar", new { plantId = _plant.PlantId, areaId = area is null ? (Guid?)null : _plant.Places[area], shifts }, Saved);

    private Task<JsonElement> Ask(KaizenClient client, string? area = null) =>
        client.Query(Asked, new { plantId = _plant.PlantId, areaId = area is null ? (Guid?)null : _plant.Places[area] });

    private async Task<double> WorkingTime(KaizenClient client, DateTimeOffset from, DateTimeOffset to) => (await client.Query(
        "query($id: UUID!, $from: DateTime!, $to: DateTime!) { workingTime(plantId: $id, from: $from, to: $to) }",
        new { id = _plant.PlantId, from, to })).GetProperty("workingTime").GetDouble();
}
