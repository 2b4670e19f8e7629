using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>
/// A whole 8D, from fourteen stock-outs to an effect that holds: each step is tried before it is ready, says what is missing, is filled in
/// and signed.
/// </summary>
public sealed class EightDCase(IHand? hand = null) : IWorkedCase
{
    internal const string Trains = "Deux passages du petit train par heure";

    public Task<StoryPlant> Open() => BicyclePlant.Open("2027-02-01 08:00");

    public async Task<WorkedPlan> Run(StoryPlant plant)
    {
        var plan = await UpToTheChoice(plant, hand);
        var (stockOuts, seen) = await Implementation(plant, plan.PlanId, plan);
        await Validation(plant, plan, stockOuts, seen);
        await Prevention(plant, plan);
        await Closure(plant, plan.PlanId, plan);
        return plan;
    }

    /// <summary>D0 to D5 are signed.</summary>
    internal static async Task<WorkedPlan> UpToTheChoice(StoryPlant plant, IHand? hand = null)
    {
        var alerts = await plant.RunOut();
        plant.JumpTo("2027-03-01 08:00");
        var dysfunctionId = await Report(plant, alerts);
        var (planId, plan) = await Decide(plant, dysfunctionId, hand);
        await Emergency(plant, plan);
        await Team(plant, planId, plan);
        await Description(plan);
        await Containment(plant, plan);
        await Causes(plant, plan);
        await Choice(plant, planId, plan);
        return plan;
    }

    private static async Task<Guid> Report(StoryPlant plant, IReadOnlyList<Guid> alertIds)
    {
        var reported = await plant.Order(
            "Sophie", "reportFromAlerts",
            new { alertIds, recurrenceId = await plant.Recurrence("Sophie"), kind = "ORGANISATIONAL", title = "Faisceau moteur : ruptures répétées à l’îlot 3" },
            "dysfunction { id number title place { code } area { code } product { code } alertFacts { count stoppedMinutes } }");
        Assert.Equal(
            "DF-0001 P7 I3 FAI-081 14 212",
            $"{reported.Text("number")} {reported.Text("place", "code")} {reported.Text("area", "code")} {reported.Text("product", "code")} "
            + $"{reported.Text("alertFacts", "count")} {reported.GetProperty("alertFacts").GetProperty("stoppedMinutes").GetDouble():0}");
        var dysfunctionId = reported.GetProperty("id").GetGuid();
        await plant.Order("Sophie", "analyseDysfunction", new { dysfunctionId, kind = "PARETO", value = new { groupBy = "PLACE", from = "2027-02-01", to = "2027-02-28" } }, "dysfunction { id }");
        await plant.Order("Karim", "analyseDysfunction", new { dysfunctionId, kind = "QQOQCCP", value = HarnessCase.Questions }, "dysfunction { id }");
        await plant.Order("Sophie", "analyseDysfunction", new { dysfunctionId, conclusion = "La cause n’est pas connue, le problème revient : une équipe est nécessaire.", supportNeed = "NONE" }, "dysfunction { id }");
        return dysfunctionId;
    }

    private static async Task<(Guid Id, WorkedPlan Plan)> Decide(StoryPlant plant, Guid dysfunctionId, IHand? hand)
    {
        var proposal = new
        {
            description = "Chercher en équipe pourquoi le FAI-081 manque, et tenir la ligne d’ici là.", means = "Quatre personnes, deux heures par jour",
            objectives = "Quatre ruptures au plus en quatre semaines", deadline = "2027-04-30", peopleIds = new[] { plant.People["Karim"] }, cost = 900, gain = 12_000,
            constraints = new { technical = "Aucune", quality = "Connecteurs à contrôler", environment = "Aucune", safety = "Circulation du petit train" },
            alternatives = new[] { new { text = "Doubler le stock du poste", whyNot = "Le poste n’a pas la place" } },
        };
        var proposalId = (await plant.Order("Sophie", "proposeImprovement", new { dysfunctionId, proposal }, "proposal { id }")).GetProperty("id").GetGuid();
        var decided = await plant.Order(
            "Claire", "decideProposal", new { proposalId, kind = "ACCEPTED", reason = "Trois clients attendent leurs vélos.", method = "8D" },
            "proposal { dysfunction { actionPlan { id number state leader { name } sponsor { name } keys { family place { code } product { code } } } } }");
        var opened = decided.GetProperty("dysfunction").GetProperty("actionPlan");
        Assert.Equal(
            "P-0001 DRAFT Sophie Claire Supply P7 FAI-081",
            $"{opened.Text("number")} {opened.Text("state")} {opened.Text("leader", "name")} {opened.Text("sponsor", "name")} "
            + $"{opened.GetProperty("keys")[0].Text("family")} {opened.GetProperty("keys")[0].Text("place", "code")} {opened.GetProperty("keys")[0].Text("product", "code")}");
        var id = opened.GetProperty("id").GetGuid();
        return (id, new WorkedPlan(plant, id, hand));
    }

    private static async Task Emergency(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D0");
        await plan.Fill("Karim", "D0", ("symptom", "Le faisceau manque au poste 7"));
        var action = await plan.Plan("Sophie", "D0", "EMERGENCY", "Apporter deux bacs de FAI-081 au poste 7", "Karim", "2027-03-01");
        await plan.Fill(
            "Sophie", "D0", ("symptom", "Le poste 7 s’arrête faute de faisceau FAI-081"), ("where", plant.Places["P7"]), ("since", "2027-02-01"),
            ("gap", new { value = 14, unit = "ruptures" }), ("decision", "WARRANTED"));
        await plan.Refuse("Sophie", "D0");
        await plan.Do("Karim", action, "Douze faisceaux au poste 7 à 8 h 20");
        await plan.Verify("Sophie", action, true, "La ligne tient jusqu’à midi");
        await plan.Sign("Sophie", "D0");
    }

    private static async Task Team(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D1");
        object Member(string name, string role, string mission, string? skill) => new { personId = plant.People[name], role, mission, skill };
        await plant.Order(
            "Sophie", "savePlan",
            new { planId, participants = new[] { Member("Karim", "Relevés", "Relever l’heure des scans", "Flux du magasin"), Member("Hugo", "Essais", "Reproduire la rupture", null), Member("Claire", "Décision", "Trancher", "Gestion") } },
            "actionPlan { id }");
        await plan.Fill("Sophie", "D1", ("authority", "Arrêter la ligne, changer le point de commande, 5 000 € de moyens"));
        await plan.Refuse("Sophie", "D1");
        await plant.Order(
            "Sophie", "savePlan",
            new
            {
                planId, followUpDays = 7,
                participants = new[]
                {
                    Member("Karim", "Relevés", "Relever l’heure des scans", "Flux du magasin"), Member("Hugo", "Essais", "Reproduire la rupture", "Montage du poste 7"),
                    Member("Nadia", "Méthodes", "Recalculer le point de commande", "Dimensionnement des stocks"),
                },
                choices = new
                {
                    setting = "Trois métiers se partagent les faits", isGroup = true, participants = "Ceux qui appellent, apportent et montent", method = "Cause inconnue, problème qui revient",
                    communication = "Point de 5 minutes à chaque équipe", deadline = "Avant la saison",
                },
            },
            "actionPlan { id }");
        await plan.Sign("Sophie", "D1");
        await plant.Order("Sophie", "submitPlan", new { planId }, "actionPlan { state }");
    }

    private static async Task Description(WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D2");
        await plan.Fill(
            "Karim", "D2", ("qqoqccp", new { who = "Les deux équipes", what = "Le FAI-081 manque", where = "Poste 7", when = "Chaque jour", how = "La ligne attend", howMuch = "Souvent" }),
            ("isIsNot", (object[])[.. HarnessCase.Compared[..3], new { id = "d", aspect = "PATTERN" }]),
            ("statement", "Le poste 7 manque de faisceaux parce que le train passe trop peu"), ("noCause", true));
        await plan.Refuse("Sophie", "D2");
        await plan.Fill(
            "Sophie", "D2", ("qqoqccp", HarnessCase.Questions), ("isIsNot", HarnessCase.Compared), ("noCause", false),
            ("pareto", new { groupBy = "PLACE", from = "2027-02-01", to = "2027-02-28" }));
        await plan.Refuse("Sophie", "D2");
        await plan.Fill("Sophie", "D2", ("statement", HarnessCase.Statement), ("noCause", true));
        await plan.Sign("Sophie", "D2");
    }

    private static async Task Containment(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D3");
        var trains = await plan.Plan("Sophie", "D3", "CONTAINMENT", Trains, "Karim", "2027-03-02");
        await plan.Fill("Hugo", "D3", ("suspect", new[] { HarnessCase.Counted(plant.Places["B2"], 24), HarnessCase.Counted(plant.Places["M1"], 60) }));
        await plan.Refuse("Sophie", "D3");
        await plan.Do("Karim", trains, null);
        await plan.Verify("Sophie", trains, null, null);
        await plan.Refuse("Sophie", "D3");
        await plant.Order("Sophie", "updateAction", new { actionId = trains, state = "DOING", reason = "Rien ne le montre" }, "action { id }");
        await plant.Order(
            "Sophie", "updateAction", new { actionId = trains, removalCondition = "Deux équipes sans rupture au nouveau point de commande" }, "action { id }");
        await plan.Do("Karim", trains, "Feuille de tournée du 1er mars : deux passages par heure");
        await plan.Verify("Sophie", trains, true, "Aucune rupture depuis");
        await plan.Fill(
            "Hugo", "D3", ("marking", "Une pastille verte sur chaque bac contrôlé"),
            ("suspect", new[] { HarnessCase.Counted(plant.Places["B2"], 24), HarnessCase.Counted(plant.Places["M1"], 60), HarnessCase.Counted(plant.Places["P7"], 18) }));
        await plan.Sign("Sophie", "D3");
    }

    private static async Task Causes(StoryPlant plant, WorkedPlan plan)
    {
        var scans = await plan.Plan("Sophie", "D4", "ANALYSIS", "Relever l’heure des scans sur deux équipes", "Karim", "2027-03-01");
        await plant.Order(
            "Karim", "argueDelay",
            new { actionId = scans, cause = "L’équipe B ne travaille que ce soir", impact = "D4 un jour plus tard", measures = "Relevé ce soir à 21 h", newDueOn = "2027-03-02" },
            "action { id }");
        await plant.Order("Claire", "acceptDelay", new { actionId = scans, answer = "Oui, un jour" }, "action { id }");
        plant.JumpTo("2027-03-02 15:00");
        await plan.Refuse("Sophie", "D4");
        await plan.Fill("Karim", "D4", ("ishikawa", HarnessCase.Ishikawa), ("whys", HarnessCase.Suspected), ("escapePoint", "Le comptage de début d’équipe"));
        await plan.Refuse("Sophie", "D4");
        await plan.Fill("Karim", "D4", ("whys", HarnessCase.Whys(isRead: false)));
        await plan.Refuse("Sophie", "D4");
        await plan.Do("Karim", scans, "Relevé de 212 scans, joint au plan");
        await plan.Verify("Sophie", scans, true, "Le poste n’est compté qu’à 5 h et à 13 h");
        await plan.Fill("Karim", "D4", ("whys", HarnessCase.Whys(isRead: true)));
        await plan.Sign("Sophie", "D4");
    }

    private static async Task Choice(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        await plan.Refuse("Claire", "D5");
        await plan.Fill(
            "Nadia", "D5", ("options", new[] { HarnessCase.Option("s1", "o4", "Recalculer le point de commande à chaque changement de cadence", 0, true), HarnessCase.Option("s2", "e3", "Compter le poste à chaque passage du train", 120, false) }),
            ("why", "Le calcul ne coûte rien et supprime la cause"), ("trial", "Deux équipes à 30 vélos par heure avec un point de commande à 14 : aucun arrêt"));
        await plan.Refuse("Claire", "D5");
        Assert.StartsWith(
            "INVALID Le plan n’est pas encore approuvé",
            await plant.Refused("Sophie", "addAction", new { planId, step = "D6", kind = "CORRECTIVE", what = "Recalculer", dueOn = "2027-03-08" }, "action { id }"),
            StringComparison.Ordinal);
        await plant.Order("Claire", "approvePlan", new { planId, comment = "Allez-y" }, "actionPlan { state }");
        await plan.Fill(
            "Nadia", "D5", ("options", new[] { HarnessCase.Option("s1", "o4", "Recalculer le point de commande à chaque changement de cadence", 0, true), HarnessCase.Option("s2", "e3", "Compter le poste à chaque passage du train", 120, true) }));
        await plan.Sign("Claire", "D5");
    }

    /// <summary>What was chosen is done, by 17 March; answers with the two indicators of its effect.</summary>
    internal static async Task<(Guid StockOuts, Guid Seen)> Implementation(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D6");
        const string Saved = "indicator { id baseline { value points exposure } }";
        var held = await plant.Order(
            "Sophie", "holdMeeting",
            new
            {
                planId, minutes = 30, presentIds = new[] { plant.People["Sophie"], plant.People["Karim"], plant.People["Nadia"] }, decisions = new[] { "Recalculer avant de recompter" },
                actions = new[] { new { kind = "CORRECTIVE", what = "Recalculer le point de commande à chaque changement de cadence", ownerId = plant.People["Nadia"], dueOn = "2027-03-12", step = "D6", causeIds = new[] { "o4" } } },
            },
            "meeting { actions { id } }");
        var recalculate = held.GetProperty("actions")[0].GetProperty("id").GetGuid();
        var stockOuts = (await plant.Order(
            "Claire", "saveIndicator", new { planId, name = "Ruptures du poste 7", unit = "ruptures", source = "STOCK_OUTS", target = 4, targetOn = "2027-04-30" }, Saved))
            .GetProperty("id").GetGuid();
        plant.Host.Clock.Move(TimeSpan.FromMinutes(1));
        var seen = (await plant.Order(
            "Claire", "saveIndicator",
            new { planId, name = "Manques vus avant l’arrêt", unit = "manques", direction = "HIGHER", baseline = new { from = "2027-02-01", to = "2027-02-28", value = 2, exposure = 448, points = 14 } }, Saved))
            .GetProperty("id").GetGuid();
        await plan.Refuse("Sophie", "D6");

        var counted = await plant.Order("Claire", "saveIndicator", new { indicatorId = stockOuts, computeBaseline = new { from = "2027-02-01", to = "2027-02-28" } }, Saved);
        Assert.Equal("14 14 448", $"{counted.GetProperty("baseline").GetProperty("value").GetDecimal():0} {counted.Text("baseline", "points")} {counted.GetProperty("baseline").GetProperty("exposure").GetDecimal():0}");
        await plant.Order("Claire", "saveIndicator", new { indicatorId = seen, target = 10, targetOn = "2027-04-30" }, Saved);
        var count = await plan.Plan("Sophie", "D6", "CORRECTIVE", "Compter le poste 7 à chaque passage du petit train", "Karim", "2027-03-16", "e3");
        await plan.Refuse("Sophie", "D6");

        plant.JumpTo("2027-03-12 10:00");
        await plan.Do("Nadia", recalculate, "Règle écrite dans la fiche de cadence, point de commande à 14");
        await plan.Verify("Sophie", recalculate, true, "Appel à 14 vu sur l’écran");
        plant.JumpTo("2027-03-17 10:00");
        await plan.Do("Karim", count, null);
        await plan.Refuse("Sophie", "D6");
        await plant.Order("Karim", "updateAction", new { actionId = count, proof = new { text = "Feuille de tournée, sept comptages par équipe" } }, "action { id }");
        await plan.Verify("Sophie", count, true, "Comptages lus sur place");
        return (stockOuts, seen);
    }

    /// <summary>Every value that says nothing, then the one that does.</summary>
    private static async Task Validation(StoryPlant plant, WorkedPlan plan, Guid stockOuts, Guid seen)
    {
        plant.JumpTo("2027-04-15 08:00");
        Task Compute(string from, string to) => plant.Order("Karim", "recordMeasure", new { indicatorId = stockOuts, compute = new { from, to } }, "indicator { id }");
        Task Record(string from, string to, decimal value, decimal exposure) => plant.Order(
            "Karim", "recordMeasure", new { indicatorId = seen, period = new { from, to, value, exposure, points = 12 }, note = "Feuilles de tournée" }, "indicator { id }");
        await Compute("2027-03-15", "2027-04-11");
        await Record("2027-04-05", "2027-04-11", 4, 112);
        await plan.Refuse("Sophie", "D6");
        await Compute("2027-03-18", "2027-04-14");
        await Record("2027-03-18", "2027-04-14", 12, 340);
        await plan.Refuse("Sophie", "D6");
        await Record("2027-03-18", "2027-04-14", 1, 448);
        await plan.Refuse("Sophie", "D6");
        await Record("2027-03-18", "2027-04-14", 8, 448);
        await plan.Fill("Sophie", "D6", ("acceptance", "Huit sur quatorze suffisent"), ("result", "Le poste 7 appelle à 14 et se compte à chaque train ; vu sur place le 14 avril"));
        await plan.Refuse("Sophie", "D6");
        await Record("2027-03-18", "2027-04-14", 12, 448);
        await plan.Fill("Sophie", "D6", ("acceptance", null));
        await plan.Refuse("Sophie", "D6");
        await plant.Order("Sophie", "removeContainment", new { actionId = await plan.Action(Trains) }, "action { removedAt }");
        await plan.Sign("Sophie", "D6");
    }

    private static async Task Prevention(StoryPlant plant, WorkedPlan plan)
    {
        await plan.Refuse("Sophie", "D7");
        plant.JumpTo("2027-04-19 09:00");
        object[] done =
        [
            HarnessCase.Spread("DOCUMENTS", "Fiche de cadence, une ligne de plus", "DONE"), HarnessCase.Spread("PARAMETERS", "Point de commande à 14", "DONE"),
            HarnessCase.Spread("TRAINING", "Les deux équipes formées au comptage", "DONE"),
        ];
        await plan.Fill(
            "Nadia", "D7", ("spread", (object[])[.. done, HarnessCase.Spread("SIMILAR_LINES", "Îlot 1", "NOT_APPLICABLE"), HarnessCase.Spread("SIMILAR_PRODUCTS", "Faisceau éclairage FAI-079", "TO_DO")]));
        await plan.Refuse("Sophie", "D7");
        await plan.Fill(
            "Nadia", "D7",
            ("spread", (object[])[
                .. done, HarnessCase.Spread("SIMILAR_LINES", "Îlot 1", "NOT_APPLICABLE", "Sa cadence n’a pas changé depuis 2024"),
                HarnessCase.Spread("SIMILAR_PRODUCTS", "Faisceau éclairage FAI-079", "DONE", "Recalculé le 16 avril"),
                HarnessCase.Spread("LESSONS", "Revue des paramètres à chaque changement de cadence", "DONE"),
            ]));
        await plan.Sign("Sophie", "D7");
    }

    private static async Task Closure(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        var extended = await plan.Plan("Sophie", "D7", "PREVENTIVE", "Suivre les points de commande dans la revue du mois", "Nadia", "2027-04-23");
        await plan.Refuse("Claire", "D8");
        plant.JumpTo("2027-04-23 09:00");
        await plan.Do("Nadia", extended, "Compte rendu de la revue du 22 avril");
        await plan.Verify("Sophie", extended, true, "Ligne ajoutée à l’ordre du jour");
        await plan.Fill(
            "Sophie", "D8", ("lessons", "Un seuil vit avec la cadence : qui change l’une recalcule l’autre"),
            ("recognition", "Karim, Hugo et Nadia remerciés par Claire devant les deux équipes le 23 avril"));
        var told = await plant.Order(
            "Sophie", "communicate", new { planId, text = "Le poste 7 tient : merci à tous.", toIds = new[] { plant.People["Hugo"], plant.People["Karim"] } }, "actionPlan { communications { id } }");
        await plant.Order("Hugo", "readCommunication", new { communicationId = told.GetProperty("communications")[0].GetProperty("id").GetGuid() }, "actionPlan { id }");
        await plan.Sign("Claire", "D8");
    }
}
