using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>The problem of an 8D comes back: once while the effect is measured, once when only the signature at the end is left.</summary>
public sealed class ComesBackStory
{
    private const string Said = """
        D6
          1 action conservatoire n’est pas levée : A-0002.
        D8
         !Signez d’abord l’étape D3 : l’étape D8 se prépare, mais ne se signe pas avant.
          « Leçons apprises » reste à remplir.
          « Reconnaissance de l’équipe » reste à remplir.
          1 action est encore ouverte : A-0006.
          « D6 Mise en œuvre » n’est pas signée aujourd’hui : l’effet n’est pas acquis.
        D6
         !Signez d’abord l’étape D3 : l’étape D6 se prépare, mais ne se signe pas avant.
          « Ruptures du poste 7 » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          « Manques vus avant l’arrêt » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          2 actions conservatoires ne sont pas levées : A-0002, A-0006.
        D3
          1 action n’est pas encore vérifiée : A-0006.
          1 action conservatoire est sans condition de levée : A-0006.
        D6
          « Ruptures du poste 7 » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          « Manques vus avant l’arrêt » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          2 actions conservatoires ne sont pas levées : A-0002, A-0006.
        D5
          1 cause vérifiée n’est pas traitée : « Le recalcul ignore les équipes de rattrapage ».
        D6
          1 cause vérifiée est sans action : « Le recalcul ignore les équipes de rattrapage ».
          « Ruptures du poste 7 » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          « Manques vus avant l’arrêt » : le problème est revenu le 16/04/2027, après le début de la mesure. Mesurez une période entière depuis ce jour.
          2 actions conservatoires ne sont pas levées : A-0002, A-0006.
        D8
         !Signez d’abord l’étape D3 : l’étape D8 se prépare, mais ne se signe pas avant.
          1 action est encore ouverte : A-0008.
          L’effet ne tient pas : 1 alerte est revenue sur ce problème depuis « D6 Mise en œuvre ».
        D8
          L’effet ne tient pas : 1 alerte est revenue sur ce problème depuis « D6 Mise en œuvre ».
        """;

    private const string Heard = """
        L’alerte A-2027-000015 revient sur ce que traite le plan P-0001 (Faisceau moteur : ruptures répétées à l’îlot 3) : l’étape D3 Confinement est suspendue, une nouvelle action conservatoire est due sous 24 h. La période de validation repart, voyez s’il faut revenir à l’étape D4 Causes racines.
        L’alerte A-2027-000016 revient sur ce que traite le plan P-0001 (Faisceau moteur : ruptures répétées à l’îlot 3) : l’étape D3 Confinement est suspendue, une nouvelle action conservatoire est due sous 24 h. La période de validation repart, voyez s’il faut revenir à l’étape D4 Causes racines.
        """;

    private static readonly string[] Subjects = ["DOCUMENTS", "PARAMETERS", "TRAINING", "SIMILAR_LINES", "SIMILAR_PRODUCTS", "LESSONS"];

    [Fact]
    public async Task An_8D_whose_problem_comes_back_is_closed_by_another_cause_found_and_a_whole_period_without_it()
    {
        var worked = new EightDCase();
        await using var plant = await worked.Open();
        var plan = await EightDCase.UpToTheChoice(plant);
        var indicators = await EightDCase.Implementation(plant, plan.PlanId, plan);
        var before = plan.Refusals.Length;

        plant.JumpTo("2027-04-15 08:00");
        await Measure(plant, indicators, "2027-03-18", "2027-04-14");
        await plan.Fill("Sophie", "D6", ("result", "Le poste 7 appelle à 14 et se compte à chaque train ; vu sur place le 14 avril"));
        await plan.Refuse("Sophie", "D6");
        await DuringTheMeasure(plant, plan);
        await OneCauseMore(plant, plan);
        plant.JumpTo("2027-05-19 08:00");
        await Measure(plant, indicators, "2027-04-21", "2027-05-18");
        await Remove(plant, plan);
        await plan.Sign("Sophie", "D6");
        await plan.Fill("Nadia", "D7", ("spread", (object[])[.. Subjects.Select(s => HarnessCase.Spread(s, "Règle de recalcul, samedi compris", "DONE"))]));
        await plan.Sign("Sophie", "D7");

        await BeforeTheEnd(plant, plan);
        plant.JumpTo("2027-06-18 08:00");
        await Measure(plant, indicators, "2027-05-21", "2027-06-17");
        await Remove(plant, plan);
        await plan.Sign("Sophie", "D6");
        await plan.Sign("Sophie", "D7");
        await plan.Sign("Claire", "D8");

        Assert.Equal("CLOSED", (await plan.Ask("Hugo", "state")).Text("state"));
        Assert.DoesNotContain("D8 effectHeldToday", RefusedRule.NeverRefused("8D", plan.RefusedRules));
        WorkedPlan.Same(Said, plan.Refusals[before..].TrimStart('\n'));
        WorkedPlan.Same(Heard, await Hears(plant, "Sophie"));
        WorkedPlan.Same(Heard, await Hears(plant, "Claire"));
    }

    /// <summary>The containment no longer holds, nor does what was measured: neither D6 nor D8 can be signed, and D4 is proposed for return.</summary>
    private static async Task DuringTheMeasure(StoryPlant plant, WorkedPlan plan)
    {
        await plant.StandStill("2027-04-16 10:20", "P7", "FAI-081", 15);
        Assert.Equal("D4 | D3 SUSPENDED, D4 SIGNED, D5 SIGNED, D6 LOCKED 2027-05-14, D8 LOCKED", await States(plan));
        await plan.RefuseOutright("Claire", "D8");
        await plan.RefuseOutright("Sophie", "D6");
        await plan.Refuse("Sophie", "D3");
        await Contain(plant, plan, "Deux bacs de plus au poste 7, comptés à chaque prise de poste");
        await plan.Refuse("Sophie", "D6");
        await plant.Order(
            "Sophie", "returnStep", new { planId = plan.PlanId, step = "D4", reason = "Rupture un vendredi de rattrapage : une cause nous manque" }, "actionPlan { id }");
        Assert.Equal("– | D3 SIGNED, D4 OPEN, D5 LOCKED, D6 LOCKED 2027-05-14, D8 LOCKED", await States(plan));
    }

    private static async Task OneCauseMore(StoryPlant plant, WorkedPlan plan)
    {
        plant.JumpTo("2027-04-19 09:00");
        await plan.Fill("Karim", "D4", ("whys", (object[])[.. HarnessCase.Whys(isRead: true), HarnessCase.Saturday]));
        await plan.Sign("Sophie", "D4");
        await plan.Refuse("Claire", "D5");
        await plan.Fill(
            "Nadia", "D5",
            ("options", new[]
            {
                HarnessCase.Option("s1", "o4", "Recalculer le point de commande à chaque changement de cadence", 0, true), HarnessCase.Option("s2", "e3", "Compter le poste à chaque passage du train", 120, true),
                HarnessCase.Option("s3", "o5", "Porter les équipes de rattrapage au programme du recalcul", 0, true),
            }));
        await plan.Sign("Claire", "D5");
        await plan.Refuse("Sophie", "D6");
        var extra = await plan.Plan("Sophie", "D6", "CORRECTIVE", "Porter les équipes de rattrapage au programme du recalcul", "Nadia", "2027-04-23", "o5");
        plant.JumpTo("2027-04-20 10:00");
        await plan.Do("Nadia", extra, "Programme du recalcul, indice C");
        await plan.Verify("Sophie", extra, true, "Recalcul vu pour le rattrapage du 20 avril");
    }

    /// <summary>All is signed but the end: what comes back now still holds it up.</summary>
    private static async Task BeforeTheEnd(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Fill(
            "Sophie", "D8", ("lessons", "Un seuil vit avec la cadence, rattrapages compris"), ("recognition", "L’équipe remerciée par Claire devant l’îlot 3"));
        await plant.StandStill("2027-05-20 10:20", "P7", "FAI-081", 15);
        await plan.RefuseOutright("Claire", "D8");
        await Contain(plant, plan, "Un bac de réserve au poste 7, rendu au magasin après dix jours");
        await plan.Refuse("Claire", "D8");
        await plant.Order("Sophie", "declineReturn", new { planId = plan.PlanId, reason = "Le bac a été livré au poste 8 par erreur : les causes tiennent" }, "actionPlan { id }");
        await plant.Order("Sophie", "returnStep", new { planId = plan.PlanId, step = "D6", reason = "L’effet est à mesurer une fois de plus" }, "actionPlan { id }");
    }

    /// <summary>The containment that the alert asks for within a day: its leader does it, the champion sees it; it is taken away once it is not needed.</summary>
    private static async Task Contain(StoryPlant plant, WorkedPlan plan, string proof)
    {
        var born = (await plan.Ask("Hugo", "actions { id kind state owner { name } dueOn step }")).GetProperty("actions").EnumerateArray().Single(a => a.Text("state") == "TO_DO");
        Assert.Equal("CONTAINMENT Sophie D3", $"{born.Text("kind")} {born.Text("owner", "name")} {born.Text("step")}");
        var actionId = born.GetProperty("id").GetGuid();
        await plant.Order("Sophie", "updateAction", new { actionId, removalCondition = "Dix jours sans rupture au poste 7" }, "action { id }");
        await plan.Do("Sophie", actionId, proof);
        await plan.Verify("Claire", actionId, true, "Vu au poste 7");
        await plan.Sign("Sophie", "D3");
    }

    private static async Task Remove(StoryPlant plant, WorkedPlan plan)
    {
        var actions = (await plan.Ask("Hugo", "actions { id kind removedAt }")).GetProperty("actions").EnumerateArray();
        foreach (var held in actions.Where(a => a.Text("kind") == "CONTAINMENT" && a.GetProperty("removedAt").ValueKind == JsonValueKind.Null))
        {
            await plant.Order("Sophie", "removeContainment", new { actionId = held.GetProperty("id").GetGuid() }, "action { removedAt }");
        }
    }

    private static async Task Measure(StoryPlant plant, (Guid StockOuts, Guid Seen) indicators, string from, string to)
    {
        await plant.Order("Karim", "recordMeasure", new { indicatorId = indicators.StockOuts, compute = new { from, to } }, "indicator { id }");
        await plant.Order(
            "Karim", "recordMeasure", new { indicatorId = indicators.Seen, period = new { from, to, value = 12, exposure = 448, points = 12 } }, "indicator { id }");
    }

    /// <summary>The step proposed for return, and the states of those that it is about.</summary>
    private static async Task<string> States(WorkedPlan plan)
    {
        var shown = await plan.Ask("Hugo", "proposedReturn { step } steps { code state dueOn }");
        var back = shown.GetProperty("proposedReturn") is { ValueKind: JsonValueKind.Object } proposed ? proposed.Text("step") : "–";
        return $"{back} | " + string.Join(
            ", ", shown.GetProperty("steps").EnumerateArray().Where(s => s.Text("code") is "D3" or "D4" or "D5" or "D6" or "D8")
                .Select(s => $"{s.Text("code")} {s.Text("state")}{(s.Text("code") == "D6" ? " " + s.Text("dueOn") : "")}"));
    }

    private static async Task<string> Hears(StoryPlant plant, string name)
    {
        var notices = (await (await plant.SignIn(name)).Query("{ notices(first: 100) { nodes { kind text } } }")).GetProperty("notices").GetProperty("nodes");
        return string.Join('\n', notices.EnumerateArray().Reverse().Where(n => n.Text("kind") == "PLAN_RECURS").Select(n => AlertStory.Plain(n.Text("text"))));
    }
}
