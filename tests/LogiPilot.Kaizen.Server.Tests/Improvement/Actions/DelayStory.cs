using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Actions;

/// <summary>An action that stands alone, from the day it is given until somebody else saw that it is done.</summary>
public sealed class DelayStory
{
    private const string Selection = """
        action { id number state originalDueOn dueOn delayAsked isOverdue isDrift slips slippedDays version sponsor { name } area { name }
          verifiedBy { name } effect isEffective delays { state cause newDueOn answer askedBy { name } answeredBy { name } } }
        """;

    [Fact]
    public async Task A_date_moves_by_an_accepted_delay_alone_and_a_drift_reaches_the_sponsor()
    {
        await using var plant = await StoryPlant.At(
            "2027-03-01 08:00", new Somebody("Lea", Role.TeamLeader, ["A1"]), new Somebody("Noe", Role.TeamLeader, ["A2"]),
            new Somebody("Paul", Role.Pilot, ["A1"]), new Somebody("Max", Role.Manager));
        var action = await plant.Order(
            "Lea", "addAction", new { kind = "CORRECTIVE", what = "Refaire le marquage au sol du poste 1.1", dueOn = "2027-03-05", ownerId = plant.People["Paul"] },
            Selection);
        var id = action.GetProperty("id").GetGuid();
        Assert.Equal("A-0001 TO_DO Lea Montage", Brief(action, "number", "state", "sponsor", "area"));

        await plant.Morning("2027-03-02");
        await plant.Order("Paul", "updateAction", new { actionId = id, state = "DOING" }, Selection);
        Assert.Equal(
            """
            INVALID Ce champ est à remplir.
            INVALID La nouvelle date est à choisir après l’échéance actuelle.
            """,
            string.Join('\n', (await (await plant.SignIn("Paul")).Refused(
                "argueDelay", new { actionId = id, cause = "Peinture en rupture", impact = "", measures = "Ruban provisoire", newDueOn = "2027-03-05" }, Selection))
                .EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {e.GetProperty("message").GetString()}")));
        var asked = await plant.Order(
            "Paul", "argueDelay",
            new { actionId = id, cause = "Peinture en rupture", impact = "Marquage illisible", measures = "Ruban provisoire posé", newDueOn = "2027-03-12" }, Selection);
        Assert.Equal("2027-03-05 2027-03-05 True 0", Brief(asked, "originalDueOn", "dueOn", "delayAsked", "slips"));

        await plant.Morning("2027-03-05");
        await plant.Morning("2027-03-06");
        Assert.Equal("True False", Brief(await plant.Action(id, Selection), "isOverdue", "isDrift"));
        Assert.Equal(
            "FORBIDDEN Accepter ou refuser un report revient au commanditaire ou au responsable.",
            await plant.Refused("Noe", "acceptDelay", new { actionId = id }, Selection));
        Assert.StartsWith("FORBIDDEN", await plant.Refused("Paul", "acceptDelay", new { actionId = id }, Selection), StringComparison.Ordinal);
        var accepted = await plant.Order("Lea", "acceptDelay", new { actionId = id, answer = "D’accord, avec le ruban" }, Selection);
        Assert.Equal("2027-03-05 2027-03-12 False 1 7", Brief(accepted, "originalDueOn", "dueOn", "delayAsked", "slips", "slippedDays"));
        Assert.StartsWith("CONFLICT Aucun report", await plant.Refused("Lea", "refuseDelay", new { actionId = id, answer = "Non" }, Selection), StringComparison.Ordinal);

        foreach (var day in (string[])["2027-03-09", "2027-03-12", "2027-03-13", "2027-03-14", "2027-03-19", "2027-03-20", "2027-03-26"])
        {
            await plant.Morning(day);
        }

        Assert.Equal("True True", Brief(await plant.Action(id, Selection), "isOverdue", "isDrift"));
        await plant.Order("Paul", "updateAction", new { actionId = id, state = "DONE", proof = new { text = "Photo au tableau" } }, Selection);
        Assert.StartsWith("FORBIDDEN Quelqu’un d’autre", await plant.Refused("Paul", "verifyAction", new { actionId = id }, Selection), StringComparison.Ordinal);
        var verified = await plant.Order("Lea", "verifyAction", new { actionId = id, isEffective = true, effect = "Plus de palette hors zone" }, Selection);
        Assert.Equal("VERIFIED Lea True Plus de palette hors zone False", Brief(verified, "state", "verifiedBy", "isEffective", "effect", "isDrift"));
        Assert.StartsWith("CONFLICT Cette action est terminée", await plant.Refused("Lea", "cancelAction", new { actionId = id, reason = "Non" }, Selection), StringComparison.Ordinal);

        await Told.Was(
            plant,
            """
            Mon 08:00 Paul APP Lea vous confie l’action A-0001 (Refaire le marquage au sol du poste 1.1) : à faire pour le 05/03/2027.
            Mon 08:00 Paul MAIL Lea vous confie l’action A-0001 (Refaire le marquage au sol du poste 1.1) : à faire pour le 05/03/2027.
            Tue 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire pour le 05/03/2027.
            Tue 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire pour le 05/03/2027.
            Tue 06:00 Lea APP Paul demande de reporter l’action A-0001 (Refaire le marquage au sol du poste 1.1) du 05/03/2027 au 12/03/2027 : acceptez ou refusez.
            Tue 06:00 Lea MAIL Paul demande de reporter l’action A-0001 (Refaire le marquage au sol du poste 1.1) du 05/03/2027 au 12/03/2027 : acceptez ou refusez.
            Fri 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire aujourd’hui.
            Fri 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire aujourd’hui.
            Sat 06:00 Paul APP Lea accepte le report de l’action A-0001 (Refaire le marquage au sol du poste 1.1) : à faire pour le 12/03/2027.
            Sat 06:00 Paul MAIL Lea accepte le report de l’action A-0001 (Refaire le marquage au sol du poste 1.1) : à faire pour le 12/03/2027.
            Tue 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire pour le 12/03/2027.
            Tue 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire pour le 12/03/2027.
            Fri 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire aujourd’hui.
            Fri 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est à faire aujourd’hui.
            Sat 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Sat 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Sat 06:00 Lea APP L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Sat 06:00 Lea MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Sun 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Sun 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Fri 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Fri 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Fri 06:00 Lea APP L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Fri 06:00 Lea MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Fri 06:00 Paul APP L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Fri 06:00 Paul MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1) est en retard depuis le 12/03/2027 : faites-la, ou argumentez un report.
            Fri 06:00 Lea APP L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Fri 06:00 Lea MAIL L’action A-0001 (Refaire le marquage au sol du poste 1.1), confiée à Paul, a dépassé son échéance du 12/03/2027 sans report argumenté : relancez ou décidez.
            Fri 06:00 Lea APP Paul a fait l’action A-0001 (Refaire le marquage au sol du poste 1.1) : allez voir, puis vérifiez-la ou rendez-la.
            Fri 06:00 Lea MAIL Paul a fait l’action A-0001 (Refaire le marquage au sol du poste 1.1) : allez voir, puis vérifiez-la ou rendez-la.
            """);
    }

    private static string Brief(JsonElement action, params string[] fields) => string.Join(' ', fields.Select(f => action.GetProperty(f) switch
    {
        { ValueKind: JsonValueKind.Object } named => named.GetProperty("name").GetString(),
        var value => value.ToString(),
    }));
}
