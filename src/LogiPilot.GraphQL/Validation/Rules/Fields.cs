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
            Report(context, $"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", set.Start);
        else if (isComposite && field.SelectionSet is null)
            Report(context, $"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
    }
}

internal sealed class FieldsOnCorrectType : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.ParentType is not { } parent || context.Field is not null) return;
        var name = field.Name;
        var hint = context.Options.MaySuggest ? DidYouMean.Phrase("to use an inline fragment on ", TypesThatHave(context.Schema, parent, name)) : "";
        if (hint.Length == 0 && parent is FieldsType fields) hint = context.Suggest(name, fields.Fields.Select(known => known.Name));
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
        return [.. SortAsScriptEngines(types, Compare).Select(type => type.Name)];

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

    // The order is not transitive: of three types what comes first depends on the steps taken. These are V8's for short lists: one
    // descending run at the start is turned round, what follows is inserted by bisection.
    private static List<FieldsType> SortAsScriptEngines(List<FieldsType> types, Comparison<FieldsType> compare)
    {
        if (types.Count < 2) return types;
        var isDescending = compare(types[1], types[0]) < 0;
        var run = 2;
        while (run < types.Count && compare(types[run], types[run - 1]) < 0 == isDescending) run++;
        if (isDescending) types.Reverse(0, run);
        for (; run < types.Count; run++)
        {
            var type = types[run];
            var (low, high) = (0, run);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (compare(type, types[middle]) < 0) high = middle;
                else low = middle + 1;
            }
            types.RemoveAt(run);
            types.Insert(low, type);
        }
        return types;
    }
}
