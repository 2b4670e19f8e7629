using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>
/// A QRQC: stems of the wrong diameter at station 8, contained within the day, unsolved at the end of the shift and so taken to the workshop's
/// meeting, back once, and gone for ten shifts.
/// </summary>
public sealed class QrqcCase : IWorkedCase
{
    public Task<StoryPlant> Open() => BicyclePlant.Open("2027-03-01 08:00");

    public async Task<WorkedPlan> Run(StoryPlant plant)
    {
        await plant.Admin.Order("savePlanSettings", new { plantId = plant.PlantId, cutOffs = new[] { new { level = "AREA", at = "09:30" } } }, "settings { version }");
        var third = await Busy(plant);
        var alertId = await WrongPart(plant, "2027-03-01 09:20", "Des potences de 31,8 dans le bac des 25,4");
        plant.Host.Clock.Move(TimeSpan.FromMinutes(8));
        var opened = await plant.Order(
            "Claire", "openActionPlan",
            new
            {
                method = "QRQC", title = "Potences de 31,8 au poste 8", alertIds = new[] { alertId }, leaderId = plant.People["Karim"], sponsorId = plant.People["Sophie"],
                participants = new[] { Member("Hugo", "Poste 8", "Trouver et garder les pièces"), Member("Nadia", "Magasin", "Trier les bacs") },
            },
            "actionPlan { id number level promotesAt }");
        Assert.Equal("P-0004 LINE Mon 13:00", $"{opened.Text("number")} {opened.Text("level")} {StoryPlant.Clock(opened.GetProperty("promotesAt"))}");
        await plant.Order("Sophie", "savePlan", new { planId = third, leaderId = plant.People["Nadia"] }, "actionPlan { leader { name } }");

        var plan = new WorkedPlan(plant, opened.GetProperty("id").GetGuid());
        await Detection(plant, plan);
        await Communication(plant, plan);
        await Analysis(plant, plan);
        await Correction(plant, plan);
        await Recurrence(plant, plan);
        await Verification(plant, plan);
        return plan;

        object Member(string name, string role, string mission) => new { personId = plant.People[name], role, mission };
    }

    /// <summary>Karim leads three cases already; answers with the last of them.</summary>
    private static async Task<Guid> Busy(StoryPlant plant)
    {
        var last = Guid.Empty;
        foreach (var title in (string[])["Vis de selle trop courtes au poste 7", "Étiquettes illisibles sur les cartons de roues", "Jeu dans le pédalier au contrôle final"])
        {
            last = (await plant.Order(
                "Sophie", "openActionPlan",
                new { method = "QRQC", title, plantId = plant.PlantId, areaId = plant.Places["I3"], leaderId = plant.People["Karim"], sponsorId = plant.People["Sophie"] },
                "actionPlan { id }")).GetProperty("id").GetGuid();
        }

        return last;
    }

    private static async Task<Guid> WrongPart(StoryPlant plant, string at, string description)
    {
        plant.JumpTo(at);
        var alertId = (await plant.Order(
            "Hugo", "raiseAlert",
            new { kind = "WRONG_PART", placeId = plant.Places["P8"], productId = await plant.Product("POT-254"), anyway = true, description })).GetProperty("id").GetGuid();
        await plant.Order("Karim", "acknowledgeAlert", new { alertId });
        plant.Host.Clock.Move(TimeSpan.FromMinutes(2));
        await plant.Order("Karim", "resolveAlert", new { alertId, causeCode = "HUMAN_ERROR", resolution = "Bac échangé" });
        return alertId;
    }

    /// <summary>Told from the office first, which counts for nothing; then seen at the place, with the part in hand.</summary>
    private static async Task Detection(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Karim", "DETECTION");
        await plan.Fill(
            "Karim", "DETECTION", ("fact", "Hugo dit que des potences n’entrent pas dans le cintre"), ("place", plant.Places["P8"]), ("seenAtPlace", false), ("seenBy", plant.People["Hugo"]),
            ("seenOn", "2027-03-01"), ("seenTime", "9 h 20"), ("part", false), ("quantity", new { value = 2, unit = "potences" }));
        await plan.Refuse("Karim", "DETECTION");
        plant.JumpTo("2027-03-01 09:45");
        await plan.Fill(
            "Karim", "DETECTION", ("fact", "Six potences de 31,8 mm mêlées aux 25,4 mm dans le bac du poste 8"), ("seenAtPlace", true), ("seenBy", plant.People["Karim"]), ("seenTime", "9 h 40"),
            ("part", true), ("photos", new[] { await plant.Attach("Karim", "potences.png", BicyclePlant.Photo) }), ("quantity", new { value = 6, unit = "potences" }));
        await plan.Sign("Karim", "DETECTION");
    }

    /// <summary>The sorting is not over when the shift ends: the case goes up to the workshop.</summary>
    private static async Task Communication(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Karim", "COMMUNICATION");
        const string Sorting = "Trier les bacs de POT-254 au poste 8 et au magasin, à la pige";
        await plan.Plan("Karim", "COMMUNICATION", "CONTAINMENT", Sorting, "Nadia", "2027-03-02");
        await plan.Fill("Karim", "COMMUNICATION", ("told", new[] { Told("LINE", "Hugo", "Au poste, dans la minute") }));
        await plan.Refuse("Karim", "COMMUNICATION");
        plant.JumpTo("2027-03-01 13:01");
        await plant.Host.RunSweeps();
        Assert.Equal("AREA", (await plan.Ask("Hugo", "level")).Text("level"));
        plant.JumpTo("2027-03-01 14:10");
        var sorted = await plan.Action(Sorting);
        await plan.Do("Nadia", sorted, "Neuf bacs triés, onze potences de 31,8 mises de côté");
        await plan.Verify("Karim", sorted, true, "Deux bacs contrôlés au hasard : aucune erreur");
        await plan.Fill(
            "Karim", "COMMUNICATION", ("told", new[] { Told("LINE", "Hugo", "Au poste, dans la minute"), Told("NEXT_LEVEL", "Claire", "À la réunion de 13 h") }));
        await plan.Sign("Karim", "COMMUNICATION");

        object Told(string whom, string who, string how) => new { id = whom, whom, who = plant.People[who], on = "2027-03-01", how };
    }

    /// <summary>Solved before the workshop meets at half past nine: it stays at that level.</summary>
    private static async Task Analysis(StoryPlant plant, WorkedPlan plan)
    {
        plant.JumpTo("2027-03-02 07:30");
        await plan.Refuse("Karim", "ANALYSIS");
        await plan.Fill(
            "Karim", "ANALYSIS", ("comparison", StemsCase.Compared), ("data", new[] { await plant.Attach("Karim", "releve-diametres.csv", StemsCase.Diameters) }), ("whys", StemsCase.Whys(isProved: false)));
        await plan.Refuse("Karim", "ANALYSIS");
        await plan.Fill("Karim", "ANALYSIS", ("whys", StemsCase.Whys(isProved: true)));
        plant.JumpTo("2027-03-02 09:00");
        await plan.Sign("Karim", "ANALYSIS");
        plant.JumpTo("2027-03-02 09:31");
        await plant.Host.RunSweeps();
        Assert.Equal(("AREA", JsonValueKind.Null), await Held());

        async Task<(string? Level, JsonValueKind Until)> Held() =>
            await plan.Ask("Hugo", "level promotesAt") is var shown ? (shown.Text("level"), shown.GetProperty("promotesAt").ValueKind) : default;
    }

    private static async Task Correction(StoryPlant plant, WorkedPlan plan)
    {
        await plan.RefuseOutright("Sophie", "VERIFICATION");
        await plant.Order(
            "Karim", "savePlan",
            new
            {
                planId = plan.PlanId, followUpDays = 1, deadline = "2027-03-15",
                choices = new
                {
                    setting = "La ligne et le magasin, sur place", isGroup = true, participants = "Qui monte la potence et qui remplit le bac", method = "Pièce en main, cause à portée d’équipe",
                    communication = "Point de cinq minutes à la prise de poste", deadline = "Dix jours ouvrés pour corriger",
                },
            },
            "actionPlan { id }");
        await plant.Order("Karim", "submitPlan", new { planId = plan.PlanId }, "actionPlan { state }");
        await plant.Order("Sophie", "approvePlan", new { planId = plan.PlanId, comment = "La pige d’abord" }, "actionPlan { state }");
        const string Gauge = "Fixer une pige de 25,4 mm au poste 8 et passer chaque potence dedans";
        await plan.Plan("Karim", "VERIFICATION", "CORRECTIVE", Gauge, "Hugo", "2027-03-05", "c2");
        await plan.Refuse("Sophie", "VERIFICATION");
        plant.JumpTo("2027-03-03 10:00");
        var fixedOn = await plan.Action(Gauge);
        await plan.Do("Hugo", fixedOn, "Pige vissée au bord du bac, essayée avec trois potences de 31,8");
        await plan.Verify("Karim", fixedOn, true, "Les trois refusées");
        await plan.Fill(
            "Karim", "VERIFICATION", ("feedback", "Deux diamètres dans un même bac : la pige arrête le mauvais avant le montage"), ("standard", "Fiche du poste 8, indice D : pige avant montage"));
    }

    /// <summary>It comes back: contained anew, the cause looked at again and kept, and the ten shifts are counted from there.</summary>
    private static async Task Recurrence(StoryPlant plant, WorkedPlan plan)
    {
        await WrongPart(plant, "2027-03-04 10:00", "Encore une potence de 31,8");
        var shown = await plan.Ask("Hugo", "proposedReturn { step } steps { state } actions { id state kind owner { name } what dueOn step }");
        Assert.Equal(
            "ANALYSIS SIGNED SUSPENDED SIGNED LOCKED",
            $"{shown.Text("proposedReturn", "step")} {string.Join(' ', shown.GetProperty("steps").EnumerateArray().Select(s => s.Text("state")))}");
        var born = shown.GetProperty("actions").EnumerateArray().Single(a => a.Text("state") == "TO_DO");
        Assert.Equal("CONTAINMENT Karim 2027-03-05 COMMUNICATION", $"{born.Text("kind")} {born.Text("owner", "name")} {born.Text("dueOn")} {born.Text("step")}");
        await plan.Refuse("Karim", "COMMUNICATION");
        plant.JumpTo("2027-03-04 11:30");
        await plan.Do("Karim", born.GetProperty("id").GetGuid(), "Un bac d’avant le tri, oublié à la zone retour : vidé et trié");
        await plan.Verify("Sophie", born.GetProperty("id").GetGuid(), true, "Zone retour vue vide");
        await plan.Sign("Karim", "COMMUNICATION");
        await plant.Order(
            "Sophie", "declineReturn", new { planId = plan.PlanId, reason = "Le bac datait d’avant la pige, et la pige a arrêté la pièce : la cause tient" }, "actionPlan { id }");
    }

    private static async Task Verification(StoryPlant plant, WorkedPlan plan)
    {
        plant.JumpTo("2027-03-08 08:00");
        var told = await plant.Order(
            "Karim", "communicate",
            new { planId = plan.PlanId, text = "Potences : une pige au poste 8, un seul diamètre par bac.", toIds = new[] { plant.People["Hugo"], plant.People["Nadia"] } },
            "actionPlan { communications { id } }");
        var communicationId = told.GetProperty("communications")[0].GetProperty("id").GetGuid();
        await plant.Order("Hugo", "readCommunication", new { communicationId }, "actionPlan { id }");
        await plan.Refuse("Sophie", "VERIFICATION");
        plant.JumpTo("2027-03-09 13:30");
        await plant.Order("Nadia", "readCommunication", new { communicationId }, "actionPlan { id }");
        await plan.Sign("Sophie", "VERIFICATION");
    }
}
