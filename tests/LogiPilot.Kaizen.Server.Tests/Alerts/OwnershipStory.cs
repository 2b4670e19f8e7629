using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>What nobody works on comes back by itself, whatever was promised, shelved, or planned, and whoever stopped the server.</summary>
public sealed class OwnershipStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private static readonly string[] OfEscalation = ["ESCALATED", "REACHED_NOBODY"];

    [Fact]
    public async Task An_acknowledgement_without_news_expires_and_taken_again_expires_again()
    {
        var (host, clock) = (plant.Host, plant.Host.Clock);
        clock.MoveTo("08:00");
        var alert = await Raise("P11", "CONGESTION");
        clock.MoveTo("08:05");
        await Order(Role.Pilot, "acknowledgeAlert", new { alertId = alert });
        await host.SweepAt("08:34");
        await host.SweepAt("08:36");
        clock.MoveTo("08:40");
        await Order(Role.Pilot, "acknowledgeAlert", new { alertId = alert, expectedAt = clock.GetUtcNow().AddMinutes(20) });
        await host.SweepAt("09:16");

        Assert.Equal(
            """
            08:00 Signalée par Operator
            08:05 Prise par Pilot
            08:36 À reprendre : plus de nouvelles de Pilot
            08:40 Prise par Pilot, fin prévue : 09:00
            09:16 À reprendre : plus de nouvelles de Pilot
            RAISED, avant : Pilot
            """,
            await Story(alert));
    }

    [Fact]
    public async Task Shelving_that_ends_while_the_server_stands_still_ends_once_it_runs_again()
    {
        var (host, clock) = (plant.Host, plant.Host.Clock);
        clock.MoveTo("10:00");
        var alert = await Raise("P12", "CONGESTION");
        clock.MoveTo("10:05");
        await Order(Role.Pilot, "acknowledgeAlert", new { alertId = alert });
        clock.MoveTo("10:10");
        await Order(Role.TeamLeader, "shelveAlert", new { alertId = alert, reason = "Capteur à régler", until = clock.GetUtcNow().AddMinutes(50) });
        await host.Stop();
        clock.MoveTo("12:30");
        await host.Serve();
        await host.RunSweeps();
        await host.SweepAt("12:40");

        Assert.Equal(
            """
            10:00 Signalée par Operator
            10:05 Prise par Pilot
            10:10 Mise en veille par TeamLeader jusqu’à 11:00
            12:30 Fin de veille
            RAISED, avant : Pilot
            """,
            await Story(alert));
    }

    [Fact]
    public async Task What_is_raised_in_planned_work_is_held_back_until_its_end_also_when_that_comes_during_a_stop()
    {
        var (host, clock) = (plant.Host, plant.Host.Clock);
        clock.MoveTo("14:00");
        var leader = await plant.SignIn(Role.TeamLeader);
        var window = await leader.Order(
            "saveMaintenanceWindow",
            new
            {
                plantId = plant.PlantId, placeId = plant.Places["P21"], reason = "Changement de robot", until = Day(clock.GetUtcNow().AddDays(30)),
                weekly = new { days = (string[])["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], starts = "13:30", minutes = 120 },
            },
            "maintenanceWindow { id version runsUntil alerts { id } }");
        Assert.Equal("15:30", PlantTime.Say(window.GetProperty("runsUntil")));
        clock.MoveTo("14:05");
        var held = await Raise("P21", "EQUIPMENT_FAILURE");
        var safety = await Raise("P21", "SAFETY");
        await host.Stop();
        clock.MoveTo("17:00");
        await host.Serve();
        await host.RunSweeps();

        Assert.Equal(
            """
            14:05 Signalée par Operator
            14:05 En veille jusqu’à 15:30 : maintenance prévue
            17:00 Fin de veille
            RAISED, avant : TeamLeader
            """,
            await Story(held));
        Assert.StartsWith("14:05 Signalée par Operator\nRAISED", await Story(safety), StringComparison.Ordinal);

        clock.MoveTo("14:00");
        var next = await Raise("P21", "QUALITY");
        await (await plant.SignIn(Role.TeamLeader)).Order(
            "endMaintenanceWindow", new { windowId = window.GetProperty("id").GetGuid(), expectedVersion = 1 }, "maintenanceWindow { isActive }");
        Assert.EndsWith("14:00 Fin de veille\nRAISED, avant : TeamLeader", await Story(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shelved_alerts_stand_apart_from_the_colour_of_the_line_and_are_counted_on_every_screen_until_one_gets_worse()
    {
        plant.Host.Clock.MoveTo("18:00");
        var alert = await Raise("P11", "EQUIPMENT_FAILURE");
        await using var screen = await (await plant.SignIn(Role.Screen)).Watch();
        var before = await screen.Join(plant.PlantId);

        await Order(Role.TeamLeader, "shelveAlert", new { alertId = alert, reason = "Capteur", until = plant.Host.Clock.GetUtcNow().AddHours(1) });
        var shelved = await screen.NextChange(c => Of(c, alert).GetProperty("state").GetString() == "SHELVED");
        await Order(Role.TeamLeader, "changeSeverity", new { alertId = alert, severity = "CRITICAL", reason = "Fumée" });
        var worse = await screen.NextChange(c => Of(c, alert).GetProperty("state").GetString() == "RAISED");

        Assert.Equal("LOW EQUIPMENT_FAILURE 0", Line(before));
        Assert.Equal("OK  1", Line(shelved));
        Assert.Equal(1, Counted(shelved) - Counted(before));
        Assert.Equal(("Capteur", "TeamLeader"), (Of(shelved, alert).GetProperty("shelfReason").GetString(), Of(shelved, alert).GetProperty("shelvedBy").GetProperty("name").GetString()));
        Assert.Equal("CRITICAL EQUIPMENT_FAILURE 0", Line(worse));
        Assert.Equal(Counted(before), Counted(worse));
        await Order(Role.TeamLeader, "cancelAlert", new { alertId = alert, reason = "Essai" });

        static int Counted(JsonElement board) => board.GetProperty("counters").GetProperty("shelved").GetInt32();
        static string Line(JsonElement board)
        {
            var line = board.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("line").GetProperty("code").GetString() == "L1");
            return $"{line.GetProperty("status").GetString()} {line.GetProperty("liftedBy").GetString()} {line.GetProperty("shelvedAlertCount")}";
        }
    }

    [Fact]
    public async Task Who_may_not_and_what_may_not_be_shelved_is_told_why_in_ones_own_language()
    {
        plant.Host.Clock.MoveTo("20:00");
        var safety = await Raise("P12", "SAFETY");
        var other = await Raise("P12", "QUALITY");
        var (inOneHour, tomorrow) = (plant.Host.Clock.GetUtcNow().AddHours(1), plant.Host.Clock.GetUtcNow().AddHours(9));

        Assert.Equal(
            """
            CONFLICT Une alerte de sécurité ne se met pas en veille.
            INVALID La veille s’arrête au plus tard à 04:00, au prochain changement d’équipe. Donnez une heure plus proche.
            INVALID Dites pourquoi.
            FORBIDDEN Votre rôle ne permet pas de diriger cette alerte.
            FORBIDDEN Your role does not allow you to lead this alert.
            CONFLICT There is nothing to refuse: the alert waits for nobody.
            CONFLICT Possible once the alert is taken.
            """,
            string.Join('\n',
            [
                await Refused(Role.TeamLeader, "shelveAlert", new { alertId = safety, reason = "Balisé", until = inOneHour }),
                await Refused(Role.TeamLeader, "shelveAlert", new { alertId = other, reason = "Capteur", until = tomorrow }),
                await Refused(Role.TeamLeader, "shelveAlert", new { alertId = other, until = inOneHour }),
                await Refused(Role.Operator, "shelveAlert", new { alertId = other, reason = "Capteur", until = inOneHour }),
                await Refused(Role.Pilot, "shelveAlert", new { alertId = other, reason = "Capteur", until = inOneHour }),
                await Refused(Role.Pilot, "refuseAlert", new { alertId = other, reason = "Occupé" }),
                await Refused(Role.Pilot, "transferAlert", new { alertId = other, personId = await IdOf(Role.Agent) }),
            ]));
        var commands = (await (await plant.SignIn(Role.TeamLeader)).Query(
            "query($id: UUID!) { alert(id: $id) { commands { command allowed reason } } }", new { id = safety }))
            .GetProperty("alert").GetProperty("commands").EnumerateArray()
            .Where(c => c.GetProperty("command").GetString() is "SHELVE" or "UNSHELVE" or "TRANSFER" or "REFUSE")
            .Select(c => Plain(c.GetProperty("reason").GetString()));
        Assert.Equal(
            [
                "Une alerte de sécurité ne se met pas en veille.", "Cette alerte n’est pas en veille.", "Possible une fois l’alerte prise.",
                "Il n’y a rien à refuser : l’alerte n’attend personne.",
            ],
            commands);
    }

    [Fact]
    public async Task Passed_on_and_refused_it_comes_back_to_who_gave_it()
    {
        var clock = plant.Host.Clock;
        clock.MoveTo("21:00");
        var alert = await Raise("P21", "WRONG_PART");
        clock.MoveTo("21:01");
        await Order(Role.Pilot, "acknowledgeAlert", new { alertId = alert });
        clock.MoveTo("21:02");
        await Order(Role.Pilot, "transferAlert", new { alertId = alert, personId = await IdOf(Role.Agent), note = "Je pars au quai" });
        clock.MoveTo("21:03");
        await Order(Role.Agent, "refuseAlert", new { alertId = alert, reason = "Pas de chariot" });
        clock.MoveTo("21:04");
        await Order(Role.TeamLeader, "transferAlert", new { alertId = alert, personId = await IdOf(Role.Agent) });
        await plant.Host.SweepAt("21:15");

        Assert.Equal(
            """
            21:00 Signalée par Operator
            21:01 Prise par Pilot
            21:02 Passée à Agent par Pilot (Je pars au quai)
            21:03 Refusée par Agent, revient à Pilot (Pas de chariot)
            21:04 Passée à Agent par TeamLeader
            21:15 À reprendre : Agent n’a pas confirmé
            RAISED, avant : Agent
            """,
            await Story(alert));
    }

    private async Task<Guid> Raise(string place, string kind) =>
        (await (await plant.SignIn(Role.Operator)).Order("raiseAlert", new { kind, placeId = plant.Places[place], anyway = true })).GetProperty("id").GetGuid();

    private async Task Order(Role role, string mutation, object input) => await (await plant.SignIn(role)).Order(mutation, input);

    private async Task<string> Refused(Role role, string mutation, object input)
    {
        var error = (await (await plant.SignIn(role)).Refused(mutation, input))[0];
        return Plain($"{error.GetProperty("code").GetString()} {error.GetProperty("message").GetString()}");
    }

    private async Task<Guid> IdOf(Role role) => (await (await plant.SignIn(role)).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();

    /// <summary>The alert's timeline as a leader reads it, less the calls, then what it is now and whose it was.</summary>
    private async Task<string> Story(Guid alertId)
    {
        var alert = (await (await plant.SignIn(Role.TeamLeader)).Query(
            "query($id: UUID!) { alert(id: $id) { state formerOwner { name } timeline { kind text comment recordedAt } } }", new { id = alertId }))
            .GetProperty("alert");
        var steps = alert.GetProperty("timeline").EnumerateArray()
            .Where(e => !OfEscalation.Contains(e.GetProperty("kind").GetString(), StringComparer.Ordinal))
            .Select(e => $"{PlantTime.Say(e.GetProperty("recordedAt"))} {e.GetProperty("text").GetString()}{Comment(e)}");
        var former = alert.GetProperty("formerOwner") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("name").GetString() : "";
        return Plain(string.Join('\n', [.. steps, $"{alert.GetProperty("state").GetString()}, avant : {former}"]));

        static string Comment(JsonElement entry) =>
            entry.GetProperty("kind").GetString() is "TRANSFERRED" or "REFUSED" && entry.GetProperty("comment").GetString() is { } said ? $" ({said})" : "";
    }

    private static JsonElement Of(JsonElement change, Guid alertId) =>
        change.GetProperty("alerts").EnumerateArray().FirstOrDefault(a => a.GetProperty("id").GetGuid() == alertId) is { ValueKind: JsonValueKind.Object } alert
            ? alert
            : JsonSerializer.SerializeToElement(new { state = "" });

    /// <summary>With ordinary blanks, as tests are written.</summary>
    private static string Plain(string? text) => (text ?? "").Replace('\u00a0', ' ');

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
