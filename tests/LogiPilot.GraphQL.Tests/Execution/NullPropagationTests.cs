using System.Text.Json.Nodes;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>A node of a random tree; every field exists as one that answers at once and one that answers later.</summary>
public sealed class TreeNode(int seed)
{
    internal int Seed { get; } = seed;

    // A fifth of the children are null, whatever their type says.
    internal TreeNode? Child(int salt) => Hash(salt) % 5 == 0 ? null : new(Hash(salt));

    internal int? Number(int salt) => Hash(salt) % 7 == 0 ? null : Hash(salt) % 100;

    internal IReadOnlyList<TreeNode?> Children(int salt) => [.. Enumerable.Range(0, 1 + (Hash(salt) % 3)).Select(i => Child(salt + i + 10))];

    private int Hash(int salt) => (int)((uint)HashOf(Seed, salt) % 1_000_003);

    private static int HashOf(int a, int b) => unchecked((((a * 31) + b) * 16_777_619) ^ (a >> 3));

    public TreeNode? Some() => Child(1);

    public TreeNode Must() => Child(2)!;

    public IReadOnlyList<TreeNode?> Many() => Children(3);

    public IReadOnlyList<TreeNode> MustMany() => Children(4)!;

    public int? Value() => Number(5);

    public int MustValue() => Number(6) ?? throw new GraphQLException("none");

    public Task<TreeNode?> SomeLater() => Later(Some);

    public Task<TreeNode> MustLater() => Later(Must);

    public Task<IReadOnlyList<TreeNode?>> ManyLater() => Later(Many);

    public Task<IReadOnlyList<TreeNode>> MustManyLater() => Later(MustMany);

    public Task<int?> ValueLater() => Later(Value);

    public Task<int> MustValueLater() => Later(MustValue);

    private async Task<T> Later<T>(Func<T> value)
    {
        if (Seed % 3 == 0) await Task.Yield();
        else if (Seed % 3 == 1) await Task.Delay(Seed % 4);
        return value();
    }
}

[QueryType]
public static class TreeQueries
{
    public static TreeNode? GetTree(int seed) => new(seed);

    public static async Task<TreeNode> GetTreeLaterAsync(int seed)
    {
        await Task.Yield();
        return new(seed);
    }
}

public sealed class NullPropagationTests
{
    private readonly GraphQLExecutor _executor;

    public NullPropagationTests()
    {
        var options = new GraphQLOptions().AddType(typeof(TreeQueries));
        options.MaxAliases = 10_000;
        _executor = new(GraphQLSchema.Create(options), options);
    }

    [Fact]
    public async Task A_null_goes_up_to_the_nearest_nullable_value_whether_fields_answer_at_once_or_later()
    {
        var nulls = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var root = random.Next(2) == 0 ? "tree" : "treeLater";
            var selection = Selection(random, 4);
            var query = $"{{ {root}(seed: {seed}) {selection.Text} }}";
            await using var result = await _executor.ExecuteAsync(new() { Query = query });
            var data = JsonNode.Parse(result.ToJson())!["data"];
            var tree = Expected(new(seed), selection);
            var expected = tree is null && root == "treeLater" ? null : new JsonObject { [root] = tree };
            Assert.Equal(query + "\n" + (expected?.ToJsonString() ?? "null"), query + "\n" + (data?.ToJsonString() ?? "null"));
            Assert.All(result.Errors, error => Assert.NotEmpty(error.Path!));
            if (result.Errors.Count > 0) nulls++;
        }
        Assert.InRange(nulls, 100, 590);
    }

    private sealed record Picked(List<(string Name, string Field, Picked? Below)> Fields)
    {
        public string Text => $"{{{string.Concat(Fields.Select(picked => $" {picked.Name}: {picked.Field} {picked.Below?.Text}"))} }}";
    }

    private static Picked Selection(Random random, int depth)
    {
        var fields = new List<(string, string, Picked?)>();
        for (var i = 0; i <= random.Next(3); i++)
        {
            var field = ((string[])["some", "must", "many", "mustMany", "value", "mustValue"])[depth == 0 ? 4 + random.Next(2) : random.Next(6)];
            var below = field.EndsWith("alue", StringComparison.Ordinal) ? null : Selection(random, depth - 1);
            fields.Add(($"f{i}", field + (random.Next(2) == 0 ? "" : "Later"), below));
        }
        return new(fields);
    }

    /// <summary>The object, or null where one of its non-null fields is.</summary>
    private static JsonObject? Expected(TreeNode node, Picked selection)
    {
        var made = new JsonObject();
        foreach (var (name, field, below) in selection.Fields)
        {
            var bare = field.Replace("Later", "", StringComparison.Ordinal);
            var value = bare switch
            {
                "some" => node.Child(1) is { } child ? Expected(child, below!) : null,
                "must" => node.Child(2) is { } child ? Expected(child, below!) : null,
                "many" => List(node.Children(3), below!, itemsMayBeNull: true),
                "mustMany" => List(node.Children(4), below!, itemsMayBeNull: false),
                "value" => node.Number(5),
                _ => (JsonNode?)node.Number(6),
            };
            if (value is null && bare is not ("some" or "value")) return null;
            made[name] = value;
        }
        return made;
    }

    private static JsonArray? List(IReadOnlyList<TreeNode?> nodes, Picked below, bool itemsMayBeNull)
    {
        var list = new JsonArray();
        foreach (var node in nodes)
        {
            var item = node is null ? null : Expected(node, below);
            if (item is null && !itemsMayBeNull) return null;
            list.Add((JsonNode?)item);
        }
        return list;
    }
}
