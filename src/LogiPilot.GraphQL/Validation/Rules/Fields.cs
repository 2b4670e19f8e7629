using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ScalarLeafs : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Type is not { } type) return;
        var isComposite = type.Named is CompositeType;
        if (!isComposite && field.SelectionSet is { } set)
            Report(context, $"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        else if (isComposite && field.SelectionSet is null)
            Report(context, $"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
    }
}

internal sealed class FieldsOnCorrectType : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.ParentType is not { } parent || context.Field is not null) return;
        var name = field.Name.Value;
        var hint = DidYouMean.Phrase("to use an inline fragment on ", TypesThatHave(context.Schema, parent, name));
        if (hint.Length == 0 && parent is FieldsType fields) hint = DidYouMean.Suggest(name, fields.Fields.Select(known => known.Name));
        Report(context, $"Cannot query field \"{name}\" on type \"{parent}\".{hint}", field);
    }

    // Those that more of the possible types are come first, of equals an interface before what implements it.
    private static List<string> TypesThatHave(GraphQLSchema schema, CompositeType parent, string field)
    {
        if (parent is ObjectType) return [];
        var types = new List<FieldsType>();
        var uses = new Dictionary<FieldsType, int>();
        foreach (var type in schema.PossibleTypes(parent))
        {
            if (type.Field(field) is null) continue;
            Use(type);
            foreach (var i in type.Interfaces)
                if (i.Field(field) is not null) Use(i);
        }
        // Stable, as graphql-js sorts: the order is not total.
        var sorted = new List<FieldsType>(types.Count);
        foreach (var type in types)
        {
            var at = sorted.Count;
            while (at > 0 && Compare(type, sorted[at - 1]) < 0) at--;
            sorted.Insert(at, type);
        }
        return [.. sorted.Select(type => type.Name)];

        void Use(FieldsType type)
        {
            if (uses.TryAdd(type, 1)) types.Add(type);
            else uses[type]++;
        }

        int Compare(FieldsType a, FieldsType b)
        {
            if (uses[a] != uses[b]) return uses[b] - uses[a];
            if (a is InterfaceType && b.Interfaces.Contains(a)) return -1;
            if (b is InterfaceType && a.Interfaces.Contains(b)) return 1;
            return DidYouMean.NaturalOrder(a.Name, b.Name);
        }
    }
}
