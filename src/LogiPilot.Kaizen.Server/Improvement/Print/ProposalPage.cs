using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>A proposal on one page: what is proposed, what it costs and gains, what was weighed, what was decided.</summary>
internal static class ProposalPage
{
    public static string Write(Proposal proposal, Dysfunction about, OrganisationPicture people, DrawingWords words)
    {
        var page = new PrintPage(words);
        var zone = people.Calendar(about.PlantId, null);
        string? Name(Guid? person) => people.NamePerson(person)?.Name;
        page.Heading(1, about.Title);
        page.Lead(string.Join(" · ", page.Word("proposal"), $"{page.Word("about")} {about.Number}", people.Plant(about.PlantId)?.Name));
        page.Lead(page.Word("proposedBy", ("person", Name(proposal.ProposedById)), ("day", words.Day(zone.DayOf(proposal.ProposedAt)))));
        page.Told(page.Word("facts"), about.Facts);
        page.Told(page.Word("description"), proposal.Description);
        page.Told(page.Word("means"), proposal.Means);
        page.Told(page.Word("objectives"), proposal.Objectives);
        page.Facts(
            (page.Word("deadline"), words.Day(proposal.Deadline)),
            (page.Word("people"), string.Join(", ", [.. proposal.PeopleIds.Select(id => Name(id)).OfType<string>(), .. proposal.Involved is { } others ? [others] : (string[])[]])),
            (page.Word("cost"), Amount(words, proposal.Cost)),
            (page.Word("gainPerYear"), Amount(words, proposal.Gain)));
        page.Heading(2, page.Word("constraints"));
        page.Facts(
            (page.Word("technical"), proposal.Constraints.Technical), (page.Word("quality"), proposal.Constraints.Quality),
            (page.Word("environment"), proposal.Constraints.Environment), (page.Word("safety"), proposal.Constraints.Safety));
        if (proposal.Risks is { } risks)
        {
            page.Heading(2, page.Word("risks"));
            page.Draw([RiskDrawing.Draw(RisksValue.Of(risks), words)]);
        }

        if (proposal.Alternatives.Count > 0)
        {
            page.Heading(2, page.Word("alternatives"));
            page.Table([page.Word("alternative"), page.Word("whyNot")], [.. proposal.Alternatives.Select(a => (string?[])[a.Text, a.WhyNot])]);
        }

        page.Heading(2, page.Word("decision"));
        if (proposal.Decision is { } decision)
        {
            page.Facts(
                (page.Word("decision"), $"{words.Word("dysfunctions.decision", decision.Kind)}, {page.Word("by", ("person", Name(decision.ById)), ("day", words.Day(zone.DayOf(decision.At))))}"),
                (page.Word("reason"), decision.Reason),
                (page.Word("adjustment"), decision.Adjustment));
        }
        else
        {
            page.Text(page.Word("undecided"), "open");
        }

        return page.Finish(about.Number, about.Title);
    }

    public static string? Amount(DrawingWords words, Money? money) => money is null ? null : words.Quantity(money.Amount, money.Currency == Money.Euro ? "€" : money.Currency);
}
