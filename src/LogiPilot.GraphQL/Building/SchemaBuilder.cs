using System.Reflection;
using LogiPilot.GraphQL.Introspection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>Builds the schema from annotated C#: finds the classes, makes the types they lead to, checks the whole.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly GraphQLOptions _options;
    private readonly Func<Type, bool> _isService;
    private readonly HashSet<Assembly> _annotated;
    private readonly List<Type> _candidates;
    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<(Type, string), InputObjectType> _inputs = [];
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Dictionary<Type, List<Type>> _extensions = [];
    private readonly Queue<Action> _unfilled = new();

    private SchemaBuilder(GraphQLOptions options, Func<Type, bool> isService)
    {
        _options = options;
        _isService = isService;
        _annotated = [.. options.Assemblies, .. options.Types.Select(type => type.Assembly)];
        _candidates = [.. options.Assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Concat(options.Types).Distinct()];
    }

    public static GraphQLSchema Build(GraphQLOptions options, Func<Type, bool> isService) => new SchemaBuilder(options, isService).Build();

    private GraphQLSchema Build()
    {
        foreach (var scalar in BuiltInScalars.All().Concat(_options.Scalars))
        {
            _scalars[scalar.ClrType] = scalar;
            _byName[scalar.Name] = scalar;
        }
        foreach (var type in _candidates)
            foreach (var extension in type.GetCustomAttributes<ObjectTypeAttribute>())
                Extend(extension.Target, type);

        var query = Root("Query", typeof(QueryTypeAttribute), MakeField) ?? throw new SchemaException(
            "There is no query: mark a static class of resolvers with [QueryType] and add its assembly with AddTypes.");
        var mutation = Root("Mutation", typeof(MutationTypeAttribute), MakeMutation);
        var subscription = Root("Subscription", typeof(SubscriptionTypeAttribute), MakeSubscription);
        foreach (var type in _candidates.Where(type => type.IsDefined(typeof(InterfaceTypeAttribute), false) || type.IsDefined(typeof(UnionTypeAttribute), false)))
            Output(type, type);
        foreach (var target in _extensions.Keys) Output(target, target);
        Fill();
        _annotated.Add(typeof(MetaFields).Assembly);
        var meta = typeof(MetaFields).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => MakeField(method)).ToArray();
        Fill();
        LinkInterfaces();
        RefuseEmptyTypes();
        var directives = DirectiveDefinition.Specified(_scalars[typeof(bool)], _scalars[typeof(string)]);
        var schema = new GraphQLSchema(query, mutation, subscription, ReachableTypes(query, mutation, subscription), directives, meta);
        schema.Costs = new(schema, _options);
        Guard();
        return schema;
    }

    private void Extend(Type target, Type extension)
    {
        RequireStatic(extension);
        if (target.IsDefined(typeof(InterfaceTypeAttribute), false) || target.IsDefined(typeof(UnionTypeAttribute), false))
            throw SchemaException.At(extension, $"[ObjectType<{target.Name}>] extends object types only; extend the classes that implement {target.Name}.");
        if (!_extensions.TryGetValue(target, out var all)) _extensions[target] = all = [];
        all.Add(extension);
    }

    private ObjectType? Root(string name, Type attribute, Func<MemberInfo, FieldDefinition> make)
    {
        var classes = _candidates.Where(type => type.IsDefined(attribute, false)).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        if (classes.Count == 0) return null;
        var root = new ObjectType(name);
        _byName.Add(name, root);
        foreach (var type in classes)
        {
            RequireStatic(type);
            foreach (var member in StaticMembers(type))
            {
                var field = make(member);
                if (root.Field(field.Name) is { Member: { } other })
                    throw SchemaException.At(member, $"{name} has the field \"{field.Name}\" already, from {other.DeclaringType?.Name}.{other.Name}. Rename one or give it [GraphQLName].");
                Add(root, field);
            }
        }
        return root;
    }

    private static void RequireStatic(Type type)
    {
        if (!type.IsAbstract || !type.IsSealed)
            throw SchemaException.At(type, "a class of resolvers must be static; take services as parameters of its methods.");
    }

    private static void Add(FieldsType type, FieldDefinition field)
    {
        field.DeclaringType = type.Name;
        type.Add(field);
    }

    private void Fill()
    {
        while (_unfilled.TryDequeue(out var fill)) fill();
    }

    private void LinkInterfaces()
    {
        var interfaces = _outputs.Where(pair => pair.Value is InterfaceType).Select(pair => (Clr: pair.Key, Type: (InterfaceType)pair.Value)).ToList();
        foreach (var (clrType, type) in _outputs)
        {
            if (type is FieldsType fields)
                fields.Interfaces = [.. interfaces.Where(i => i.Clr != clrType && i.Clr.IsAssignableFrom(clrType)).Select(i => i.Type).OrderBy(i => i.Name, StringComparer.Ordinal)];
        }
    }

    private void RefuseEmptyTypes()
    {
        foreach (var (clrType, type) in _outputs)
            if (type is FieldsType { Fields.Count: 0 })
                throw SchemaException.At(clrType, $"the type {type.Name} has no field: give it a public property, or keep it out of the schema with [GraphQLIgnore] where it is used.");
        foreach (var ((clrType, _), type) in _inputs)
            if (type.Fields.Count == 0)
                throw SchemaException.At(clrType, $"the input type {type.Name} has no field: give its constructor a parameter.");
    }

    // Types that nothing leads to (a scalar nobody uses) stay out of the schema.
    private List<NamedType> ReachableTypes(params NamedType?[] roots)
    {
        var found = new HashSet<NamedType>();
        var waiting = new Stack<NamedType>(roots.OfType<NamedType>());
        foreach (var type in _byName.Values.Where(type => type is CompositeType)) waiting.Push(type);
        waiting.Push(_scalars[typeof(string)]);
        waiting.Push(_scalars[typeof(bool)]);
        while (waiting.TryPop(out var type))
        {
            if (!found.Add(type)) continue;
            IEnumerable<NamedType> next = type switch
            {
                FieldsType fields => fields.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.Named).Append(f.Type.Named)).Concat(fields.Interfaces),
                UnionType union => union.Members,
                InputObjectType input => input.Fields.Select(field => field.Type.Named),
                _ => [],
            };
            foreach (var other in next) waiting.Push(other);
        }
        return [.. found.OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    private T Register<T>(T type, Type clrType) where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type))
            throw SchemaException.At(clrType, $"another type is called \"{type.Name}\" already. Give one of them [GraphQLName].");
        return type;
    }
}
