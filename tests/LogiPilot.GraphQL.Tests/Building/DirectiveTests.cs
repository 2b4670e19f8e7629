using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>A record is a directive: known to validation, print and introspection, and handed to the resolvers that ask for it.</summary>
public sealed class DirectiveTests
{
    /// <summary>Asks for a text in another form.</summary>
    /// <param name="Style">Which form.</param>
    [Directive(DirectiveLocations.Field | DirectiveLocations.FragmentSpread)]
    public sealed record FormatDirective(Style Style = Style.Upper, Padding? Padding = null);

    [Directive(DirectiveLocations.Field, Repeatable = true)]
    [GraphQLName("mark")]
    public sealed record Marking(string With)
    {
        [DefaultValue("1")]
        public int Times { get; init; }
    }

    public enum Style
    {
        Upper,
        Lower,
    }

    public sealed record Padding(int Left);

    [QueryType]
    public static class Queries
    {
        public static string Text(FormatDirective? format, IReadOnlyList<Marking> marks, string text = "aB")
        {
            var styled = format is null ? text : format.Style == Style.Upper ? text.ToUpperInvariant() : text.ToLowerInvariant();
            return new string('_', format?.Padding?.Left ?? 0) + styled + string.Concat(marks.Select(mark => string.Concat(Enumerable.Repeat(mark.With, mark.Times))));
        }
    }

    private static async Task<string> Answer(string query, string variables = "{}")
    {
        var options = new GraphQLOptions().AddType(typeof(Queries)).AddDirective<FormatDirective>().AddDirective<Marking>();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var result = await new GraphQLExecutor(GraphQLSchema.Create(options), options, services).ExecuteAsync(
            new() { Query = query, Variables = System.Text.Json.JsonDocument.Parse(variables).RootElement });
        return result.ToJson();
    }

    [Theory]
    [InlineData("{ text }", "aB")]
    [InlineData("{ text @format }", "AB")]
    [InlineData("{ text @format(style: LOWER, padding: { left: 2 }) }", "__ab")]
    [InlineData("query($s: Style = LOWER, $t: Int!) { text @format(style: $s) @mark(with: \"!\") @mark(with: \"?\", times: $t) }", "ab!??")]
    public async Task A_resolver_gets_the_directives_at_its_field(string query, string expected) =>
        Assert.Equal("{\"data\":{\"text\":\"" + expected + "\"}}", await Answer(query, """{"t":2}"""));

    [Theory]
    [InlineData("query @format { text }", "Directive \\\"@format\\\" may not be used on QUERY.")]
    [InlineData("{ text @format @format }", "The directive \\\"@format\\\" can only be used once at this location.")]
    [InlineData("{ text @mark }", "Directive \\\"@mark\\\" argument \\\"with\\\" of type \\\"String!\\\" is required, but it was not provided.")]
    [InlineData("{ text @format(style: 1) }", "Enum \\\"Style\\\" cannot represent non-enum value: 1.")]
    [InlineData("{ text @formt }", "Unknown directive \\\"@formt\\\".")]
    public async Task A_directive_used_wrongly_is_refused(string query, string expected) =>
        Assert.Contains(expected, await Answer(query), StringComparison.Ordinal);

    [Fact]
    public async Task Print_and_introspection_say_what_a_directive_takes_and_where()
    {
        var print = GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Queries)).AddType(typeof(FormatDirective)).AddDirective<Marking>()).Print();
        Assert.StartsWith(
            """"
            directive @mark(with: String!, times: Int! = 1) repeatable on FIELD

            """Asks for a text in another form."""
            directive @format(
              """Which form."""
              style: Style! = UPPER
              padding: Padding
            ) on FIELD | FRAGMENT_SPREAD
            """",
            print, StringComparison.Ordinal);
        Assert.Contains(
            """{"name":"mark","isRepeatable":true,"locations":["FIELD"],"args":[{"name":"with"},{"name":"times"}]}""",
            await Answer("{ __schema { directives { name isRepeatable locations args { name } } } }"), StringComparison.Ordinal);
    }
}
