using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Improvement.Print;

namespace LogiPilot.Kaizen.Server.Reporting;

/// <summary>
/// Evidence on paper: an overview, then each competence with what shows its criteria, those without record, and those that somebody is to see done, with
/// lines to sign.
/// </summary>
internal sealed class EvidencePage(EvidenceFile file, EvidenceWords evidence, DrawingWords words, OrganisationPicture people, DateTimeOffset now)
{
    /// <summary>Of a criterion; how many there are is said.</summary>
    private const int MostRecords = 15;

    /// <summary>Somebody writes here by hand: not empty, or the column would be left out.</summary>
    private const string Blank = "\u00a0";

    private readonly PrintPage _page = new(words);
    private readonly TimeZoneInfo _zone = people.ZoneOf(people.Person(file.PersonId)!);

    public string Write()
    {
        var person = people.Person(file.PersonId)!;
        _page.Heading(1, evidence.Of("titleOf", ("person", person.Name)));
        _page.Facts(
            (Paper("period"), Paper("days", ("from", words.Day(file.From)), ("to", words.Day(file.To)))),
            (Paper("plant"), string.Join(", ", people.Memberships(person).Select(m => people.Plant(m.PlantId)?.Name).OfType<string>().Distinct(StringComparer.Ordinal))),
            (Paper("printed"), Day(now)));
        _page.Heading(2, Paper("summary"));
        _page.Table(
            [Paper("competence"), Paper("shown"), Paper("empty"), Paper("toObserve")],
            [.. EvidenceBlock.All.SelectMany(file.Of).Select(c => (string?[])[Name(c), Count(c, EvidenceState.Shown), Count(c, EvidenceState.Empty), Count(c, EvidenceState.ToObserve)])]);
        foreach (var block in EvidenceBlock.All)
        {
            foreach (var competence in file.Of(block))
            {
                Competence(block, competence);
            }
        }

        _page.Heading(2, Paper("sign"));
        _page.Table([Paper("seenBy"), Paper("function"), Paper("on"), Paper("signature")], [.. Enumerable.Repeat((string?[])[Blank, Blank, Blank, Blank], 3)], "signed-by together");
        return _page.Finish(person.Name, Paper("foot"));
    }

    private void Competence(EvidenceBlock block, CompetenceEvidence competence)
    {
        _page.Heading(2, Name(competence));
        if (block.Code is not null)
        {
            _page.Lead($"{block.Code} · {evidence.Block(block)}");
        }

        foreach (var shown in competence.Criteria.Where(c => c.State == EvidenceState.Shown))
        {
            var (all, printed) = (shown.Records.Count, Math.Min(shown.Records.Count, MostRecords));
            _page.Heading(3, Name(shown.Criterion));
            _page.Lead(evidence.Of("recordCount", ("count", all), ("number", (decimal)all)) + (all > printed ? $" · {evidence.Of("latest", ("count", printed))}" : ""));
            _page.Table(
                [evidence.Of("date"), evidence.Of("what"), evidence.Of("as")],
                [.. shown.Records.Take(MostRecords).Select(r => (string?[])[Day(r.At), evidence.Say(r), evidence.Role(r.Role)])], "dated");
        }

        Rest(competence, EvidenceState.Empty, "noTrace");
        Rest(competence, EvidenceState.ToObserve, "seen");
    }

    private void Rest(CompetenceEvidence competence, EvidenceState state, string heading)
    {
        var rest = competence.Criteria.Where(c => c.State == state).ToList();
        if (rest.Count > 0)
        {
            _page.Heading(3, Paper(heading));
            _page.Table([Paper("criterion"), Paper("seenBy"), Paper("on")], [.. rest.Select(c => (string?[])[Name(c.Criterion), Blank, Blank])], "signed-by");
        }
    }

    private string Name(EvidenceCriterion criterion) => $"{criterion.Id} · {evidence.Criterion(criterion)}";

    private string Name(CompetenceEvidence competence) =>
        competence.Id == EvidenceBlock.Surroundings ? evidence.Of("block.E") : $"{competence.Id} · {evidence.Competence(competence.Id)}";

    private string Day(DateTimeOffset at) => words.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime));

    private string Paper(string key, params (string Name, object? Value)[] arguments) => evidence.Of("paper." + key, arguments);

    private static string Count(CompetenceEvidence competence, EvidenceState state) =>
        competence.Count(state).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
