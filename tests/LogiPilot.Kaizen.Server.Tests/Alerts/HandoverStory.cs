using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>Lena and Paul work until 13:00; Luc and Rita follow, where the story does not say otherwise.</summary>
public sealed class HandoverStory
{
    private static readonly Somebody[] People =
    [
        new("Odile", Role.Operator), new("Paul", Role.Pilot, HasMail: false), new("Lena", Role.TeamLeader), new("Rita", Role.Pilot, HasMail: false),
        new("Luc", Role.TeamLeader, HasMail: false),
    ];

    [Fact]
    public async Task Refused_and_accepted_what_nobody_took_over_is_raised_again_a_quarter_past()
    {
        await using var plant = await Begin("Luc", "Rita");
        var (mine, other) = await Taken(plant);
        await plant.Until("2027-03-01 12:30");
        var handover = await Sign(plant);
        Assert.Equal("SIGNED M→A, 2 alerte(s), à 13:15", Shown(handover));
        Assert.Equal(
            "CONFLICT La relève de cette équipe est déjà signée.",
            await plant.Refused("Lena", "signHandover", new { plantId = plant.PlantId, note = "RAS" }, "handover { id }"));
        Assert.Equal(
            "FORBIDDEN Reprendre ou refuser revient aux personnes de l’équipe suivante.",
            await plant.Refused("Paul", "acceptHandover", new { handoverId = Id(handover) }, "handover { id }"));
        await plant.Until("2027-03-01 12:55");
        await plant.Order("Rita", "refuseHandover", new { handoverId = Id(handover), alertIds = (Guid[])[other], reason = "Trop de monde au quai" }, Whole);
        await plant.Until("2027-03-01 13:05");
        await plant.Order("Luc", "acceptHandover", new { handoverId = Id(handover), alertIds = (Guid[])[mine] }, Whole);
        await plant.Until("2027-03-01 13:16");

        Assert.Equal("PARTLY M→A, 2 alerte(s), à –", Shown(await Find(plant, Id(handover))));
        Assert.Equal(
            """
            Mon 12:25 Signalée par Odile
            Mon 12:26 Prise par Paul, fin prévue : 14:30
            Mon 12:30 Proposée à la relève par Lena
            Mon 13:05 Reprise par Luc à la relève
            ACKNOWLEDGED Luc (–)
            """,
            await plant.Timeline("Lena", mine));
        Assert.Equal(
            """
            Mon 12:25 Signalée par Odile
            Mon 12:26 Prise par Paul, fin prévue : 14:30
            Mon 12:30 Proposée à la relève par Lena
            Mon 13:15 À reprendre : personne ne l’a reprise à la relève
            RAISED – (Paul)
            """,
            await plant.Timeline("Lena", other));
        Assert.Equal(
            """
            Mon 12:25 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 12:25 Paul APP À prendre : alerte A-2027-000002 (Marchandise abîmée, Poste 2.1).
            Mon 12:25 Lena APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Lena MAIL Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Paul APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:30 Luc APP Acceptez ou refusez la relève de Lena (Usine ROA) : 2 alertes ouvertes.
            Mon 12:55 Lena APP Rita refuse 1 alerte de votre relève (Usine ROA).
            Mon 12:55 Lena MAIL Rita refuse 1 alerte de votre relève (Usine ROA).
            Mon 12:56 Lena APP L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena APP L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 13:00 Luc APP Équipe A, 3 choses vous attendent : parcourez-les avant de commencer.
            Mon 13:00 Rita APP Équipe A, 3 choses vous attendent : parcourez-les avant de commencer.
            Mon 13:05 Lena APP Luc reprend 1 alerte de votre relève (Usine ROA).
            Mon 13:05 Lena MAIL Luc reprend 1 alerte de votre relève (Usine ROA).
            Mon 13:15 Lena APP Personne n’a repris 1 alerte de votre relève (Usine ROA) : elle est de nouveau à prendre.
            Mon 13:15 Lena MAIL Personne n’a repris 1 alerte de votre relève (Usine ROA) : elle est de nouveau à prendre.
            Mon 13:15 Paul APP Votre poste est fini et personne n’a repris l’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1) : elle est de nouveau à prendre.
            Mon 13:15 Rita APP À prendre : alerte A-2027-000002 (Marchandise abîmée, Poste 2.1).
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    [Fact]
    public async Task With_nobody_on_the_next_shift_all_of_it_is_raised_again_at_the_end_of_the_shift()
    {
        await using var plant = await Begin();
        var (mine, _) = await Taken(plant);
        await plant.Until("2027-03-01 12:30");
        var draft = (await (await plant.SignIn("Lena")).Query(
            "query($id: UUID!) { handoverDraft(plantId: $id) { shift { code } next { code } canSign whyNot alerts { state } } }",
            new { id = plant.PlantId })).GetProperty("handoverDraft");
        Assert.Equal("""{"shift":{"code":"M"},"next":null,"canSign":true,"whyNot":null,"alerts":[{"state":"ACKNOWLEDGED"},{"state":"ACKNOWLEDGED"}]}""", draft.ToString());
        var handover = await Sign(plant);
        Assert.Equal("SIGNED M→–, 2 alerte(s), à 13:00", Shown(handover));
        await plant.Until("2027-03-01 13:01");

        Assert.Equal("RETURNED M→–, 2 alerte(s), à –", Shown(await Find(plant, Id(handover))));
        Assert.EndsWith("Mon 13:00 À reprendre : personne ne l’a reprise à la relève\nRAISED – (Paul)", await plant.Timeline("Lena", mine), StringComparison.Ordinal);
        Assert.Equal(
            """
            Mon 12:25 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 12:25 Paul APP À prendre : alerte A-2027-000002 (Marchandise abîmée, Poste 2.1).
            Mon 12:25 Lena APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Lena MAIL Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Paul APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:56 Lena APP L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena APP L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 13:00 Lena APP Personne n’a repris 2 alertes de votre relève (Usine ROA) : elles sont de nouveau à prendre.
            Mon 13:00 Lena MAIL Personne n’a repris 2 alertes de votre relève (Usine ROA) : elles sont de nouveau à prendre.
            Mon 13:00 Paul APP Votre poste est fini et personne n’a repris l’alerte A-2027-000001 (Encombrement, Poste 1.1) : elle est de nouveau à prendre.
            Mon 13:00 Paul APP Votre poste est fini et personne n’a repris l’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1) : elle est de nouveau à prendre.
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    [Fact]
    public async Task Without_a_handover_what_is_still_somebodys_a_quarter_past_the_end_of_the_shift_is_raised_again()
    {
        await using var plant = await Begin("Luc", "Rita");
        var (mine, other) = await Taken(plant);
        Assert.Equal(
            "INVALID La veille s’arrête au plus tard à 13:00, au prochain changement d’équipe. Donnez une heure plus proche.",
            await plant.Refused("Lena", "shelveAlert", new { alertId = other, reason = "Capteur", until = StoryPlant.Instant("2027-03-01 13:01") }));
        await plant.Until("2027-03-01 13:16");

        Assert.Equal(
            """
            Mon 12:25 Signalée par Odile
            Mon 12:26 Prise par Paul, fin prévue : 14:30
            Mon 13:15 À reprendre : Paul a fini son poste
            RAISED – (Paul)
            """,
            await plant.Timeline("Lena", mine));
        Assert.Equal(
            """
            Mon 12:25 Paul APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 12:25 Paul APP À prendre : alerte A-2027-000002 (Marchandise abîmée, Poste 2.1).
            Mon 12:25 Lena APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Lena MAIL Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:25 Paul APP Équipe M, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 12:56 Lena APP L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000001 (Encombrement, Poste 1.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena APP L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 12:56 Lena MAIL L’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1), prise par Paul à 12:26, dure encore : aidez ou attribuez-la.
            Mon 13:00 Luc APP Équipe A, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 13:00 Rita APP Équipe A, 2 choses vous attendent : parcourez-les avant de commencer.
            Mon 13:15 Paul APP Votre poste est fini et personne n’a repris l’alerte A-2027-000001 (Encombrement, Poste 1.1) : elle est de nouveau à prendre.
            Mon 13:15 Paul APP Votre poste est fini et personne n’a repris l’alerte A-2027-000002 (Marchandise abîmée, Poste 2.1) : elle est de nouveau à prendre.
            Mon 13:15 Rita APP À prendre : alerte A-2027-000001 (Encombrement, Poste 1.1).
            Mon 13:15 Rita APP À prendre : alerte A-2027-000002 (Marchandise abîmée, Poste 2.1).
            """,
            AlertStory.Plain(await Told.Read(plant)));
    }

    private const string Whole = "handover { id state shift toShift dueAt items { state } }";

    private static async Task<StoryPlant> Begin(params string[] afternoon)
    {
        var plant = await StoryPlant.At("2027-03-01 12:25", People);
        await plant.WorkInShifts(["Lena", "Paul"], afternoon);
        await plant.Connect("Lena", "Paul", "Luc", "Rita");
        return plant;
    }

    /// <summary>Two alerts that Paul took, with a promise beyond the end of his shift.</summary>
    private static async Task<(Guid, Guid)> Taken(StoryPlant plant)
    {
        Guid[] alerts = [Id(await plant.Raise("Odile", "CONGESTION", "P11")), Id(await plant.Raise("Odile", "DAMAGED_GOODS", "P21"))];
        await plant.Until("2027-03-01 12:26");
        foreach (var alertId in alerts)
        {
            await plant.Order("Paul", "acknowledgeAlert", new { alertId, expectedAt = StoryPlant.Instant("2027-03-01 14:30") });
        }

        return (alerts[0], alerts[1]);
    }

    private static Task<JsonElement> Sign(StoryPlant plant) =>
        plant.Order("Lena", "signHandover", new { plantId = plant.PlantId, note = "Presse 2 capricieuse" }, Whole);

    private static async Task<JsonElement> Find(StoryPlant plant, Guid id) =>
        (await (await plant.SignIn("Lena")).Query($"query($id: UUID!) {{ handover(id: $id) {{ state shift toShift dueAt items {{ state }} }} }}", new { id }))
        .GetProperty("handover");

    private static string Shown(JsonElement handover) =>
        $"{handover.GetProperty("state").GetString()} {handover.GetProperty("shift").GetString()}→{handover.GetProperty("toShift").GetString() ?? "–"}, "
        + $"{handover.GetProperty("items").GetArrayLength()} alerte(s), à "
        + (handover.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } due ? StoryPlant.Clock(due)[4..] : "–");

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
