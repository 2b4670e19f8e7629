using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Sending;

/// <summary>Without an SMTP server, mails are files that whoever watches the folder finds whole.</summary>
public sealed class PickupStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    [Fact]
    public async Task An_assignment_comes_by_mail_once_in_the_readers_language_with_a_link_to_the_alert()
    {
        await plant.Host.AddPerson("Hélène", Role.TeamLeader, "ROA", email: "helene@roa.fr");
        await plant.Host.AddPerson("Owen", Role.TeamLeader, "ROA", Language.En, email: "owen@roa.fr");
        var admin = await plant.SignIn(Role.Admin);
        var people = await admin.Query("{ people { id name } }");
        foreach (var name in (string[])["Hélène", "Owen"])
        {
            var person = people.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);
            var alert = await admin.Order("raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P11"], anyway = true, severity = "MAJOR", description = "Le vérin\n.ne revient pas" });
            await admin.Order("assignAlert", new { alertId = alert.GetProperty("id").GetGuid(), personId = person.GetProperty("id").GetGuid() });
        }

        await plant.Host.RunSweeps();
        await plant.Host.RunSweeps();

        var mails = ReceivedMail.In(plant.Host.MailFolder);
        Assert.Equal(["Hélène <helene@roa.fr>", "Owen <owen@roa.fr>"], mails.Select(m => m["To"]!.Replace("\"", "", StringComparison.Ordinal)));
        Assert.StartsWith("Attribuée à vous\u00a0: Panne d’équipement, Poste 1.1 (A-", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains("Signalé\u00a0: Le vérin\n.ne revient pas\n", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("vérin", mails[0].Html, StringComparison.Ordinal);
        Assert.Equal("en", mails[1]["Content-Language"]);
        Assert.All(mails, m => Assert.Contains($"{plant.Host.Address}desk/alerts/", m.Text, StringComparison.Ordinal));
        Assert.Equal(mails.Count, Directory.GetFileSystemEntries(plant.Host.MailFolder).Length);
    }
}
