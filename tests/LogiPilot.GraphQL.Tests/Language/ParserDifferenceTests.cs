using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class ParserDifferenceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_form_of_the_grammar_is_accepted_refused_located_and_printed_as_graphql_js_does()
    {
        Assert.Equal(GrammarCorpus.All.Count, GrammarCorpus.All.Distinct(StringComparer.Ordinal).Count());
        var outcome = await ParserDifference.Compare(GrammarCorpus.All);
        output.WriteLine(outcome.ToString());
        Assert.Equal(GrammarCorpus.All.Count, outcome.Total);
        Assert.Empty(outcome.Excepted);
        Assert.InRange(outcome.Accepted, 150, int.MaxValue);
        Assert.InRange(outcome.Refused, 250, int.MaxValue);
    }

    [Fact]
    public async Task Thousands_of_documents_that_are_almost_right_are_answered_as_graphql_js_answers()
    {
        var outcome = await ParserDifference.Run(seed: 1, count: 6_000);
        output.WriteLine(outcome.ToString());
        Assert.InRange(outcome.Accepted, 1_000, int.MaxValue);
        Assert.InRange(outcome.Refused, 1_000, int.MaxValue);
    }

    [Fact]
    public async Task The_specification_is_followed_where_graphql_js_does_not()
    {
        var outcome = await ParserDifference.Compare(
            ["{ a(b: \"\\u{000000041}\") }", "directive @a on DIRECTIVE_DEFINITION", "extend type T @a { a: Int } enum E query { b }"]);
        Assert.Equal(ParserDifference.Exceptions.ToDictionary(exception => exception.Name, _ => 1), outcome.Excepted);
    }
}
