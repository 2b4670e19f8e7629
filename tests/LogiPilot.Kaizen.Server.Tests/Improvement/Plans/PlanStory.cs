using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

public sealed class PlanStory
{
    private static readonly Somebody[] Crew =
    [
        new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Mona", Role.Manager), new("Paul", Role.Pilot), new("Odile", Role.Operator),
        new("Ana", Role.Support, Service: SupportService.Quality), new("Igor", Role.Support, Service: SupportService.It),
    ];

    [Fact]
    public async Task A_step_is_signed_once_its_gate_says_nothing_more_and_the_next_is_open()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");

        var refused = await (await plant.SignIn("Lena")).Refused("signStep", new { planId = plan, step = "D0" }, "actionPlan { id }");
        Assert.Contains("INVALID D0.symptom", Lines(refused));
        Assert.Contains("INVALID D0.noEmergency", Lines(refused));
        Assert.All(refused.EnumerateArray(), e => Assert.DoesNotContain("methods.", e.GetProperty("message").GetString(), StringComparison.Ordinal));

        await plant.Save("Lena", plan, "D0", ("symptom", "Rupture de vis M6 au poste 1.1"), ("where", plant.Places["P11"]), ("since", "2027-02-22"),
            ("gap", new { value = 14, unit = "ruptures" }), ("decision", "WARRANTED"), ("noEmergency", "Le stock a été refait dans l’heure."));
        Assert.Equal("CONFLICT Signez d’abord l’étape D0 : l’étape D1 se prépare, mais ne se signe pas avant.", await plant.Refused("Lena", "signStep", new { planId = plan, step = "D1" }, "actionPlan { id }"));
        Assert.Equal("FORBIDDEN Cette étape se signe par le pilote du plan : Lena.", await plant.Refused("Samir", "signStep", new { planId = plan, step = "D0" }, "actionPlan { id }"));
        var signed = await plant.Order("Lena", "signStep", new { planId = plan, step = "D0" }, "actionPlan { currentStep { code state canSign } steps { code state signedBy { name } } missing { says field } }");

        Assert.Equal("D1 OPEN False", $"{Text(signed, "currentStep", "code")} {Text(signed, "currentStep", "state")} {signed.GetProperty("currentStep").GetProperty("canSign").GetBoolean()}");
        Assert.Equal("Lena", Text(signed.GetProperty("steps")[0], "signedBy", "name"));
        Assert.Contains(signed.GetProperty("missing").EnumerateArray(), m => m.GetProperty("field").GetString() == "D1.authority");
        Assert.StartsWith(
            "CONFLICT L’étape D0 a été signée par Lena,",
            await plant.Refused("Paul", "saveStep", new { planId = plan, step = "D0", fields = new[] { new { code = "symptom", value = "x" } } }, "actionPlan { id }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_in_two_fields_are_both_kept_and_in_one_field_the_second_is_told_what_stands_there()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        await Task.WhenAll(
            plant.Save("Lena", plan, "D0", ("symptom", "Vis absentes")),
            plant.Save("Paul", plan, "D0", ("gap", new { value = 14, unit = "ruptures" })));
        await plant.Save("Paul", plan, "D0", ("symptom", "Vis absentes au poste 1.1"));

        var told = (await (await plant.SignIn("Lena")).Ask(
            """
            mutation($input: SaveStepInput!) { saveStep(input: $input) { actionPlan { id } errors { __typename
              ... on FieldChangedError { message code field version value at author { name } } } } }
            """,
            new { input = new { planId = plan, step = "D0", fields = new[] { new { code = "symptom", value = "Autre", expectedVersion = 1 } } } }))
            .GetProperty("data").GetProperty("saveStep").GetProperty("errors")[0];
        Assert.Equal("CONFLICT symptom 2 Vis absentes au poste 1.1 Paul", string.Join(' ', ((string[])["code", "field", "version", "value"]).Select(n => told.GetProperty(n).ToString())) + " " + Text(told, "author", "name"));
        Assert.Equal("Paul a changé « Symptôme » le 01/03 08:00 : voyez ce qu’il contient maintenant, puis décidez.", AlertStory.Plain(told.GetProperty("message").GetString()));

        var fields = (await (await plant.SignIn("Samir")).Query(
            "query($id: UUID!) { actionPlan(id: $id) { steps { code fields { code value version author { name } versions { version value author { name } at } } } } }", new { id = plan }))
            .GetProperty("actionPlan").GetProperty("steps")[0].GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("code").GetString()!, StringComparer.Ordinal);
        Assert.Equal("14", fields["gap"].GetProperty("value").GetProperty("value").ToString());
        Assert.Equal(["2 Vis absentes au poste 1.1 Paul", "1 Vis absentes Lena"], fields["symptom"].GetProperty("versions").EnumerateArray().Select(v => $"{v.GetProperty("version")} {v.GetProperty("value")} {Text(v, "author", "name")}"));
        Assert.Equal("FORBIDDEN Seuls le pilote et les participants du plan, un chef d’équipe ou un responsable y écrivent.", await plant.Refused("Odile", "saveStep", new { planId = plan, step = "D0", fields = new[] { new { code = "symptom", value = "x" } } }, "actionPlan { id }"));
        Assert.StartsWith("INVALID ", await plant.Refused("Lena", "saveStep", new { planId = plan, step = "D0", fields = new[] { new { code = "gap", value = "beaucoup" } } }, "actionPlan { id }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_runs_once_its_charter_is_whole_and_its_sponsor_who_is_asked_again_after_two_days_said_yes()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        var lacks = await (await plant.SignIn("Lena")).Refused("submitPlan", new { planId = plan }, "actionPlan { id }");
        Assert.Contains("INVALID sponsorId", Lines(lacks));
        Assert.Contains("INVALID followUpDays", Lines(lacks));

        await plant.Agree("Lena", plan, "Samir");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, "actionPlan { state }");
        await plant.Until("2027-03-03 08:01");
        var asked = await plant.Plan("Lena", plan, "state answerDueAt history { nodes { kind text } }");
        Assert.Equal("ANSWER_MISSED Samir n’a pas répondu à temps.", First(asked));

        Assert.Equal("FORBIDDEN Au-dessus de 5 000 €, un responsable décide.", (await plant.Over(plan)).Replace('\u202f', ' '));
        await plant.Order("Mona", "refusePlan", new { planId = plan, reason = "Trop cher" }, "actionPlan { state }");
        await plant.Order("Lena", "savePlan", new { planId = plan, cost = 900 }, "actionPlan { cost { amount currency } }");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, "actionPlan { state }");
        Assert.Equal("FORBIDDEN Votre rôle ne permet pas de décider de ce plan.", await plant.Refused("Paul", "approvePlan", new { planId = plan }, "actionPlan { id }"));
        var running = await plant.Order("Samir", "approvePlan", new { planId = plan, comment = "Allez-y" }, "actionPlan { state approvedBy { name } }");
        Assert.Equal("RUNNING Samir", $"{running.GetProperty("state").GetString()} {Text(running, "approvedBy", "name")}");
    }

    [Fact]
    public async Task A_meeting_gives_birth_to_its_actions_or_leaves_nothing_and_what_is_told_is_read()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        object Meeting(string what) => new
        {
            planId = plan, minutes = 15, presentIds = new[] { plant.People["Lena"], plant.People["Paul"] }, decisions = new[] { "Compter chaque matin" },
            actions = new[]
            {
                new { kind = "ANALYSIS", what = "Compter les bacs", ownerId = plant.People["Paul"], dueOn = "2027-03-04", step = "D2" },
                new { kind = "CONTAINMENT", what, ownerId = plant.People["Lena"], dueOn = "2027-03-02", step = "D3" },
            },
        };
        Assert.StartsWith("INVALID ", await plant.Refused("Lena", "holdMeeting", Meeting(" "), "actionPlan { id }"), StringComparison.Ordinal);
        Assert.Equal(0, (await plant.Plan("Lena", plan, "actions { id } meetings { id }")).GetProperty("actions").GetArrayLength());

        var held = await plant.Order("Lena", "holdMeeting", Meeting("Isoler le lot"), "meeting { present { name } decisions actions { number what step } } actionPlan { id }");
        Assert.Equal(["Compter les bacs", "Isoler le lot"], held.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("what").GetString()));

        var told = await plant.Order("Lena", "communicate", new { planId = plan, text = "Bac double au poste 1.1", toIds = new[] { plant.People["Paul"], plant.People["Odile"] } }, "actionPlan { communications { id isReadByAll } }");
        var id = told.GetProperty("communications")[0].GetProperty("id").GetGuid();
        Assert.Equal("FORBIDDEN Cette communication ne vous est pas adressée.", await plant.Refused("Samir", "readCommunication", new { communicationId = id }, "actionPlan { id }"));
        await plant.Order("Paul", "readCommunication", new { communicationId = id }, "actionPlan { id }");
        var read = await plant.Order("Odile", "readCommunication", new { communicationId = id }, "actionPlan { communications { isReadByAll readings { person { name } } } }");
        Assert.True(read.GetProperty("communications")[0].GetProperty("isReadByAll").GetBoolean());

        var referred = await plant.Order("Lena", "referToService", new { planId = plan, service = "QUALITY", question = "Le lot est-il bon ?" }, "actionPlan { referrals { id } }");
        var referral = referred.GetProperty("referrals")[0].GetProperty("id").GetGuid();
        foreach (var (name, may) in new[] { ("Ana", true), ("Igor", false), ("Paul", false), ("Lena", true) })
        {
            Assert.Equal(may, (await plant.Plan(name, plan, "referrals { canAnswer }")).GetProperty("referrals")[0].GetProperty("canAnswer").GetBoolean());
        }

        Assert.StartsWith("FORBIDDEN ", await plant.Refused("Igor", "answerReferral", new { referralId = referral, answer = "Oui" }, "referral { id }"), StringComparison.Ordinal);
        var answered = await plant.Order("Ana", "answerReferral", new { referralId = referral, answer = "Lot bloqué." }, "referral { answer answeredBy { name } }");
        Assert.Equal("Ana", Text(answered, "answeredBy", "name"));
        Assert.StartsWith("CONFLICT Ana a déjà répondu,", await plant.Refused("Ana", "answerReferral", new { referralId = referral, answer = "Oui" }, "referral { id }"), StringComparison.Ordinal);

        var history = await plant.Plan("Odile", plan, "history { nodes { kind text } }");
        Assert.Equal(
            ["ANSWERED", "REFERRED", "TOLD", "ACTION_ADDED", "ACTION_ADDED", "MET", "OPENED"], history.GetProperty("history").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("kind").GetString()));
        Assert.Equal("ANSWERED Ana a répondu pour la qualité.", First(history));
    }

    [Fact]
    public async Task An_8D_that_is_not_warranted_turns_into_another_method_with_its_charter()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        await plant.Agree("Lena", plan, "Samir");
        Assert.Equal(JsonValueKind.Null, (await plant.Plan("Lena", plan, "steps { turnsInto { code } }")).GetProperty("steps")[0].GetProperty("turnsInto").ValueKind);
        await plant.Save("Lena", plan, "D0", ("symptom", "Vis absentes"), ("where", plant.Places["P11"]), ("since", "2027-02-22"),
            ("gap", new { value = 2, unit = "ruptures" }), ("decision", "NOT_WARRANTED"));
        Assert.StartsWith("INVALID ", await plant.Refused("Lena", "signStep", new { planId = plan, step = "D0", turnInto = "DMAIC" }, "actionPlan { id }"), StringComparison.Ordinal);

        var d0 = (await plant.Plan("Lena", plan, "steps { canSign turnsInto { code } gate { holds } }")).GetProperty("steps")[0];
        Assert.Equal("True PDCA QRQC True", $"{d0.GetProperty("canSign")} {string.Join(' ', d0.GetProperty("turnsInto").EnumerateArray().Select(m => m.GetProperty("code")))} {d0.GetProperty("gate").EnumerateArray().All(g => g.GetProperty("holds").GetBoolean())}");

        var next = await plant.Order("Lena", "signStep", new { planId = plan, step = "D0", turnInto = "PDCA" }, "next { title state method { code } sponsor { name } } actionPlan { state }");

        Assert.Equal("DRAFT PDCA Samir", $"{next.GetProperty("state").GetString()} {Text(next, "method", "code")} {Text(next, "sponsor", "name")}");
        Assert.Equal("CLOSED", (await plant.Plan("Lena", plan, "state")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Another_plants_plan_answers_as_an_unknown_one()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        await plant.Import("BIS");
        await plant.Host.AddPerson("Bea", Role.Manager, "BIS");
        var bea = await plant.SignIn("Bea");

        Assert.Equal(JsonValueKind.Null, (await bea.Query("query($id: UUID!) { actionPlan(id: $id) { id } }", new { id = plan })).GetProperty("actionPlan").ValueKind);
        Assert.Equal(0, (await bea.Query("{ actionPlans { totalCount } }")).GetProperty("actionPlans").GetProperty("totalCount").GetInt32());
        Assert.StartsWith("NOT_FOUND ", await plant.Refused("Bea", "abandonPlan", new { planId = plan, reason = "x" }, "actionPlan { id }"), StringComparison.Ordinal);
        Assert.Equal(1, (await (await plant.SignIn("Odile")).Query("""{ actionPlans(filter: { methods: ["8D"], states: [DRAFT], text: "vis" }, orderBy: DUE_FIRST) { totalCount } }""")).GetProperty("actionPlans").GetProperty("totalCount").GetInt32());
    }

    private static IEnumerable<string> Lines(JsonElement errors) =>
        errors.EnumerateArray().Select(e => $"{e.GetProperty("code").GetString()} {(e.TryGetProperty("field", out var field) ? field.GetString() : "")}");

    private static string? Text(JsonElement element, string part, string name) => element.GetProperty(part).GetProperty(name).GetString();

    private static string First(JsonElement plan)
    {
        var first = plan.GetProperty("history").GetProperty("nodes")[0];
        return AlertStory.Plain($"{first.GetProperty("kind").GetString()} {first.GetProperty("text").GetString()}");
    }
}
