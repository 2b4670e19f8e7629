using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>A method of the plant's own that has all that a plan does by itself, in four steps of a line each.</summary>
internal static class ShortMethod
{
    public const string Code = "COURT";

    private const string File = """
        {
          "code": "COURT", "version": 1, "hasCycles": true, "actionsNeedApproval": false,
          "name": { "fr": "Court", "en": "Short" }, "about": { "fr": "Court.", "en": "Short." }, "sponsorTitle": { "fr": "Sponsor", "en": "Sponsor" },
          "steps": [
            { "code": "CONTAIN", "name": { "fr": "Protéger", "en": "Contain" }, "purpose": { "fr": "P.", "en": "P." }, "gate": [],
              "suspendedByRecurrence": true,
              "fields": [{ "code": "stock", "name": { "fr": "Stock isolé", "en": "Stock isolated" }, "type": "TEXT", "required": true }] },
            { "code": "FIX", "name": { "fr": "Corriger", "en": "Fix" }, "purpose": { "fr": "P.", "en": "P." }, "gate": [],
              "fields": [{ "code": "whys", "name": { "fr": "5 Pourquoi", "en": "5 Whys" }, "type": "TREE" }] },
            { "code": "PROVE", "name": { "fr": "Prouver", "en": "Prove" }, "purpose": { "fr": "P.", "en": "P." }, "dependsOn": ["FIX"],
              "restartedByRecurrence": "FIX", "checks": [30, 60], "failedCheckReturns": "FIX", "fields": [], "gate": [{ "rule": "effective" }],
              "due": { "days": 1, "working": false, "after": "FIX", "andBaselinePeriod": true } },
            { "code": "CLOSE", "name": { "fr": "Clore", "en": "Close" }, "purpose": { "fr": "P.", "en": "P." }, "signs": "SPONSOR",
              "fields": [], "gate": [{ "rule": "effectHeldToday", "with": { "step": "PROVE" } }] }
          ]
        }
        """;

    /// <summary>A plant that has the method, and somebody of each role.</summary>
    public static async Task<StoryPlant> Plant(params Somebody[] people)
    {
        var plant = await StoryPlant.At("2027-03-01 08:00", people);
        var folder = Directory.CreateDirectory(Path.Combine(plant.Host.Folder, "methods"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.FullName, "court.json"), File);
        await plant.Stop(0);
        return plant;
    }

    /// <summary>A plan about failures of line 1 that its sponsor approved, signed up to a step that is left open.</summary>
    public static async Task<Guid> RunUpTo(this StoryPlant plant, string step)
    {
        var plan = (await plant.Order(
            "Lena", "openActionPlan",
            new
            {
                method = Code, title = "Pannes de la ligne 1", plantId = plant.PlantId, areaId = plant.Places["A1"],
                keys = new[] { new { family = "EquipmentFailure", placeId = plant.Places["L1"] } },
                participants = new[] { new { personId = plant.People["Paul"], role = "Pilote", mission = "Compter" } },
            },
            "actionPlan { id }")).GetProperty("id").GetGuid();
        await plant.Agree("Lena", plan, "Samir");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, "actionPlan { state }");
        await plant.Order("Samir", "approvePlan", new { planId = plan }, "actionPlan { state }");
        await plant.Order(
            "Lena", "saveIndicator",
            new
            {
                planId = plan, name = "Pannes", unit = "pannes", target = 1, targetOn = "2027-04-01",
                baseline = new { from = "2027-02-20", to = "2027-02-24", value = 6, exposure = 40 },
            },
            "indicator { id }");
        await plant.Save("Lena", plan, "CONTAIN", ("stock", "Deux pompes isolées"));
        foreach (var signed in ((string[])["CONTAIN", "FIX"]).TakeWhile(s => s != step))
        {
            await plant.Order("Lena", "signStep", new { planId = plan, step = signed }, "actionPlan { id }");
        }

        return plan;
    }

    /// <summary>Records what was measured since a day, five days long.</summary>
    public static async Task Measure(this StoryPlant plant, Guid plan, string from, string to, decimal value)
    {
        var indicator = (await plant.Plan("Lena", plan, "indicators { id }")).GetProperty("indicators")[0].GetProperty("id").GetGuid();
        await plant.Order("Lena", "recordMeasure", new { indicatorId = indicator, period = new { from, to, value, exposure = 40 } }, "indicator { id }");
    }
}
