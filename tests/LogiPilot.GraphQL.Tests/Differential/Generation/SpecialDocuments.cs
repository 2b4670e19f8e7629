using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>Documents that chance makes too seldom.</summary>
internal static class SpecialDocuments
{
    /// <summary>Three levels of lists below a type, one token from what is refused as too deep.</summary>
    public static Draft Introspection(GraphQLSchema schema, int seed)
    {
        var random = new Random(seed);
        var draft = new Draft();
        var type = random.From(schema.Types.OfType<FieldsType>().ToList()).Name;
        var leaf = random.From(["name", "kind", "description", "isOneOf"]);
        var lists = random.From(["fields", "interfaces", "possibleTypes"]);
        var below = lists == "fields" ? "type { " : "";
        var text = $"{{ {random.From(["a", "b", "c"])} : __type ( name : \"{type}\" ) {{ {lists} {{ name {below}fields {{ type {{ {leaf} ofType {{ name {leaf} }} }} }} {(below.Length > 0 ? "} " : "")}}} }} }}";
        foreach (var token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            draft.Words.Add(new(token, token is "type" or "ofType" ? Role.Field : Role.Punctuation, 0, "", null));
        return draft;
    }

    /// <summary>Operations whose text would be a type definition if they began with another keyword.</summary>
    public static Draft Simple(GraphQLSchema schema, int seed)
    {
        var random = new Random(seed);
        var draft = new Draft();
        var leaves = schema.Query.Fields.Where(field => field.Type.Named is not CompositeType && field.Arguments.All(argument => !argument.IsRequired)).ToList();
        var operations = random.Next(1, 4);
        for (var i = 0; i < operations; i++)
        {
            var name = $"Simple{i}";
            draft.Words.Add(new("query", Role.OperationKeyword, 0, name, null));
            draft.Words.Add(new(name, Role.OperationName, 0, name, null));
            draft.Words.Add(new("{", Role.RootBrace, 0, name, null));
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                var field = random.From(leaves);
                draft.Words.Add(new($"s{j}", Role.Alias, i, name, field) { On = schema.Query });
                draft.Words.Add(new(":", Role.Punctuation, 0, name, null));
                draft.Words.Add(new(field.Name, Role.Field, i, name, field) { On = schema.Query });
            }
            draft.Words.Add(new("}", Role.Punctuation, 0, name, null));
        }
        draft.OperationName = $"Simple{random.Next(operations)}";
        return draft;
    }
}
