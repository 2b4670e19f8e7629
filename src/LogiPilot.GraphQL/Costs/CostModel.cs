using System.Reflection;
using LogiPilot.GraphQL.Building;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Costs;

/// <summary>What a field costs wherever it is selected; the sizes count items of the list it gives, or of lists in the object it gives.</summary>
internal sealed record FieldCost(long Weight, bool IsList, long InnerSize, long DefaultSize, long MaxSize, IReadOnlyList<InputValue> SlicingArguments)
{
    /// <summary>Whether the lists in the object have the size this field's arguments say: a connection.</summary>
    public bool SizesFields => !IsList && SlicingArguments.Count > 0;
}

/// <summary>
/// The weights of all fields and types of a schema, read from its attributes when it is built, so that a mistake in them stops the start.
/// The semantics are those of IBM's cost specification as Hot Chocolate has them.
/// </summary>
internal sealed class CostModel
{
    private const int AsynchronousWeight = 10;
    private static readonly ListSizeAttribute Unsaid = new();
    private readonly Dictionary<FieldDefinition, FieldCost> _fields;
    private readonly Dictionary<ObjectType, long> _types = [];
    private readonly int _assumedSize;
    private readonly Annotations _said;

    public CostModel(GraphQLSchema schema, GraphQLOptions options, Annotations? said = null)
    {
        _said = said ?? new();
        _assumedSize = options.AssumedListSize;
        var count = 3;
        foreach (var type in schema.Types)
            if (type is ObjectType made) count += made.Fields.Count;
        _fields = new(count);
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            _types[type] = type.ClrType is { } clrType && WeightSaid(clrType) is { } weight ? weight : 1;
            foreach (var field in type.Fields) _fields[field] = Measure(field);
        }
        foreach (var field in new[] { schema.TypeNameField, schema.SchemaField, schema.TypeField }) _fields[field] = Measure(field);
    }

    public FieldCost Of(FieldDefinition field) => _fields[field];

    public long Of(ObjectType type) => _types[type];

    private FieldCost Measure(FieldDefinition field)
    {
        var said = _said.Get<ListSizeAttribute>(field.Member);
        var list = field.Type.Nullable as ListType;
        var isComposite = field.Type.Named is CompositeType;
        var slicing = Slicing(field, said);
        if (said is not null) Check(field, said, list is not null || (isComposite && slicing.Count > 0));
        var (byDefault, most) = ((long)(said is { AssumedSize: > 0 } ? said.AssumedSize : _assumedSize), (long)int.MaxValue);
        foreach (var parameter in field.Resolver?.Parameters ?? [])
            if (parameter is PageParameter page) (byDefault, most) = (Math.Min(page.DefaultSize, page.MaxSize), page.MaxSize);
        return new(Weight(field, isComposite), list is not null, InnerSize(list), byDefault, most, slicing);
    }

    private static IReadOnlyList<InputValue> Slicing(FieldDefinition field, ListSizeAttribute? said)
    {
        if (field.Arguments.Count == 0) return [];
        var found = new List<InputValue>();
        foreach (var argument in field.Arguments)
            if (argument.Type.Nullable is ScalarType { Name: "Int" } && (said ?? Unsaid).SlicingArguments.Contains(argument.Name)) found.Add(argument);
        return found;
    }

    private static void Check(FieldDefinition field, ListSizeAttribute said, bool hasSize)
    {
        if (said.AssumedSize < 0) throw SchemaException.At(field.Member!, "[ListSize] has a negative AssumedSize.");
        if (!ReferenceEquals(said.SlicingArguments, Unsaid.SlicingArguments) && !said.SlicingArguments.SequenceEqual(Unsaid.SlicingArguments)
            && said.SlicingArguments.FirstOrDefault(name => field.Argument(name)?.Type.Nullable is not ScalarType { Name: "Int" }) is { } wrong)
            throw SchemaException.At(field.Member!, $"[ListSize] names the slicing argument \"{wrong}\", which is no argument of type Int of the field \"{field.Name}\".");
        if (!hasSize) throw SchemaException.At(field.Member!, $"[ListSize] is on the field \"{field.Name}\", which gives no list and has no slicing argument. Leave it out.");
    }

    private long Weight(FieldDefinition field, bool isComposite)
    {
        if (field.Member is { } member && WeightSaid(member) is { } said) return said;
        var returned = (field.Member as MethodInfo)?.ReturnType ?? (field.Member as PropertyInfo)?.PropertyType;
        var isAsynchronous = returned is { IsGenericType: true } && returned.GetGenericTypeDefinition() is var definition
            && (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(IAsyncEnumerable<>));
        return isAsynchronous ? AsynchronousWeight : isComposite ? 1 : 0;
    }

    private long? WeightSaid(MemberInfo member)
    {
        if (_said.Get<CostAttribute>(member) is not { } cost) return null;
        return cost.Weight >= 0 ? cost.Weight : throw SchemaException.At(member, $"[Cost({cost.Weight})] is negative.");
    }

    // A list of lists has rows of the assumed size.
    private long InnerSize(ListType? list)
    {
        var size = 1L;
        while (list?.OfType.Nullable is ListType inner) (list, size) = (inner, Math.Min(size * _assumedSize, int.MaxValue));
        return size;
    }
}
