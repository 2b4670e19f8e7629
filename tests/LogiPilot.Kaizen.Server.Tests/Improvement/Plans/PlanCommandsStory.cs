using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>Who may do what with a plan and its steps, in each of its states: Lena leads it, Samir decides, Paul takes part, Bea is of another plant.</summary>
public sealed class PlanCommandsStory
{
    private static readonly Somebody[] Crew =
    [
        new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Paul", Role.Pilot), new("Mona", Role.Manager), new("Odile", Role.Operator),
        new("Bea", Role.Manager),
    ];

    [Fact]
    public async Task Each_state_offers_each_person_what_the_commands_would_accept()
    {
        await using var plant = await TwoPlants();
        var plan = await plant.Open("Lena", ShortMethod.Code);
        await Is(plant, plan, """
            Lena: REVISE SUBMIT ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL SIGN | FIX FILL | PROVE FILL | CLOSE FILL
            Samir Mona: REVISE SUBMIT ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Agree("Lena", plan, "Samir");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, "actionPlan { state }");
        await Is(plant, plan, """
            Lena: REVISE ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL SIGN | FIX FILL | PROVE FILL | CLOSE FILL
            Samir Mona: REVISE APPROVE REFUSE ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Order("Samir", "approvePlan", new { planId = plan }, "actionPlan { state }");
        await Is(plant, plan, """
            Lena: REVISE SUSPEND ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL SIGN | FIX FILL | PROVE FILL | CLOSE FILL
            Samir Mona: REVISE SUSPEND ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Order("Lena", "suspendPlan", new { planId = plan, reason = "Ligne arrêtée", reviewOn = "2027-03-20" }, "actionPlan { state }");
        await Is(plant, plan, """
            Lena: REVISE RESUME ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Samir Mona: REVISE RESUME ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | FIX FILL | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Order("Mona", "abandonPlan", new { planId = plan, reason = "Ligne vendue" }, "actionPlan { state }");
        await Is(plant, plan, """
            Lena Paul: HOLD_MEETING COMMUNICATE REFER
            Samir Mona: REOPEN HOLD_MEETING COMMUNICATE REFER
            Odile:
            Bea: sees no plan
            """);
    }

    [Fact]
    public async Task The_last_step_a_check_and_a_proposed_return_offer_what_is_theirs()
    {
        await using var plant = await TwoPlants();
        var plan = await plant.RunUpTo("PROVE");
        await plant.Act("Lena", plan, "Paul");
        plant.JumpTo("2027-03-31 08:00");
        await Is(plant, plan, """
            Lena: REVISE SUSPEND ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN RETURN | FIX RETURN | PROVE FILL SIGN HOLD_CHECK | CLOSE FILL
            Samir Mona: REVISE SUSPEND ABANDON ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN RETURN | FIX RETURN | PROVE FILL HOLD_CHECK | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11");
        await Is(plant, plan, """
            Lena: REVISE SUSPEND DECLINE_RETURN ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL SIGN RETURN | FIX RETURN | PROVE FILL | CLOSE FILL
            Samir Mona: REVISE SUSPEND ABANDON DECLINE_RETURN ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL RETURN | FIX RETURN | PROVE FILL | CLOSE FILL
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN FILL | PROVE FILL | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        Assert.StartsWith("INVALID", await plant.Refused("Lena", "declineReturn", new { planId = plan }, "actionPlan { id }"), StringComparison.Ordinal);
        var kept = await plant.Order(
            "Samir", "declineReturn", new { planId = plan, reason = "Autre machine" },
            "actionPlan { proposedReturn { step } history(first: 1) { nodes { kind text comment } } }");
        Assert.Equal("RETURN_DECLINED Samir a gardé Corriger : le renvoi n’a pas lieu. Autre machine", string.Join(' ', kept.GetProperty("history").GetProperty("nodes")[0].EnumerateObject().Select(p => AlertStory.Plain(p.Value.GetString()))));
        Assert.Equal(JsonValueKind.Null, kept.GetProperty("proposedReturn").ValueKind);
        Assert.Equal("CONFLICT Aucun renvoi n’est proposé.", await plant.Refused("Lena", "declineReturn", new { planId = plan, reason = "x" }, "actionPlan { id }"));

        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        plant.JumpTo("2027-04-06 08:00");
        await plant.Measure(plan, "2027-04-01", "2027-04-05", 0);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");
        await Is(plant, plan, """
            Lena: REVISE SUSPEND OPEN_NEXT_CYCLE ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN RETURN | FIX RETURN | PROVE RETURN | CLOSE FILL
            Samir: REVISE SUSPEND ABANDON OPEN_NEXT_CYCLE ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN RETURN | FIX RETURN | PROVE RETURN | CLOSE FILL SIGN
            Paul: ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CLOSE FILL
            Mona: REVISE SUSPEND ABANDON OPEN_NEXT_CYCLE ADD_ACTION HOLD_MEETING COMMUNICATE REFER SAVE_INDICATOR RECORD_MEASURE | CONTAIN RETURN | FIX RETURN | PROVE RETURN | CLOSE FILL
            Odile:
            Bea: sees no plan
            """);
        await plant.Order("Samir", "signStep", new { planId = plan, step = "CLOSE" }, "actionPlan { id }");
        await Is(plant, plan, """
            Lena Paul: HOLD_MEETING COMMUNICATE REFER
            Samir Mona: REOPEN HOLD_MEETING COMMUNICATE REFER
            Odile:
            Bea: sees no plan
            """);
    }

    private static async Task<StoryPlant> TwoPlants()
    {
        var plant = await ShortMethod.Plant([.. Crew.SkipLast(1)]);
        await plant.Import("BIS");
        await plant.Host.AddPerson(Crew[^1].Name, Crew[^1].Role, "BIS");
        return plant;
    }

    /// <summary>A line for each group of people who may do the same: with the plan, then with each step of which there is anything to do.</summary>
    private static async Task Is(StoryPlant plant, Guid plan, string table)
    {
        var lines = new List<(string Name, string May)>();
        foreach (var person in Crew)
        {
            var seen = await plant.Plan(person.Name, plan, "commands steps { code commands }");
            lines.Add((person.Name, seen.ValueKind == JsonValueKind.Null ? "sees no plan" : string.Join(" | ", [Names(seen), .. seen.GetProperty("steps")
                .EnumerateArray().Where(s => s.GetProperty("commands").GetArrayLength() > 0).Select(s => $"{s.GetProperty("code").GetString()} {Names(s)}")])));
        }

        var found = string.Join('\n', lines.GroupBy(l => l.May, StringComparer.Ordinal).Select(g => $"{string.Join(' ', g.Select(l => l.Name))}: {g.Key}".TrimEnd()));
        Assert.True(string.Equals(found, table, StringComparison.Ordinal), $"Another table:\n{found}\n");
    }

    private static string Names(JsonElement of) => string.Join(' ', of.GetProperty("commands").EnumerateArray().Select(c => c.GetString()));
}
