using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A method that the plant wrote itself, given as a file and nothing else, is worked through to its close.</summary>
public sealed class OwnMethodStory
{
    private const string Terrain = """
        {
          "code": "TERRAIN", "version": 1,
          "name": { "fr": "Voir, faire, tenir", "en": "See, do, hold" },
          "about": { "fr": "Un problème que l’on voit d’un poste.", "en": "A problem that is seen from one station." },
          "sponsorTitle": { "fr": "Parrain", "en": "Mentor" },
          "steps": [
            {
              "code": "VOIR", "name": { "fr": "Voir", "en": "See" }, "purpose": { "fr": "Aller sur place.", "en": "Go and see." },
              "due": { "days": 2, "working": true },
              "fields": [
                { "code": "seen", "name": { "fr": "Ce que j’ai vu", "en": "What I saw" }, "type": "TEXT", "required": true },
                { "code": "times", "name": { "fr": "Combien de fois", "en": "How often" }, "type": "NUMBER", "unit": "ruptures", "required": true },
                { "code": "whys", "name": { "fr": "Pourquoi", "en": "Why" }, "type": "TREE" }
              ],
              "gate": [
                { "rule": "verifiedCause", "with": { "field": "whys" }, "says": { "fr": "Retournez voir : aucune cause n’est prouvée.", "en": "Go and look again: no cause is proved." } },
                { "rule": "sponsorNotMember" }
              ]
            },
            {
              "code": "FAIRE", "name": { "fr": "Faire", "en": "Do" }, "purpose": { "fr": "Agir sur la cause.", "en": "Act on the cause." },
              "dependsOn": ["VOIR"], "fields": [],
              "gate": [
                { "rule": "actionPerCause", "with": { "field": "VOIR.whys", "kinds": ["CORRECTIVE"] } },
                { "rule": "actionsDone", "with": { "kinds": ["CORRECTIVE"], "least": 1, "proof": true } }
              ]
            },
            {
              "code": "TENIR", "name": { "fr": "Tenir", "en": "Hold" }, "purpose": { "fr": "Mesurer et dire.", "en": "Measure and tell." },
              "signs": "SPONSOR", "dependsOn": ["FAIRE"],
              "fields": [ { "code": "standard", "name": { "fr": "Ce qui a changé", "en": "What changed" }, "type": "TEXT", "required": true } ],
              "gate": [
                { "rule": "effective", "with": { "returnTo": "VOIR" } }, { "rule": "communicated", "with": { "after": "FAIRE", "read": true } }, { "rule": "noOpenAction" }
              ]
            }
          ]
        }
        """;

    private const string Refused = """
        VOIR
          « Ce que j’ai vu » reste à remplir.
          « Combien de fois » reste à remplir.
          Retournez voir : aucune cause n’est prouvée.
        FAIRE
          1 cause vérifiée est sans action : « Le bac se vide en douze minutes ».
          Il faut au moins 1 action (corrective), il y en a 0.
        TENIR
          « Ce qui a changé » reste à remplir.
          Aucun indicateur n’est défini.
          Rien n’a encore été communiqué à ce stade.
        TENIR
          « Ruptures » : 5 ruptures contre 6 au départ, c’est mieux, mais la cible est 1. Revenez aux causes, ou le sponsor accepte ce résultat avec sa raison.
          1 personne n’a pas encore lu ce qui lui a été communiqué.
        """;

    [Fact]
    public async Task A_method_that_is_a_file_alone_runs_from_its_first_step_to_its_close()
    {
        await using var plant = await BicyclePlant.Open("2027-03-01 08:00");
        await plant.Host.Stop();
        Directory.CreateDirectory(Path.Combine(plant.Host.Folder, "methods"));
        await File.WriteAllTextAsync(Path.Combine(plant.Host.Folder, "methods", "terrain.json"), Terrain);
        await plant.Host.Serve();

        var opened = await plant.Order(
            "Sophie", "openActionPlan",
            new { method = "TERRAIN", title = "Clips de gaine au poste 7", plantId = plant.PlantId, leaderId = plant.People["Karim"], sponsorId = plant.People["Sophie"] },
            "actionPlan { id method { code name } steps { code name dueOn } }");
        Assert.Equal("TERRAIN Voir, faire, tenir", $"{opened.Text("method", "code")} {opened.Text("method", "name")}");
        var planId = opened.GetProperty("id").GetGuid();
        var plan = new WorkedPlan(plant, planId);
        await See(plant, planId, plan);
        await Do(plant, plan);
        await Hold(plant, planId, plan);

        Assert.Equal(Refused, plan.Refusals);
        Assert.Equal("CLOSED", (await plan.Ask("Hugo", "state")).Text("state"));
    }

    private static async Task See(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        await plan.Refuse("Karim", "VOIR");
        await plan.Fill(
            "Karim", "VOIR", ("seen", "Le monteur traverse l’atelier pour des clips"), ("times", new { value = 6 }),
            ("whys", new[] { new { id = "c1", text = "Le bac se vide en douze minutes", verdict = "VERIFIED", isRoot = true, proof = new { kind = "REPRODUCED", text = "Chronométré deux fois" } } }));
        await plan.Sign("Karim", "VOIR");
        await plant.Order(
            "Karim", "savePlan",
            new
            {
                planId, followUpDays = 7, deadline = "2027-04-30",
                choices = new { setting = "Un seul poste", isGroup = false, participants = "Aucun", method = "Cause visible", communication = "Au poste", deadline = "Un mois" },
            },
            "actionPlan { id }");
        await plant.Order("Karim", "submitPlan", new { planId }, "actionPlan { state }");
        await plant.Order("Sophie", "approvePlan", new { planId }, "actionPlan { state }");
    }

    private static async Task Do(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Karim", "FAIRE");
        var action = await plan.Plan("Karim", "FAIRE", "CORRECTIVE", "Poser un second bac de clips", "Hugo", "2027-03-02", "c1");
        await plan.Do("Hugo", action, "Deux bacs au poste 7");
        await plan.Verify("Karim", action, true, "Plus de trajet");
        await plan.Sign("Karim", "FAIRE");
        plant.JumpTo("2027-03-09 08:00");
    }

    private static async Task Hold(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "TENIR");
        var indicatorId = (await plant.Order(
            "Sophie", "saveIndicator",
            new { planId, name = "Ruptures", unit = "ruptures", baseline = new { from = "2027-02-22", to = "2027-02-27", value = 6, exposure = 96, points = 6 }, target = 1, targetOn = "2027-03-31" },
            "indicator { id }")).GetProperty("id").GetGuid();
        Task Record(decimal value) => plant.Order(
            "Karim", "recordMeasure", new { indicatorId, period = new { from = "2027-03-02", to = "2027-03-07", value, exposure = 96, points = 6 } }, "indicator { id }");
        await Record(5);
        await plan.Fill("Karim", "TENIR", ("standard", "Deux bacs, marqués au sol"));
        var told = await plant.Order(
            "Karim", "communicate", new { planId, text = "Deux bacs de clips au poste 7.", toIds = new[] { plant.People["Hugo"] } }, "actionPlan { communications { id } }");
        await plan.Refuse("Sophie", "TENIR");
        await plant.Order("Hugo", "readCommunication", new { communicationId = told.GetProperty("communications")[0].GetProperty("id").GetGuid() }, "actionPlan { id }");
        await Record(1);
        await plan.Sign("Sophie", "TENIR");
    }
}
