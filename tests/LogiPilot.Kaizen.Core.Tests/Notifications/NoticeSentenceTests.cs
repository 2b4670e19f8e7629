using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class NoticeSentenceTests
{
    private static readonly DateTimeOffset Said = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Subject = Guid.Parse("019cad00-0000-7000-8000-000000000001");
    private static readonly Plant Forez = Plant.Create(Subject, "FOREZ", "Forez", "Europe/Paris", Language.Fr);

    [Fact]
    public void Facts_become_arguments_instants_by_the_plants_clock_and_each_thing_a_line()
    {
        var facts = NoticeFacts.Write(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["variant"] = "LATE", ["kind"] = Core.Alerts.AlertKind.StockOut, ["where"] = new[] { "Poste 1", "Vis" }, ["sinceAt"] = Said.AddMinutes(-5),
            ["untilAt"] = Said.AddDays(1), ["owner"] = null, ["count"] = 2,
            ["lines"] = new[] { NoticeFacts.Line("MORE", ("count", 3)) },
        });

        var sentence = NoticeSentence.Of(NoticeKind.AlertCalled, Subject, facts, Said, Forez, null);

        Assert.Equal(("notices.title.ALERT_CALLED", "notices.text.ALERT_CALLED_LATE"), (sentence.Title, sentence.Text));
        Assert.Equal(("STOCK_OUT", "08:55", "03/03 09:00"), (sentence.Arguments["kind"], sentence.Arguments["sinceAt"], sentence.Arguments["untilAt"]));
        Assert.Equal(["Poste 1", "Vis"], Assert.IsType<List<string>>(sentence.Arguments["where"]));
        Assert.False(sentence.Arguments.ContainsKey("owner"));
        var line = Assert.Single(sentence.Lines);
        Assert.Equal(("notices.line.MORE", 3m), (line.Text, line.Arguments["count"]));
    }

    [Theory]
    [InlineData(Role.Agent, NoticeKind.AlertCalled, "/a/{0}")]
    [InlineData(Role.TeamLeader, NoticeKind.AlertCalled, "/desk/alerts/{0}")]
    [InlineData(Role.Pilot, NoticeKind.HandoverOffered, "/handovers/{0}")]
    [InlineData(Role.Manager, NoticeKind.HandoverReturned, "/desk/handovers/{0}")]
    public void The_link_leads_to_the_thing_on_the_readers_own_pages(Role role, NoticeKind kind, string path)
    {
        var reader = Person.Create(Subject, PersonKind.Human, "Léa", "lea", null, Language.Fr, [new(Forez.Id, role, [])]);

        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Subject), NoticeSentence.Of(kind, Subject, "{}", Said, Forez, reader).Link);
    }
}
