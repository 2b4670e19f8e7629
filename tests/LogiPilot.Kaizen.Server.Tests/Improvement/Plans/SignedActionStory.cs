using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>Who verifies what of a plan, and what a signature rests on.</summary>
public sealed class SignedActionStory
{
    private const string Selection = "action { id state }";

    [Fact]
    public async Task Nobody_verifies_his_own_and_what_a_step_was_signed_on_is_not_undone_under_it()
    {
        await using var plant = await ShortMethod.Plant(
            new Somebody("Lena", Role.TeamLeader), new Somebody("Samir", Role.TeamLeader), new Somebody("Paul", Role.Pilot), new Somebody("Nora", Role.Pilot));
        var plan = await plant.RunUpTo("CONTAIN");
        await plant.Order(
            "Lena", "savePlan",
            new
            {
                planId = plan,
                participants = new[]
                {
                    new { personId = plant.People["Paul"], role = "Pilote", mission = "Compter" },
                    new { personId = plant.People["Nora"], role = "Pilote", mission = "Trier" },
                },
            },
            "actionPlan { id }");
        var (his, hers) = (await Done("Paul"), await Done("Lena"));

        Assert.Equal("FORBIDDEN Quelqu’un d’autre que la personne qui l’a faite vérifie une action.", await Verify("Paul", his));
        Assert.StartsWith("FORBIDDEN Vérifier revient", await Verify("Nora", his), StringComparison.Ordinal);
        Assert.StartsWith("FORBIDDEN Quelqu’un d’autre", await Verify("Lena", hers), StringComparison.Ordinal);
        await plant.Order("Lena", "verifyAction", new { actionId = his, isEffective = true }, Selection);
        await plant.Order("Nora", "verifyAction", new { actionId = hers, isEffective = true }, Selection);

        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        Assert.Equal("CONFLICT L’étape CONTAIN est signée sur la foi de cette action : renvoyez d’abord l’étape.", await Again(his));
        await plant.Order("Lena", "returnStep", new { planId = plan, step = "CONTAIN", reason = "Le tri n’a pas tenu" }, "actionPlan { id }");
        Assert.Equal("VERIFIED", (await plant.Action(his, Selection)).GetProperty("state").GetString());
        Assert.Equal("DOING", (await plant.Order("Lena", "updateAction", new { actionId = his, state = "DOING", reason = "À refaire" }, Selection)).GetProperty("state").GetString());

        async Task<Guid> Done(string owner)
        {
            var id = (await plant.Order(
                "Lena", "addAction",
                new { kind = "CONTAINMENT", what = "Trier", planId = plan, step = "CONTAIN", ownerId = plant.People[owner], dueOn = "2027-03-02" }, Selection))
                .GetProperty("id").GetGuid();
            await plant.Order(owner, "updateAction", new { actionId = id, state = "DONE", proof = new { text = "Trié" } }, Selection);
            return id;
        }

        Task<string> Verify(string who, Guid id) => plant.Refused(who, "verifyAction", new { actionId = id }, Selection);
        Task<string> Again(Guid id) => plant.Refused("Lena", "updateAction", new { actionId = id, state = "DOING", reason = "À refaire" }, Selection);
    }
}
