using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>Whoever takes an alert is asked for it, until somebody else has it or nobody.</summary>
public sealed class OwnershipStory
{
    private static readonly Somebody[] People =
    [
        new("Odile", Role.Operator), new("Paul", Role.Pilot), new("Rita", Role.Pilot, HasMail: false), new("Lena", Role.TeamLeader, HasMail: false),
    ];

    [Fact]
    public async Task An_acknowledgement_without_news_expires_and_taken_again_expires_again()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", People);
        await plant.Connect("Paul", "Rita", "Lena");
        var alertId = (await plant.Raise("Odile", "CONGESTION", "P11")).GetProperty("id").GetGuid();
        await plant.Until("2027-03-01 08:05");
        await plant.Order("Paul", "acknowledgeAlert", new { alertId });
        await plant.Until("2027-03-01 08:40");
        await plant.Order("Paul", "acknowledgeAlert", new { alertId, expectedAt = StoryPlant.Instant("2027-03-01 09:00") });
        await plant.Until("2027-03-01 09:20");

        Assert.Equal(
            """
            Mon 08:00 Signalée par Odile
            Mon 08:05 Prise par Paul
            Mon 08:35 À reprendre : plus de nouvelles de Paul
            Mon 08:40 Prise par Paul, fin prévue : 09:00
            Mon 09:15 À reprendre : plus de nouvelles de Paul
            RAISED – (Paul)
            """,
            await plant.Timeline("Lena", alertId));
        Assert.Equal(
            """
            Mon 08:00 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 08:00 Rita APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 08:05 Lena APP Personne n’a pris l’alerte A-2027-000001 (Encombrement, Poste 1.1) depuis 08:00 : prenez-la ou attribuez-la.
            Mon 08:35 Paul APP Sans nouvelles de vous, l’alerte A-2027-000001 (Encombrement, Poste 1.1) est de nouveau à prendre : reprenez-la si vous y êtes.
            Mon 08:35 Paul MAIL Sans nouvelles de vous, l’alerte A-2027-000001 (Encombrement, Poste 1.1) est de nouveau à prendre : reprenez-la si vous y êtes.
            Mon 08:35 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 08:35 Rita APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 08:40 Lena APP Personne n’a pris l’alerte A-2027-000001 (Encombrement, Poste 1.1) depuis 08:35 : prenez-la ou attribuez-la.
            Mon 09:10 Lena APP L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 08:40, dure encore : aidez ou attribuez-la.
            Mon 09:15 Paul APP Sans nouvelles de vous, l’alerte A-2027-000001 (Encombrement, Poste 1.1) est de nouveau à prendre : reprenez-la si vous y êtes.
            Mon 09:15 Paul MAIL Sans nouvelles de vous, l’alerte A-2027-000001 (Encombrement, Poste 1.1) est de nouveau à prendre : reprenez-la si vous y êtes.
            Mon 09:15 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 09:15 Rita APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 09:20 Lena APP Personne n’a pris l’alerte A-2027-000001 (Encombrement, Poste 1.1) depuis 09:15 : prenez-la ou attribuez-la.
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    [Fact]
    public async Task Passed_on_and_refused_it_comes_back_to_who_gave_it_and_unconfirmed_to_nobody()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", People);
        await plant.Connect("Paul", "Rita", "Lena");
        var alertId = (await plant.Raise("Odile", "WRONG_PART", "P11")).GetProperty("id").GetGuid();
        await plant.Until("2027-03-01 08:01");
        await plant.Order("Paul", "acknowledgeAlert", new { alertId });
        await plant.Until("2027-03-01 08:02");
        await plant.Order("Paul", "transferAlert", new { alertId, personId = plant.People["Rita"], note = "Je pars au quai" });
        await plant.Until("2027-03-01 08:03");
        await plant.Order("Rita", "refuseAlert", new { alertId, reason = "Pas de chariot" });
        await plant.Until("2027-03-01 08:04");
        await plant.Order("Lena", "transferAlert", new { alertId, personId = plant.People["Rita"] });
        await plant.Until("2027-03-01 08:20");

        Assert.Equal(
            """
            Mon 08:00 Signalée par Odile
            Mon 08:01 Prise par Paul
            Mon 08:02 Passée à Rita par Paul (Je pars au quai)
            Mon 08:03 Refusée par Rita, revient à Paul (Pas de chariot)
            Mon 08:04 Passée à Rita par Lena
            Mon 08:14 À reprendre : Rita n’a pas confirmé
            RAISED – (Rita)
            """,
            await plant.Timeline("Lena", alertId));
        Assert.Equal(
            """
            Mon 08:00 Paul APP À prendre : alerte A-2027-000001 (Mauvaise pièce, Poste 1.1).
            Mon 08:00 Rita APP À prendre : alerte A-2027-000001 (Mauvaise pièce, Poste 1.1).
            Mon 08:02 Rita APP Paul vous transmet l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) : confirmez ou refusez avant 08:12.
            Mon 08:03 Paul APP Rita refuse l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), « Pas de chariot » : elle vous revient.
            Mon 08:03 Paul MAIL Rita refuse l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1), « Pas de chariot » : elle vous revient.
            Mon 08:04 Rita APP Lena vous transmet l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) : confirmez ou refusez avant 08:14.
            Mon 08:14 Rita APP Vous n’avez pas confirmé l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) : elle est de nouveau à prendre.
            Mon 08:14 Paul APP À prendre : alerte A-2027-000001 (Mauvaise pièce, Poste 1.1).
            Mon 08:14 Rita APP À prendre : alerte A-2027-000001 (Mauvaise pièce, Poste 1.1).
            Mon 08:19 Lena APP Personne n’a pris l’alerte A-2027-000001 (Mauvaise pièce, Poste 1.1) depuis 08:14 : prenez-la ou attribuez-la.
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    [Fact]
    public async Task Who_may_not_and_what_may_not_be_is_told_why_in_ones_own_language()
    {
        await using var plant = await StoryPlant.At("2027-03-01 20:00", People);
        await (await plant.SignIn("Rita")).Query("""mutation { setLanguage(input: { language: EN }) { me { id } } }""");
        var safety = (await plant.Raise("Odile", "SAFETY", "P11")).GetProperty("id").GetGuid();
        var other = (await plant.Raise("Odile", "QUALITY", "P11")).GetProperty("id").GetGuid();
        var (soon, late) = (StoryPlant.Instant("2027-03-01 21:00"), StoryPlant.Instant("2027-03-02 05:00"));

        Assert.Equal(
            """
            CONFLICT Une alerte de sécurité ne se met pas en veille.
            INVALID La veille s’arrête au plus tard à 04:00, au prochain changement d’équipe. Donnez une heure plus proche.
            INVALID Dites pourquoi.
            FORBIDDEN Votre rôle ne permet pas de diriger cette alerte.
            FORBIDDEN Your role does not allow you to lead this alert.
            CONFLICT There is nothing to refuse: the alert waits for nobody.
            CONFLICT Possible once the alert is taken.
            NOT_FOUND Introuvable : cette alerte n’existe pas ou ne vous est pas accessible.
            """,
            string.Join('\n',
            [
                await plant.Refused("Lena", "shelveAlert", new { alertId = safety, reason = "Balisé", until = soon }),
                await plant.Refused("Lena", "shelveAlert", new { alertId = other, reason = "Capteur", until = late }),
                await plant.Refused("Lena", "shelveAlert", new { alertId = other, until = soon }),
                await plant.Refused("Odile", "shelveAlert", new { alertId = other, reason = "Capteur", until = soon }),
                await plant.Refused("Rita", "shelveAlert", new { alertId = other, reason = "Capteur", until = soon }),
                await plant.Refused("Rita", "refuseAlert", new { alertId = other, reason = "Occupée" }),
                await plant.Refused("Rita", "transferAlert", new { alertId = other, personId = plant.People["Paul"] }),
                await plant.Refused("Lena", "unshelveAlert", new { alertId = plant.PlantId }),
            ]));
        Assert.Equal(
            """
            SHELVE Une alerte de sécurité ne se met pas en veille.
            UNSHELVE Cette alerte n’est pas en veille.
            TRANSFER Possible une fois l’alerte prise.
            REFUSE Il n’y a rien à refuser : l’alerte n’attend personne.
            """,
            await Commands(plant, safety));
    }

    private static async Task<string> Commands(StoryPlant plant, Guid alertId)
    {
        var alert = (await (await plant.SignIn("Lena")).Query(
            "query($id: UUID!) { alert(id: $id) { commands { command reason } } }", new { id = alertId })).GetProperty("alert");
        return AlertStory.Plain(string.Join('\n', alert.GetProperty("commands").EnumerateArray()
            .Where(c => c.GetProperty("command").GetString() is "SHELVE" or "UNSHELVE" or "TRANSFER" or "REFUSE")
            .Select(c => $"{c.GetProperty("command").GetString()} {c.GetProperty("reason").GetString()}")));
    }
}
