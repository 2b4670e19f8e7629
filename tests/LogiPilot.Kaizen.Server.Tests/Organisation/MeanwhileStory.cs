using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Alerts;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Organisation;

/// <summary>Two people change the same thing: who comes second is told who came first and when.</summary>
public sealed class MeanwhileStory
{
    [Fact]
    public async Task Who_changes_what_somebody_else_changed_meanwhile_is_told_who_and_when_in_the_own_language()
    {
        await using var plant = await StoryPlant.At("2027-03-01 14:02", new Somebody("Lena", Role.Admin), new("Max", Role.Admin));
        var (plantId, lena, max) = (plant.PlantId, await plant.SignIn("Lena"), await plant.SignIn("Max"));
        object Team(Guid? teamId, int? expectedVersion) => new
        {
            plantId, teamId, expectedVersion, code = "T1", name = "Montage", areaIds = Array.Empty<Guid>(), memberIds = Array.Empty<Guid>(),
            rotationStarts = "2027-03-01", rotation = Array.Empty<string>(),
        };
        object Webhook(Guid? webhookId, int? expectedVersion) => new
        {
            plantId, webhookId, expectedVersion, name = "DECT", url = "https://dect.roa.example/",
        };
        object Policy(Guid? policyId, int? expectedVersion) => new
        {
            plantId, policyId, expectedVersion, name = "Nuit", timers = new[] { new
            {
                severity = "MAJOR", unacknowledged = new[] { EscalationStory.Call(5, "PILOT", "APP") }, unresolved = Array.Empty<object>(), loops = 1,
            } },
        };
        foreach (var (mutation, input, selection, changed) in ((string, Func<Guid?, int?, object>, string, string)[])
        [
            ("saveTeam", Team, "team { id version }", "ORGANISATION_CHANGED"),
            ("saveEscalationPolicy", Policy, "escalationPolicy { id version }", "ESCALATION_POLICY_CHANGED"),
            ("saveWebhook", Webhook, "webhook { id version }", "WEBHOOK_CHANGED"),
        ])
        {
            var id = (await max.Order(mutation, input(null, null), selection)).GetProperty("id").GetGuid();
            await lena.Order(mutation, input(id, 1), selection);

            var refused = (await max.Refused(mutation, input(id, 1), selection))[0];
            Assert.Equal("Modifié par Lena à 14:02\u00a0: rechargez, puis recommencez.", refused.GetProperty("message").GetString());
            Assert.Equal("CONFLICT", refused.GetProperty("code").GetString());
            Assert.Equal(changed, refused.GetProperty("changed")[0].GetString());
            Assert.Equal(2, refused.GetProperty("currentVersion").GetInt32());
        }
    }
}
