using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using static LogiPilot.Kaizen.Server.Tests.Alerts.EscalationStory;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>What crosses an escalation: a stop, people who are not there or go, an alert that worsens, a policy that is edited.</summary>
public sealed class EscalationTroublesStory
{
    private static readonly Somebody[] Crew =
    [
        new("Odile", Role.Operator), new("Paul", Role.Pilot, HasMail: false), new("Lena", Role.TeamLeader, ["A1"]),
        new("Max", Role.Manager), new("Dora", Role.Admin),
    ];

    [Fact]
    public async Task A_server_that_is_down_for_two_hours_catches_up_each_due_thing_once()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        var untaken = await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(1);
        var taken = await plant.Raise("Odile", "CONGESTION", "P11");
        await (await plant.SignIn("Paul")).Order("acknowledgeAlert", new { alertId = Id(taken), expectedAt = StoryPlant.Instant("2027-03-02 08:10") });

        await plant.Stop(120, "Paul");
        await plant.Host.RunSweeps();
        await plant.Host.RunSweeps();

        await Told.Was(plant, $"""
            Tue 08:00 Paul APP {ToTake}
            Tue 10:01 Dora APP {Late("08:00")}
            Tue 10:01 Dora MAIL {Late("08:00")}
            Tue 10:01 Lena APP {Late("08:00")}
            Tue 10:01 Lena MAIL {Late("08:00")}
            Tue 10:01 Max APP {Late("08:00")}
            Tue 10:01 Max MAIL {Late("08:00")}
            Tue 10:01 Paul APP Sans nouvelles de vous, l’alerte A-2027-000002 (Encombrement, Poste 1.1) est de nouveau à prendre : reprenez-la si vous y êtes.
            Tue 10:01 Paul APP À prendre : alerte A-2027-000002 (Encombrement, Poste 1.1).
            """);
        Assert.Equal(
            ["Tue 08:00 Tue 08:00", "Tue 08:05 Tue 10:01", "Tue 08:15 Tue 10:01", "Tue 08:30 Tue 10:01"],
            (await Calls(plant, untaken)).Select(c => $"{StoryPlant.Clock(c.GetProperty("dueAt"))} {StoryPlant.Clock(c.GetProperty("firedAt"))}"));
    }

    [Fact]
    public async Task A_night_without_leader_manager_or_mail_address_ends_in_sound_on_every_screen()
    {
        await using var plant = await StoryPlant.At(
            "2027-03-02 23:00", new("Odile", Role.Operator, HasMail: false), new("Paul", Role.Pilot, HasMail: false),
            new("Dora", Role.Admin, HasMail: false), new("Mur", Role.Screen));
        await FallBackOnDora(plant);
        await using var screen = await (await plant.SignIn("Mur")).Watch();
        await screen.Join(plant.PlantId);

        var alert = await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Host.RunSweeps();
        var change = await screen.NextChange(c => c.GetProperty("alerts").EnumerateArray().Any(a => a.GetProperty("soundsEverywhere").GetBoolean()));
        var sounding = change.GetProperty("alerts")[0].GetProperty("number").GetString();
        await plant.Pass(60);

        Assert.Equal(alert.GetProperty("number").GetString(), sounding);
        await Told.Was(plant, $"""
            Tue 23:00 Dora APP {Late("23:00")}
            Tue 23:00 Paul APP {ToTake}
            """);
        Assert.Equal(
            [
                "Signalée par Odile", "Niveau 1 : personne n’est joignable", "Niveau 2 : personne n’est joignable",
                "Niveau 3 : personne n’est joignable", "Personne n’est joignable : tous les écrans sonnent",
            ],
            await Timeline(plant, alert));

        await (await plant.SignIn("Paul")).Order("acknowledgeAlert", new { alertId = Id(alert) });
        Assert.False((await Ask(plant, alert, "soundsEverywhere")).GetProperty("soundsEverywhere").GetBoolean());
    }

    [Fact]
    public async Task Worsening_after_acknowledgement_tells_the_owner_and_begins_his_list_anew()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        var alert = await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(1);
        await (await plant.SignIn("Paul")).Order("acknowledgeAlert", new { alertId = Id(alert), expectedAt = StoryPlant.Instant("2027-03-02 12:00") });
        await plant.Pass(20);
        await (await plant.SignIn("Lena")).Order("changeSeverity", new { alertId = Id(alert), severity = "CRITICAL" });
        await plant.Pass(70);

        await Told.Was(plant, $"""
            Tue 08:00 Paul APP {ToTake}
            Tue 08:21 Paul APP L’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) que vous avez prise s’aggrave (gravité : Critique) : allez-y.
            Tue 08:51 Lena APP L’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), prise par Paul à 08:01, dure encore : aidez ou attribuez-la.
            Tue 08:51 Lena MAIL L’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), prise par Paul à 08:01, dure encore : aidez ou attribuez-la.
            Tue 09:21 Max APP L’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), prise par Paul à 08:01, dure encore : aidez ou attribuez-la.
            Tue 09:21 Max MAIL L’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), prise par Paul à 08:01, dure encore : aidez ou attribuez-la.
            """);
    }

    [Fact]
    public async Task A_person_moved_to_another_plant_in_mid_escalation_is_called_no_more()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await plant.Import("BIS");
        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(1);

        await plant.Host.MovePerson("Lena", Role.TeamLeader, "BIS");
        await plant.Host.MovePerson("Dora", Role.Admin, "BIS");
        await plant.Pass(60);

        await Told.Was(plant, $"""
            Tue 08:00 Paul APP {ToTake}
            Tue 08:05 Max APP {Late("08:00")}
            Tue 08:05 Max MAIL {Late("08:00")}
            """);
    }

    [Theory]
    [InlineData(false, "Tue 08:30 Lena MAIL")]
    [InlineData(true, "Tue 08:05 Max MAIL")]
    public async Task Editing_a_policy_leaves_what_runs_alone_unless_it_is_applied(bool applyToRunning, string then)
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        var policy = await Save(plant, null, false, Call(0, "PILOT", "APP"), Call(30, "TEAM_LEADER", "MAIL"));
        await plant.Admin.Order(
            "saveKindSetting", new { plantId = plant.PlantId, kind = "WRONG_PART", severity = "MAJOR", policyId = policy.GetProperty("id").GetGuid() },
            "kindSetting { kind }");
        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(1);

        var edited = await Save(plant, policy.GetProperty("id").GetGuid(), applyToRunning, Call(0, "PILOT", "APP"), Call(5, "MANAGER", "MAIL"));
        await plant.Pass(40);

        Assert.Equal((2, 1), (edited.GetProperty("version").GetInt32(), edited.GetProperty("runningCount").GetInt32()));
        await Told.Was(plant, $"""
            Tue 08:00 Paul APP {ToTake}
            {then} {Late("08:00")}
            """);
    }

    [Fact]
    public async Task What_is_no_policy_is_refused_with_its_field_and_only_an_administrator_changes_one()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        var input = new { plantId = plant.PlantId, name = "Nuit", timers = Timers(Call(5, "PILOT", "APP"), Call(5, "MANAGER")) };

        var wrong = await plant.Admin.Refused("saveEscalationPolicy", input, "escalationPolicy { id }");
        var forbidden = await (await plant.SignIn("Max")).Refused("saveEscalationPolicy", input, "escalationPolicy { id }");
        var nobody = await plant.Admin.Refused("saveFallback", new { plantId = plant.PlantId, personIds = Array.Empty<Guid>() }, "plant { id }");

        Assert.Equal(
            ["timers[0].unacknowledged[1].afterMinutes", "timers[0].unacknowledged[1].channels"],
            wrong.EnumerateArray().Select(e => e.GetProperty("field").GetString()));
        Assert.Equal("FORBIDDEN", forbidden[0].GetProperty("code").GetString());
        Assert.Equal("personIds", nobody[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_dry_run_says_who_would_be_called_and_a_replay_what_would_have_changed()
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(20);

        var steps = await (await plant.SignIn("Dora")).Query(
            "query($input: DryRunEscalationInput!) { dryRunEscalation(input: $input) { at track level people { person { name } reachable } text } }",
            new { input = new { plantId = plant.PlantId, kind = "WRONG_PART", severity = "MAJOR", placeId = plant.Places["P11"] } });
        var replay = (await plant.Admin.Query(
            """
            query($input: ReplayEscalationInput!) { replayEscalation(input: $input) {
              alerts callsBefore callsAfter byRole { role before after } changed { alert { number } before { text } after { at text } } } }
            """,
            new
            {
                input = new
                {
                    plantId = plant.PlantId, from = StoryPlant.Instant("2027-03-01 00:00"), to = StoryPlant.Instant("2027-03-03 00:00"),
                    timers = Timers(Call(2, "MANAGER", "MAIL")),
                },
            })).GetProperty("replayEscalation");

        Assert.Equal(
            [
                "Tue 08:20 Paul, par l’application", "Tue 08:25 Lena, par l’application, courriel", "Tue 08:35 Max, par l’application, courriel",
                "Tue 08:50 Dora, par l’application, courriel, les écrans, les webhooks", "Tue 08:50 Lena, par l’application, courriel",
                "Tue 09:20 Max, par l’application, courriel", "Tue 10:20 Dora, par l’application, courriel, les écrans, les webhooks",
            ],
            steps.GetProperty("dryRunEscalation").EnumerateArray().Select(s => $"{StoryPlant.Clock(s.GetProperty("at"))} {s.GetProperty("text").GetString()}"));
        Assert.Equal((1, 3, 1), (replay.GetProperty("alerts").GetInt32(), replay.GetProperty("callsBefore").GetInt32(), replay.GetProperty("callsAfter").GetInt32()));
        Assert.Equal("Tue 08:02", StoryPlant.Clock(replay.GetProperty("changed")[0].GetProperty("after")[0].GetProperty("at")));
    }

    [Fact]
    public async Task A_calendar_that_is_taken_away_or_opens_the_day_makes_no_alert_wait_for_a_shift_that_is_no_more()
    {
        await using var plant = await StoryPlant.At("2027-03-02 22:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await plant.Admin.Order(
            "saveCalendar", new { plantId = plant.PlantId, shifts = new[] { new { code = "M", name = "Matin", starts = "05:00", ends = "13:00" } } },
            "calendar { version }");
        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Pass(2);
        await Told.Was(plant, "");

        await plant.Admin.Order("removeCalendar", new { plantId = plant.PlantId }, "plant { id }");
        await plant.Pass(4);

        await Told.Was(plant, $"""
            Tue 22:02 Paul APP {ToTake}
            Tue 22:05 Lena APP {Late("22:00")}
            Tue 22:05 Lena MAIL {Late("22:00")}
            """);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_an_hour_stops_no_call()
    {
        await using var plant = await StoryPlant.At("2027-03-02 09:00", Crew);
        await FallBackOnDora(plant);
        await plant.Connect("Paul");
        await plant.Host.RunSweeps();

        plant.Host.Clock.StandAt(StoryPlant.Instant("2027-03-02 08:00"));
        await plant.Raise("Odile", "WRONG_PART", "P11");
        await plant.Host.RunSweeps();

        await Told.Was(plant, $"Tue 08:00 Paul APP {ToTake}");
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task An_instant_that_nobody_plans_is_refused_and_breaks_nothing(string at)
    {
        await using var plant = await StoryPlant.At("2027-03-02 08:00", Crew);
        var refused = await plant.Admin.RefusedQuery(
            "query($input: DryRunEscalationInput!) { dryRunEscalation(input: $input) { at } }",
            new { input = new { plantId = plant.PlantId, kind = "WRONG_PART", severity = "MAJOR", placeId = plant.Places["P11"], at } });

        Assert.Equal("INVALID", refused);
    }

    private static object[] Timers(params object[] unacknowledged) =>
        [new { severity = "MAJOR", unacknowledged, unresolved = Array.Empty<object>() }];

    private static async Task<JsonElement> Save(StoryPlant plant, Guid? policyId, bool applyToRunning, params object[] levels)
    {
        var saved = await plant.Admin.Query(
            """
            mutation($input: SaveEscalationPolicyInput!) { saveEscalationPolicy(input: $input) { escalationPolicy { id version runningCount } errors { __typename } } }
            """,
            new { input = new { policyId, plantId = plant.PlantId, name = "Atelier", timers = Timers(levels), applyToRunning } });
        return saved.GetProperty("saveEscalationPolicy").GetProperty("escalationPolicy");
    }

    private static Guid Id(JsonElement alert) => alert.GetProperty("id").GetGuid();

    private static async Task<JsonElement> Ask(StoryPlant plant, JsonElement alert, string fields) =>
        (await plant.Admin.Query($"query($id: UUID!) {{ alert(id: $id) {{ {fields} }} }}", new { id = Id(alert) })).GetProperty("alert");

    private static async Task<IEnumerable<JsonElement>> Calls(StoryPlant plant, JsonElement alert) =>
        (await Ask(plant, alert, "escalation { calls { dueAt firedAt } }")).GetProperty("escalation").GetProperty("calls").EnumerateArray();

    private static async Task<IEnumerable<string?>> Timeline(StoryPlant plant, JsonElement alert) =>
        (await Ask(plant, alert, "timeline { text }")).GetProperty("timeline").EnumerateArray()
            .Select(e => e.GetProperty("text").GetString()?.Replace('\u00a0', ' '));
}
