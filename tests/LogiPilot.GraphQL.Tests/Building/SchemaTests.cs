using LogiPilot.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

public sealed class SchemaTests
{
    public readonly record struct Money(long Cents);

    public sealed class MoneyScalar() : ScalarType<Money>("Money")
    {
        public override Money Read(ScalarInput input) =>
            input.Kind == ScalarInputKind.Integer && long.TryParse(input.Text, out var cents) ? new(cents) : throw input.Refused("Money cannot represent");

        public override void Write(ResponseBuffer buffer, Money value) => buffer.WriteNumber(value.Cents);
    }

    [InterfaceType]
    [GraphQLDescription("A \"quoted\" place.\nOn two lines.")]
    public interface IPlace
    {
        [GraphQLDescription("Short.")]
        string Code { get; }
    }

    [InterfaceType]
    public interface INamedPlace : IPlace
    {
        string Name { get; }
    }

    public sealed record Station(string Code, string Name, Money Price, [property: GraphQLType("ID!")] Guid Key) : INamedPlace;

    public sealed record Range(int From = 1, string Unit = "a\"b", Money? Price = null, [property: GraphQLDeprecated] string? Old = null);

    public sealed class Loose
    {
        public string? Name { get; set; }

        public required int Size { get; set; }
    }

    public enum HTTPKind
    {
        GetURL,
        A1b,
        Line2Stop,
        snake_case,
    }

    [QueryType]
    public static class Queries
    {
        public static IPlace? GetPlaceAsync([GraphQLDescription("Which one")] string code, Range? range, Loose? loose, IComparer<string>? comparer, HTTPKind kind = HTTPKind.Line2Stop) =>
            comparer is null ? new Station(code + range?.From + loose?.Size + kind, "n", new(5), Guid.Empty) : null;

        public static Task<int[][]?> Matrix(List<List<int?>> rows) => Task.FromResult<int[][]?>([.. rows.Select(row => row.Select(cell => cell ?? 0).ToArray())]);

        public static Money Double(Money price) => new(price.Cents * 2);
    }

    private static GraphQLSchema Schema(out GraphQLOptions options) =>
        GraphQLSchema.Create(options = new GraphQLOptions().AddScalar(new MoneyScalar()).AddType(typeof(Queries)).AddType(typeof(Station)));

    [Fact]
    public void A_schema_is_printed_as_graphql_js_prints_it() => Assert.Equal(
        """"
        enum HTTPKind {
          GET_URL
          A1B
          LINE2_STOP
          SNAKE_CASE
        }

        input Loose {
          name: String
          size: Int!
        }

        scalar Money

        interface NamedPlace implements Place {
          """Short."""
          code: String!
          name: String!
        }

        """
        A "quoted" place.
        On two lines.
        """
        interface Place {
          """Short."""
          code: String!
        }

        type Query {
          place(
            """Which one"""
            code: String!
            range: Range
            loose: Loose
            kind: HTTPKind! = LINE2_STOP
          ): Place
          matrix(rows: [[Int]!]!): [[Int!]!]
          double(price: Money!): Money!
        }

        input Range {
          from: Int! = 1
          unit: String! = "a\"b"
          price: Money
          old: String @deprecated
        }

        type Station implements NamedPlace & Place {
          code: String!
          name: String!
          price: Money!
          key: ID!
        }
        """",
        Schema(out _).Print());

    [Fact]
    public async Task Scalars_of_ones_own_inputs_by_property_and_nested_lists_work()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(Schema(out var options), options, services);
        await using var result = await executor.ExecuteAsync(new()
        {
            Query = "{ double(price: 21) matrix(rows: [[1, null], [2]]) place(code: \"s\", range: { }, loose: { size: 4 }) { code ... on Station { key price } } }",
        });
        Assert.Equal("""{"data":{"double":42,"matrix":[[1,0],[2]],"place":{"code":"s14Line2Stop","key":"00000000-0000-0000-0000-000000000000","price":5}}}""", result.ToJson());
        Assert.Equal("Money cannot represent: \"x\"", Assert.Single(executor.Validate("{ double(price: \"x\") }")).Message);
    }
}
