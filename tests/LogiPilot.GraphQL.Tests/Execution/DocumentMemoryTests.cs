using System.Globalization;
using System.Text;
using LogiPilot.GraphQL.Documents;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>What is kept of documents is bounded by what it takes, not by the length of their texts.</summary>
public sealed class DocumentMemoryTests
{
    public sealed class Person
    {
        public string Name => "Ada";

        public Person? Left => null;

        public Person? Right => null;
    }

    [QueryType]
    public static class PersonQueries
    {
        public static Person Ada() => new();
    }

    // 500 characters that select 3,000 fields.
    private static string Bomb(int number)
    {
        var text = new StringBuilder($"query Q{number} {{ ada {{ ...F0 }} }}");
        for (var i = 0; i < 10; i++) text.Append(CultureInfo.InvariantCulture, $" fragment F{i} on Person {{ left {{ ...F{i + 1} }} right {{ ...F{i + 1} }} }}");
        return text.Append(" fragment F10 on Person { name }").ToString();
    }

    [Fact]
    public void A_short_document_weighs_what_its_plans_take()
    {
        var schema = GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(PersonQueries)));
        var grown = 0L;
        var document = new PreparedDocument(Parser.Parse(Bomb(1))) { Weight = 700, Grown = weight => grown += weight };

        document.Plan(schema, document.Operation(null), VariableValues.None);

        Assert.InRange(grown, 30_000, 50_000);
        Assert.Equal(700 + grown, document.Weight);
    }

    [Fact]
    public void Refused_documents_weigh_what_their_mistakes_say()
    {
        var cache = new DocumentCache(1_000);
        var mistakes = Enumerable.Range(0, 100).Select(_ => new GraphQLError(new string('x', 20_000)) { Code = ErrorCodes.Validation }).ToList();
        for (var i = 0; i < 10; i++) cache.Add($"{i}", new PreparedDocument(mistakes) { Weight = 2_000_000 });

        Assert.Null(cache.Find("5"));
        Assert.NotNull(cache.Find("9"));
        var kept = new PreparedDocument(Parser.Parse("{ a }")) { Weight = 5, Grown = cache.Grow };
        cache.Add("kept", kept);
        for (var i = 0; i < 2; i++) cache.Grow(5_000_000);
        Assert.Null(cache.Find("kept"));
    }
}
