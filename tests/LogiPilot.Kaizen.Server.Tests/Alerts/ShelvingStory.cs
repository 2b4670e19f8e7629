using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>What is put out of sight comes back by itself, whoever stopped the server meanwhile.</summary>
public sealed class ShelvingStory
{
    private static readonly Somebody[] People =
    [
        new("Odile", Role.Operator), new("Paul", Role.Pilot), new("Lena", Role.TeamLeader, HasMail: false), new("Mur", Role.Screen),
    ];

    [Fact]
    public async Task Shelving_that_ends_while_the_server_stands_still_ends_once_it_runs_again()
    {
        await using var plant = await StoryPlant.At("2027-03-01 10:00", People);
        await plant.Connect("Paul", "Lena");
        var alertId = (await plant.Raise("Odile", "CONGESTION", "P11")).GetProperty("id").GetGuid();
        await plant.Until("2027-03-01 10:05");
        await plant.Order("Paul", "acknowledgeAlert", new { alertId });
        await plant.Until("2027-03-01 10:10");
        await plant.Order("Lena", "shelveAlert", new { alertId, reason = "Capteur à régler", until = StoryPlant.Instant("2027-03-01 11:00") });
        await plant.Stop(140, "Paul", "Lena");
        await plant.Pass(10);

        Assert.Equal(
            """
            Mon 10:00 Signalée par Odile
            Mon 10:05 Prise par Paul
            Mon 10:10 Mise en veille par Lena jusqu’à 11:00
            Mon 12:30 Fin de veille
            RAISED – (Paul)
            """,
            await plant.Timeline("Lena", alertId));
        Assert.Equal(
            """
            Mon 10:00 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 10:05 Lena APP Personne n’a pris l’alerte A-2027-000001 (Encombrement, Poste 1.1) depuis 10:00 : prenez-la ou attribuez-la.
            Mon 12:30 Paul APP La veille de l’alerte A-2027-000001 (Encombrement, Poste 1.1) est finie : elle est de nouveau à prendre.
            Mon 12:30 Paul MAIL La veille de l’alerte A-2027-000001 (Encombrement, Poste 1.1) est finie : elle est de nouveau à prendre.
            Mon 12:30 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 12:35 Lena APP Personne n’a pris l’alerte A-2027-000001 (Encombrement, Poste 1.1) depuis 12:30 : prenez-la ou attribuez-la.
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    [Fact]
    public async Task What_is_raised_in_planned_work_is_held_back_until_its_end_also_when_that_comes_during_a_stop()
    {
        await using var plant = await StoryPlant.At("2027-03-01 14:00", People);
        await plant.Connect("Paul", "Lena");
        var window = await plant.Order(
            "Lena", "saveMaintenanceWindow",
            new
            {
                plantId = plant.PlantId, placeId = plant.Places["P21"], reason = "Changement de robot", until = "2027-03-31",
                weekly = new { days = (string[])["MONDAY", "TUESDAY"], starts = "13:30", minutes = 120 },
            },
            "maintenanceWindow { id version runsUntil nextStartsAt }");
        Assert.Equal("Mon 15:30", StoryPlant.Clock(window.GetProperty("runsUntil")));
        Assert.Equal("Tue 13:30", StoryPlant.Clock(window.GetProperty("nextStartsAt")));
        var held = (await plant.Raise("Odile", "EQUIPMENT_FAILURE", "P21")).GetProperty("id").GetGuid();
        var safety = (await plant.Raise("Odile", "SAFETY", "P21")).GetProperty("id").GetGuid();
        var elsewhere = (await plant.Raise("Odile", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        await plant.Stop(180, "Paul", "Lena");
        await plant.Pass(1);

        Assert.Equal(
            """
            Mon 14:00 Signalée par Odile
            Mon 14:00 En veille jusqu’à 15:30 : maintenance prévue
            Mon 17:00 Fin de veille
            RAISED – (Lena)
            """,
            await plant.Timeline("Lena", held));
        Assert.Equal(
            """
            Mon 17:00 Lena APP La veille de l’alerte A-2027-000001 (Panne d’équipement, Poste 2.1) est finie : elle est de nouveau à prendre.
            Mon 17:00 Lena APP Personne n’a pris l’alerte A-2027-000001 (Panne d’équipement, Poste 2.1) depuis 17:00 : prenez-la ou attribuez-la.
            Mon 17:00 Lena APP Personne n’a pris l’alerte A-2027-000002 (Sécurité, Poste 2.1) depuis 14:00 : prenez-la ou attribuez-la.
            Mon 17:00 Lena APP Personne n’a pris l’alerte A-2027-000003 (Panne d’équipement, Poste 1.1) depuis 14:00 : prenez-la ou attribuez-la.
            """,
            AlertStory.Plain(await Told.Read(plant)));
        Assert.Equal("Mon 14:00 Signalée par Odile\nRAISED – (–)", await plant.Timeline("Lena", safety));
        Assert.Equal("Mon 14:00 Signalée par Odile\nRAISED – (–)", await plant.Timeline("Lena", elsewhere));

        plant.Host.Clock.Move(TimeSpan.FromHours(21));
        var next = (await plant.Raise("Odile", "QUALITY", "P21")).GetProperty("id").GetGuid();
        await plant.Order(
            "Lena", "endMaintenanceWindow", new { windowId = window.GetProperty("id").GetGuid(), expectedVersion = 1 }, "maintenanceWindow { isActive }");
        Assert.EndsWith("Tue 14:01 Fin de veille\nRAISED – (Lena)", await plant.Timeline("Lena", next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shelved_alerts_stand_apart_from_the_colour_of_the_line_and_are_counted_on_every_screen_until_one_gets_worse()
    {
        await using var plant = await StoryPlant.At("2027-03-01 18:00", People);
        var alertId = (await plant.Raise("Odile", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        await using var screen = await (await plant.SignIn("Mur")).Watch();
        var before = await screen.Join(plant.PlantId);

        await plant.Order("Lena", "shelveAlert", new { alertId, reason = "Capteur", until = StoryPlant.Instant("2027-03-01 19:00") });
        var shelved = await screen.Next("BoardChanged");
        await plant.Order("Lena", "changeSeverity", new { alertId, severity = "CRITICAL", reason = "Fumée" });
        var worse = await screen.Next("BoardChanged");

        Assert.Equal("L1 LOW EQUIPMENT_FAILURE, 1 ouverte(s), 0 en veille; en tout 0 en veille", Shown(before));
        Assert.Equal("L1 OK , 1 ouverte(s), 1 en veille; en tout 1 en veille", Shown(shelved));
        Assert.Equal("L1 CRITICAL EQUIPMENT_FAILURE, 1 ouverte(s), 0 en veille; en tout 0 en veille", Shown(worse));
        var told = Assert.Single(shelved.GetProperty("alerts").EnumerateArray());
        Assert.Equal(
            ("SHELVED", "Capteur", "Lena", "Mon 19:00"),
            (told.GetProperty("state").GetString(), told.GetProperty("shelfReason").GetString(),
            told.GetProperty("shelvedBy").GetProperty("name").GetString(), StoryPlant.Clock(told.GetProperty("shelvedUntil"))));
        Assert.Equal(
            """
            Mon 18:00 Signalée par Odile
            Mon 18:00 Mise en veille par Lena jusqu’à 19:00
            Mon 18:00 Gravité relevée par Lena : Critique
            Mon 18:00 Sortie de veille : la situation s’aggrave
            RAISED – (Lena)
            """,
            await plant.Timeline("Lena", alertId));

        static string Shown(JsonElement board)
        {
            var line = board.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("line").GetProperty("code").GetString() == "L1");
            return $"L1 {line.GetProperty("status").GetString()} {line.GetProperty("liftedBy").GetString()}, {line.GetProperty("openAlertCount")} ouverte(s), "
                + $"{line.GetProperty("shelvedAlertCount")} en veille; en tout {board.GetProperty("counters").GetProperty("shelved")} en veille";
        }
    }
}
