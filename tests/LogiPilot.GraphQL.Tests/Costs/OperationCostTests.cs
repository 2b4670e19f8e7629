using System.Text;
using System.Text.Json;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Costs;

public sealed class OperationCostTests
{
    [InterfaceType]
    public interface IThing
    {
        string Name { get; }

        IReadOnlyList<IThing> Parts { get; }

        IThing? Next { get; }
    }

    public sealed record Cheap(string Name) : IThing
    {
        public IReadOnlyList<IThing> Parts => [];
        public IThing? Next => null;
        public Cheap? Twin => null;

        public Task<Cheap?> GetLateAsync() => Task.FromResult<Cheap?>(null);

        public Connection<Cheap> GetInner(PageRequest page) => Connection.FromList<Cheap>([], page);
    }

    [Cost(5)]
    public sealed record Dear(string Name) : IThing
    {
        public IReadOnlyList<IThing> Parts => [];

        [Cost(7)]
        public IThing? Next => null;

        public Task<Cheap?> GetTwinAsync() => Task.FromResult<Cheap?>(null);
    }

    public sealed record Journal(IReadOnlyList<Cheap> Nodes, IReadOnlyList<Cheap> Others);

    [QueryType]
    public static class ThingQueries
    {
        public static string Version => "1";
        public static Cheap Cheap => new("");
        public static IThing Thing => new Cheap("");
        public static IReadOnlyList<Cheap> List => [];
        public static IReadOnlyList<IReadOnlyList<Cheap>> Table => [];
        public static Task<string> LateAsync() => Task.FromResult("");

        [Cost(100)]
        public static string Weighed => "";

        [ListSize(AssumedSize = 3)]
        public static IReadOnlyList<Cheap> Three => [];

        public static IReadOnlyList<Cheap> Sliced(int first = 4) => [];

        [ListSize(SlicingArguments = ["take"], AssumedSize = 6)]
        public static IReadOnlyList<Cheap> Taken(int? take = null) => [];

        public static Journal Journal(int first = 50) => new([], []);

        public static Connection<Cheap> Page(PageRequest page) => Connection.FromList<Cheap>([], page);

        public static Connection<IThing> Things(PageRequest page) => Connection.FromList<IThing>([], page);
    }

    private static readonly GraphQLOptions Options = new GraphQLOptions { MaxPageSize = 1000 }
        .AddType(typeof(ThingQueries)).AddType(typeof(Cheap)).AddType(typeof(Dear)).AddType(typeof(Journal));

    private static readonly GraphQLExecutor Executor = new(GraphQLSchema.Create(Options), Options);

    private static async Task<string> Cost(string query, string variables = "{}", GraphQLExecutor? executor = null)
    {
        await using var result = await (executor ?? Executor).ExecuteAsync(new()
        {
            Query = query, Variables = JsonDocument.Parse(variables).RootElement, CostReporting = CostReporting.Validate,
        });
        return result is { Errors.Count: 0, Cost: { } report } ? $"{report.Cost.FieldCost}/{report.Cost.TypeCost}" : result.ToJson();
    }

    // Field cost / type cost; the query itself is an object. One name selected for two types counts what either selects below it.
    [Theory]
    [InlineData("{ version }", "0/1")]
    [InlineData("{ __typename a: weighed b: weighed }", "200/1")]
    [InlineData("{ late }", "10/1")]
    [InlineData("{ cheap { name } }", "1/2")]
    [InlineData("{ cheap { name } ...F cheap { ...G } } fragment F on Query { cheap { name twin { name } } } fragment G on Cheap { twin { name __typename } }", "2/3")]
    [InlineData("{ list { name twin { name } } }", "11/21")]
    [InlineData("{ table { name } }", "1/101")]
    [InlineData("{ three { name } }", "1/4")]
    [InlineData("{ sliced { name } }", "1/5")]
    [InlineData("{ sliced(first: 2) { name } }", "1/3")]
    [InlineData("{ taken { name } }", "1/7")]
    [InlineData("{ taken(take: 2) { name } }", "1/3")]
    [InlineData("{ taken(take: null) { name } }", "1/7")]
    [InlineData("{ journal(first: 20) { nodes { name } others { name } } }", "3/32")]
    [InlineData("{ page { totalCount } }", "1/2")]
    [InlineData("{ page { nodes { name } } }", "2/52")]
    [InlineData("{ page(first: 20) { nodes { name } edges { node { name } } pageInfo { endCursor } } }", "24/63")]
    [InlineData("{ page(last: 20) { nodes { name } } }", "2/22")]
    [InlineData("{ page(first: 5000) { nodes { name } } }", "2/1002")]
    [InlineData("{ page(first: -5) { nodes { name } } }", "2/2")]
    [InlineData("{ thing { name } }", "1/6")]
    [InlineData("{ thing { ... on Cheap { list: parts { name } } } }", "2/52")]
    [InlineData("{ thing { next { name } } }", "8/11")]
    [InlineData("{ thing { ... on Cheap { twin { name } } } }", "2/6")]
    [InlineData("{ thing { ... on Dear { twin { name } } ... on Cheap { twin { twin { name } } } } }", "12/8")]
    [InlineData("{ cheap @skip(if: true) { name } list @include(if: false) { name } }", "0/1")]
    [InlineData("{ __schema { types { name fields { name } } } }", "102/1102")]
    public async Task A_field_costs_its_weight_and_its_items_what_one_of_them_costs(string query, string cost) => Assert.Equal(cost, await Cost(query));

    [Theory]
    [InlineData("{}", "2/52")]
    [InlineData("""{ "n": null }""", "2/52")]
    [InlineData("""{ "n": 0 }""", "2/2")]
    [InlineData("""{ "n": 30 }""", "2/32")]
    [InlineData("""{ "n": 2000000000 }""", "2/1002")]
    [InlineData("""{ "n": -1 }""", "2/2")]
    public async Task A_page_has_the_size_the_variable_says(string variables, string cost)
    {
        Assert.Equal(cost, await Cost("query($n: Int) { page(first: $n) { nodes { name } } }", variables));
        Assert.Equal(cost, await Cost("query($n: Int) { page(last: $n) { nodes { name } } }", variables));
    }

    [Fact]
    public async Task Variables_count_by_their_defaults_deep_in_the_tree_and_where_they_include_or_skip()
    {
        const string Query = """
            query($n: Int = 7, $first: Int! = 4, $deep: Boolean!) {
              sliced(first: $first) { twin @include(if: $deep) { name } }
              things(first: $n) { nodes { parts { next { name } } } }
            }
            """;
        Assert.Equal("504/745", await Cost(Query, """{ "deep": true }"""));
        Assert.Equal("500/741", await Cost(Query, """{ "deep": false }"""));
        Assert.Equal("145/216", await Cost(Query, """{ "deep": false, "n": 2 }"""));
        Assert.Equal("13/11", await Cost(
            "query($n: Int) { thing { ... on Dear { twin { inner(first: $n) { nodes { name } } } } ... on Cheap { inner(first: $n) { nodes { name } } } } }", """{ "n": 3 }"""));
    }

    [Fact]
    public async Task The_cost_of_the_deepest_document_ends_at_the_largest_exact_number_and_takes_no_time()
    {
        var nested = string.Concat(Enumerable.Repeat("parts { a: next { name } ... on Dear { b: next { name } } ", 28));
        var query = $"query($n: Int) {{ things(first: $n) {{ nodes {{ {nested} name {new string('}', 28)} }} }} }}";
        var options = new GraphQLOptions { MaxCost = long.MaxValue }.AddType(typeof(ThingQueries)).AddType(typeof(Cheap)).AddType(typeof(Dear));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);

        Assert.Equal("9007199254740991/9007199254740991", await Cost(query, """{ "n": 1000 }""", executor));
        Assert.Equal("9007199254740991/9007199254740991", await Cost($"{{ sliced(first: 2147483647) {{ {Inner(Inner(Inner(Inner("name"))))} }} }}", executor: executor));
        Assert.Contains("\"LIMIT\"", await Cost(query, """{ "n": 1000 }"""), StringComparison.Ordinal);

        static string Inner(string below) => $"inner(first: 1000) {{ nodes {{ {below} }} }}";
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_with_the_numbers()
    {
        var options = new GraphQLOptions { MaxCost = 60 }.AddType(typeof(ThingQueries)).AddType(typeof(Cheap)).AddType(typeof(Dear));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);

        await using var refused = await executor.ExecuteAsync(new() { Query = "{ page(first: 60) { nodes { name } } }", CostReporting = CostReporting.Report });
        await using var accepted = await executor.ExecuteAsync(new() { Query = "{ page(first: 50) { nodes { name } } }", CostReporting = CostReporting.Report });

        Assert.Equal(
            """{"errors":[{"message":"The operation costs 2 by its fields and 62 by its objects; at most 60 is accepted. Ask for smaller pages or fewer levels.","extensions":{"code":"LIMIT","fieldCost":2,"typeCost":62,"maxCost":60}}],"extensions":{"cost":{"fieldCost":2,"typeCost":62,"maxCost":60}}}""",
            refused.ToJson());
        Assert.Equal("""{"data":{"page":{"nodes":[]}},"extensions":{"cost":{"fieldCost":2,"typeCost":52,"maxCost":60}}}""", accepted.ToJson());
        Assert.Equal(Encoding.UTF8.GetByteCount(accepted.ToJson()), accepted.Length);
    }

    [Fact]
    public async Task By_default_a_full_page_in_a_full_page_is_accepted_with_much_in_it_and_a_third_is_not()
    {
        var much = string.Concat(Enumerable.Range(0, 45).Select(i => $"a{i}: late {{ name }} "));

        Assert.Equal("450002002/46002002", await Cost($"{{ page(first: 1000) {{ nodes {{ inner(first: 1000) {{ nodes {{ {much} }} }} }} }} }}"));
        Assert.Contains("\"LIMIT\"", await Cost("{ page(first: 1000) { nodes { inner(first: 1000) { nodes { inner(first: 1000) { nodes { name } } } } } } }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ page(first: 20) { nodes { name } } }")]
    [InlineData("query($n: Int = 7) { page(first: $n) { nodes { name inner(last: $n) { nodes { name } } } } thing { parts { name } } }")]
    public void The_cost_of_a_known_document_is_found_without_memory(string query)
    {
        var prepared = Executor.Prepare(new() { Query = query }, null);
        var cost = prepared.Plan!.Cost.Of(prepared.Variables!);
        // The runtime itself takes a little when it compiles anew, so the least of three turns counts.
        Assert.InRange(Enumerable.Range(0, 3).Min(_ => Turn()), 0, 500);

        long Turn()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
                if (prepared.Plan.Cost.Of(prepared.Variables!) != cost) Assert.Fail("The cost changes.");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [QueryType]
    public static class NegativeCost
    {
        [Cost(-1)]
        public static int Field => 0;
    }

    [QueryType]
    public static class NegativeSize
    {
        [ListSize(AssumedSize = -1)]
        public static int[] Field => [];
    }

    [QueryType]
    public static class UnknownArgument
    {
        [ListSize(SlicingArguments = ["take"])]
        public static int[] Field(string take) => [take.Length];
    }

    [QueryType]
    public static class NoList
    {
        [ListSize(AssumedSize = 5)]
        public static Cheap Field => new("");
    }

    [QueryType]
    public static class DearType
    {
        [Cost(-5)]
        public sealed record Thing(int Size);

        public static Thing Field => new(0);
    }

    [Theory]
    [InlineData(typeof(NegativeCost), "NegativeCost.Field: [Cost(-1)] is negative")]
    [InlineData(typeof(DearType), "Thing: [Cost(-5)] is negative")]
    [InlineData(typeof(NegativeSize), "NegativeSize.Field: [ListSize] has a negative AssumedSize")]
    [InlineData(typeof(UnknownArgument), "UnknownArgument.Field: [ListSize] names the slicing argument \"take\", which is no argument of type Int")]
    [InlineData(typeof(NoList), "NoList.Field: [ListSize] is on the field \"field\", which gives no list")]
    public void A_mistake_in_weights_and_sizes_stops_the_start(Type type, string expected)
    {
        var options = new GraphQLOptions().AddType(type);
        Assert.Contains(expected, Assert.Throws<SchemaException>(() => GraphQLSchema.Create(options)).Message, StringComparison.Ordinal);
    }
}
