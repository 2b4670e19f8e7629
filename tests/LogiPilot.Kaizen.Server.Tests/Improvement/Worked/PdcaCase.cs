using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>
/// A PDCA in two cycles: wheels arrive too late at station 8, two hours of standstill in a fortnight. The first cycle halves them, the second
/// reaches the target.
/// </summary>
public sealed class PdcaCase : IWorkedCase
{
    private const string Measured = "indicator { id baseline { value exposure } measures { period { value exposure } } effect { verdict } }";

    /// <summary>120 minutes in the fortnight before, 60 after the first cycle, 20 after the second.</summary>
    private static readonly (string At, int Minutes)[] Before =
        [("2027-02-02 09:10", 25), ("2027-02-03 15:30", 20), ("2027-02-05 11:00", 15), ("2027-02-08 09:20", 25), ("2027-02-10 14:40", 20), ("2027-02-12 10:15", 15)];

    private static readonly (string At, int Minutes)[] AfterTheFirst = [("2027-02-25 10:05", 20), ("2027-03-03 15:20", 25), ("2027-03-05 09:40", 15)];

    private static readonly (string At, int Minutes)[] AfterTheSecond = [("2027-03-30 10:30", 20)];

    public Task<StoryPlant> Open() => BicyclePlant.Open("2027-02-01 08:00");

    public async Task<WorkedPlan> Run(StoryPlant plant)
    {
        var alertIds = await Wait(plant, Before);
        plant.JumpTo("2027-02-15 08:00");
        var opened = await plant.Order(
            "Sophie", "openActionPlan",
            new
            {
                method = "PDCA", title = "Roues livrées en retard au poste 8", alertIds, sponsorId = plant.People["Claire"], perimeter = "Du magasin central au poste 8, les deux équipes",
                participants = new[] { Member("Karim", "Tournée", "Chronométrer le petit train"), Member("Hugo", "Poste 8", "Noter chaque attente"), Member("Nadia", "Méthodes", "Revoir les plans de tournée") },
            },
            "actionPlan { id number keys { family place { code } product { code } } area { code } }");
        Assert.Equal(
            "P-0001 Supply L3 ROU-028 I3",
            $"{opened.Text("number")} {opened.GetProperty("keys")[0].Text("family")} {opened.GetProperty("keys")[0].Text("place", "code")} "
            + $"{opened.GetProperty("keys")[0].Text("product", "code")} {opened.Text("area", "code")}");
        var plan = new WorkedPlan(plant, opened.GetProperty("id").GetGuid());
        var minutes = await Prepare(plant, plan);
        await Do(plant, plan);
        await Check(plant, plan, minutes);
        await Adjust(plant, plan, minutes);
        await PrepareAgain(plant, plan);
        await DoAgain(plant, plan);
        await CheckAgain(plant, plan, minutes);
        await Standardise(plant, plan);
        return plan;

        object Member(string name, string role, string mission) => new { personId = plant.People[name], role, mission };
    }

    /// <summary>Plan: from nothing to a gap in figures, a proved cause, a target and an action.</summary>
    private static async Task<Guid> Prepare(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Claire", "PLAN");
        var minutes = (await plant.Order(
            "Sophie", "saveIndicator",
            new { planId = plan.PlanId, name = "Minutes d’attente de roues", source = "LINE_STOP_MINUTES", computeBaseline = new { from = "2027-02-01", to = "2027-02-14" } }, Measured));
        Assert.Equal("120 224", $"{minutes.GetProperty("baseline").GetProperty("value").GetDecimal():0} {minutes.GetProperty("baseline").GetProperty("exposure").GetDecimal():0}");
        var indicatorId = minutes.GetProperty("id").GetGuid();
        await plan.Fill(
            "Sophie", "PLAN", ("problem", WheelsCase.Problem), ("gap", new { value = 90, unit = "min par quinzaine" }), ("qqoqccp", WheelsCase.Questions),
            ("pareto", new { groupBy = "PLACE", from = "2027-02-01", to = "2027-02-14" }), ("ishikawa", WheelsCase.Ishikawa), ("whys", WheelsCase.Suspected));
        await plan.Refuse("Claire", "PLAN");
        await plan.Fill("Karim", "PLAN", ("whys", WheelsCase.Timed(isRefutedWithProof: false)));
        await plant.Order("Sophie", "saveIndicator", new { indicatorId, target = 150, targetOn = "2027-05-31" }, Measured);
        await plan.Refuse("Claire", "PLAN");
        await plant.Order("Sophie", "saveIndicator", new { indicatorId, target = 30, targetOn = "2027-05-31" }, Measured);
        await plan.Fill("Karim", "PLAN", ("whys", WheelsCase.Timed(isRefutedWithProof: true)));

        await plant.Order(
            "Sophie", "savePlan",
            new
            {
                planId = plan.PlanId, followUpDays = 7, deadline = "2027-05-31",
                choices = new
                {
                    setting = "Le magasin et le poste se renvoient la faute : il faut les deux", isGroup = true, participants = "Qui conduit le train, qui attend, qui écrit les tournées",
                    method = "L’écart est connu, on le réduit pas à pas", communication = "Affichage des minutes au poste 8 chaque lundi", deadline = "Avant la haute saison de juin",
                },
            },
            "actionPlan { id }");
        await plant.Order("Sophie", "submitPlan", new { planId = plan.PlanId }, "actionPlan { state }");
        await plant.Order("Claire", "approvePlan", new { planId = plan.PlanId, comment = "Oui, deux semaines par cycle" }, "actionPlan { state }");
        await plan.Plan("Sophie", "PLAN", "CORRECTIVE", "Faire passer le petit train au poste 8 avant le poste 7", "Karim", "2027-02-22", "c2");
        await plan.Sign("Claire", "PLAN");
        return indicatorId;
    }

    private static async Task Do(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "DO");
        plant.JumpTo("2027-02-22 10:00");
        var turned = await plan.Action("Faire passer le petit train au poste 8 avant le poste 7");
        await plan.Do("Karim", turned, "Plan de tournée n° 4, affiché dans le train le 22 février");
        await plan.Verify("Sophie", turned, true, "Passage vu à 10 h et à 11 h");
        await plan.Fill("Sophie", "DO", ("deviations", "L’équipe du soir n’a reçu le plan de tournée que le lendemain"));
        await plan.Sign("Sophie", "DO");
    }

    /// <summary>Check: half of what was, which is better and not enough; the verdict says so too.</summary>
    private static async Task Check(StoryPlant plant, WorkedPlan plan, Guid indicatorId)
    {
        await plan.Refuse("Sophie", "CHECK");
        await Wait(plant, AfterTheFirst);
        plant.JumpTo("2027-03-09 08:00");
        await Compute(plant, indicatorId, "2027-02-20", "2027-03-05");
        await plan.Refuse("Sophie", "CHECK");
        var measured = await Compute(plant, indicatorId, "2027-02-23", "2027-03-08");
        Assert.Equal("60 FALLS_SHORT", $"{measured.GetProperty("measures")[1].GetProperty("period").GetProperty("value").GetDecimal():0} {measured.Text("effect", "verdict")}");
        await plan.Fill("Sophie", "CHECK", ("sideEffects", "Le poste 7 attend deux minutes de plus, sans arrêt"), ("verdict", "EFFECTIVE"));
        await plan.Refuse("Sophie", "CHECK");
        await plan.Fill("Sophie", "CHECK", ("verdict", "FALLS_SHORT"));
        await plan.Sign("Sophie", "CHECK");
    }

    /// <summary>Act: nothing to make a standard of yet; what is open moves on into the next cycle, with its dates and its slip.</summary>
    private static async Task Adjust(StoryPlant plant, WorkedPlan plan, Guid indicatorId)
    {
        await plan.Refuse("Claire", "ACT");
        plant.JumpTo("2027-03-09 15:00");
        var marked = await plan.Plan("Sophie", "ACT", "IMPROVEMENT", "Marquer au sol l’arrêt du petit train au poste 8", "Nadia", "2027-03-12");
        await plant.Order(
            "Nadia", "argueDelay",
            new { actionId = marked, cause = "Peinture livrée le 17 mars", impact = "Aucun sur les minutes", measures = "Ruban adhésif en attendant", newDueOn = "2027-03-19" }, "action { id }");
        await plant.Order("Claire", "acceptDelay", new { actionId = marked, answer = "D’accord" }, "action { id }");
        await plan.Fill("Sophie", "ACT", ("decision", "STANDARDISE"), ("lessons", "L’ordre de passage compte autant que le nombre de passages"));
        await plan.Refuse("Claire", "ACT");
        await plan.Fill("Sophie", "ACT", ("decision", "NEXT_CYCLE"));
        await plan.Refuse("Claire", "ACT");
        plant.JumpTo("2027-03-10 09:00");
        var opened = await plant.Order(
            "Sophie", "openNextCycle",
            new { planId = plan.PlanId, deadline = "2027-06-15", targets = new[] { new { indicatorId, target = 30, targetOn = "2027-05-31" } } },
            "actionPlan { cycle state deadline steps { state } }");
        Assert.Equal(
            "2 SUBMITTED 2027-06-15 OPEN LOCKED LOCKED LOCKED",
            $"{opened.Text("cycle")} {opened.Text("state")} {opened.Text("deadline")} {string.Join(' ', opened.GetProperty("steps").EnumerateArray().Select(s => s.Text("state")))}");
    }

    /// <summary>Target and deadline are approved again, and the second cycle does something new.</summary>
    private static async Task PrepareAgain(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Fill("Karim", "PLAN", ("whys", WheelsCase.TimedAgain));
        await plan.Refuse("Claire", "PLAN");
        Assert.StartsWith(
            "INVALID Le plan n’est pas encore approuvé",
            await plant.Refused("Sophie", "addAction", new { planId = plan.PlanId, step = "PLAN", kind = "CORRECTIVE", what = "Appeler le train", dueOn = "2027-03-22" }, "action { id }"),
            StringComparison.Ordinal);
        await plant.Order("Claire", "approvePlan", new { planId = plan.PlanId, comment = "La cible reste 30 minutes" }, "actionPlan { state }");
        await plan.Plan("Sophie", "PLAN", "CORRECTIVE", "Appeler le train quand il reste deux roues, par la carte du bac", "Karim", "2027-03-22", "c4");
        await plan.Fill(
            "Sophie", "PLAN", ("problem", "Le poste 8 attend encore trois fois par quinzaine, 60 minutes en tout"), ("gap", new { value = 30, unit = "min par quinzaine" }));
        await plan.Sign("Claire", "PLAN");
    }

    private static async Task DoAgain(StoryPlant plant, WorkedPlan plan)
    {
        plant.JumpTo("2027-03-19 11:00");
        var marked = await plan.Action("Marquer au sol l’arrêt du petit train au poste 8");
        await plan.Do("Nadia", marked, "Photo du marquage du 19 mars");
        await plan.Verify("Sophie", marked, true, "Le train s’arrête sur la marque");
        await plan.Refuse("Sophie", "DO");
        plant.JumpTo("2027-03-22 10:00");
        var called = await plan.Action("Appeler le train quand il reste deux roues, par la carte du bac");
        await plan.Do("Karim", called, "Cartes posées sur les douze bacs");
        await plan.Verify("Sophie", called, true, "Trois appels vus dans la matinée");
        await plan.Fill("Sophie", "DO", ("deviations", "Aucun écart au plan"));
        await plan.Sign("Sophie", "DO");
    }

    private static async Task CheckAgain(StoryPlant plant, WorkedPlan plan, Guid indicatorId)
    {
        await Wait(plant, AfterTheSecond);
        plant.JumpTo("2027-04-06 08:00");
        var measured = await Compute(plant, indicatorId, "2027-03-23", "2027-04-05");
        Assert.Equal("20 EFFECTIVE", $"{measured.GetProperty("measures").EnumerateArray().Last().GetProperty("period").GetProperty("value").GetDecimal():0} {measured.Text("effect", "verdict")}");
        await plan.Fill("Sophie", "CHECK", ("sideEffects", "Aucun effet sur le poste 7 ni sur la sécurité des allées"), ("verdict", "EFFECTIVE"));
        await plan.Sign("Sophie", "CHECK");
    }

    /// <summary>What works is the standard, once those concerned have read it.</summary>
    private static async Task Standardise(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Fill("Sophie", "ACT", ("decision", "STANDARDISE"), ("lessons", "Le poste appelle, le train ne devine plus"));
        await plan.Refuse("Claire", "ACT");
        await plan.Fill("Sophie", "ACT", ("standard", "Plan de tournée n° 5 et carte d’appel, indice B"));
        await plan.Refuse("Claire", "ACT");
        var told = await plant.Order(
            "Sophie", "communicate", new { planId = plan.PlanId, text = "Plan de tournée n° 5 : le poste 8 appelle à deux roues.", toIds = new[] { plant.People["Hugo"], plant.People["Karim"] } },
            "actionPlan { communications { id } }");
        var communicationId = told.GetProperty("communications")[0].GetProperty("id").GetGuid();
        await plant.Order("Karim", "readCommunication", new { communicationId }, "actionPlan { id }");
        await plan.Refuse("Claire", "ACT");
        await plant.Order("Hugo", "readCommunication", new { communicationId }, "actionPlan { id }");
        await plan.Sign("Claire", "ACT");
    }

    private static async Task<IReadOnlyList<Guid>> Wait(StoryPlant plant, IEnumerable<(string At, int Minutes)> stops)
    {
        var alertIds = new List<Guid>();
        foreach (var (at, minutes) in stops)
        {
            alertIds.Add(await plant.StandStill(at, "P8", "ROU-028", minutes));
        }

        return alertIds;
    }

    private static Task<JsonElement> Compute(StoryPlant plant, Guid indicatorId, string from, string to) =>
        plant.Order("Karim", "recordMeasure", new { indicatorId, compute = new { from, to } }, Measured);
}
