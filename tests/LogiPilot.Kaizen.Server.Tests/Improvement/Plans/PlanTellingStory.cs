using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>Who hears what of a plan, from the day its sponsor is asked.</summary>
public sealed class PlanTellingStory
{
    private const string Selection = "actionPlan { id }";

    [Fact]
    public async Task A_silent_sponsor_is_asked_again_then_the_level_above_and_all_hear_the_answer()
    {
        await using var plant = await Plant();
        var plan = await plant.Open("Lena");
        await plant.Agree("Lena", plan, "Samir");
        Assert.StartsWith(
            "INVALID Le plan n’est pas encore approuvé",
            await plant.Refused("Lena", "addAction", new { planId = plan, kind = "CORRECTIVE", what = "Changer le vérin", dueOn = "2027-03-08" }, "action { id }"),
            StringComparison.Ordinal);
        await plant.Order("Lena", "submitPlan", new { planId = plan }, Selection);

        await plant.Morning("2027-03-02");
        await plant.Morning("2027-03-04");
        await plant.Morning("2027-03-06");
        await plant.Order("Mona", "approvePlan", new { planId = plan }, Selection);
        await plant.Order(
            "Lena", "addAction", new { planId = plan, step = "D5", kind = "CORRECTIVE", what = "Changer le vérin", dueOn = "2027-03-08", ownerId = plant.People["Paul"] },
            "action { id }");

        await Told.Was(
            plant,
            """
            Mon 08:00 Samir APP Lena demande votre accord sur le plan P-0001 (Ruptures de vis M6) : approuvez-le ou refusez-le avant le 03/03 08:00.
            Mon 08:00 Samir MAIL Lena demande votre accord sur le plan P-0001 (Ruptures de vis M6) : approuvez-le ou refusez-le avant le 03/03 08:00.
            Thu 06:00 Samir APP Lena attend votre accord sur le plan P-0001 (Ruptures de vis M6) depuis le 01/03 08:00 : approuvez-le ou refusez-le.
            Thu 06:00 Samir MAIL Lena attend votre accord sur le plan P-0001 (Ruptures de vis M6) depuis le 01/03 08:00 : approuvez-le ou refusez-le.
            Sat 06:00 Paul APP Lena vous confie l’action A-0001 (Changer le vérin) : à faire pour le 08/03/2027.
            Sat 06:00 Lena APP Mona approuve le plan P-0001 (Ruptures de vis M6) : les actions peuvent commencer.
            Sat 06:00 Lena MAIL Mona approuve le plan P-0001 (Ruptures de vis M6) : les actions peuvent commencer.
            Sat 06:00 Paul APP Mona approuve le plan P-0001 (Ruptures de vis M6) : les actions peuvent commencer.
            Sat 06:00 Mona APP Samir n’a pas répondu sur le plan P-0001 (Ruptures de vis M6), soumis par Lena le 01/03 08:00 : décidez.
            """);
    }

    [Fact]
    public async Task On_Monday_the_leader_hears_of_the_week_and_nobody_hears_of_nothing()
    {
        await using var plant = await Plant();
        var plan = await plant.Open("Lena");
        await plant.Agree("Lena", plan, "Samir");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, Selection);
        await plant.Order("Samir", "approvePlan", new { planId = plan }, Selection);
        await plant.Order(
            "Lena", "addAction", new { planId = plan, kind = "CORRECTIVE", what = "Changer le vérin", dueOn = "2027-03-12", ownerId = plant.People["Paul"] }, "action { id }");

        await plant.Morning("2027-03-08");

        var told = (await (await plant.SignIn("Lena")).Query("{ notices(first: 20) { nodes { kind text lines } } }")).GetProperty("notices").GetProperty("nodes")
            .EnumerateArray().ToDictionary(n => n.GetProperty("kind").GetString()!, StringComparer.Ordinal);
        var lines = told["MONDAY_DIGEST"].GetProperty("lines").EnumerateArray().Select(l => AlertStory.Plain(l.GetString())).ToList();
        Assert.Equal("2 choses à suivre cette semaine.", AlertStory.Plain(told["MONDAY_DIGEST"].GetProperty("text").GetString()));
        Assert.StartsWith("Plan P-0001, Ruptures de vis M6 : étape ", lines[0], StringComparison.Ordinal);
        Assert.Contains(" en retard depuis le ", lines[0], StringComparison.Ordinal);
        Assert.Equal("Plan P-0001, Ruptures de vis M6 : 1 action à faire cette semaine ou en retard", lines[1]);
        Assert.Contains("du plan P-0001 (Ruptures de vis M6) est en retard", told["PLAN_DUE"].GetProperty("text").GetString(), StringComparison.Ordinal);
        var others = await (await plant.SignIn("Samir")).Query("{ notices(first: 20) { nodes { kind } } }");
        Assert.DoesNotContain(
            others.GetProperty("notices").GetProperty("nodes").EnumerateArray(), n => n.GetProperty("kind").GetString() == "MONDAY_DIGEST");
    }

    private static Task<StoryPlant> Plant() => StoryPlant.At(
        "2027-03-01 08:00", new Somebody("Lena", Role.TeamLeader), new Somebody("Samir", Role.TeamLeader), new Somebody("Mona", Role.Manager, HasMail: false),
        new Somebody("Paul", Role.Pilot, HasMail: false));
}
