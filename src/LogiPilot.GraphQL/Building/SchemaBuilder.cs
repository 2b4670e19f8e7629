using System.Reflection;
using LogiPilot.GraphQL.Introspection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>Builds the schema from annotated C#: finds the classes, makes the types they lead to, checks the whole.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly GraphQLOptions _options;
    private readonly Func<Type, bool>? _isService;
    private readonly HashSet<Assembly> _annotated;
    private readonly List<Type> _candidates;
    private readonly Annotations _said = new();
    private readonly XmlDocumentation _documentation;
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Dictionary<Type, List<Type>> _extensions = [];
    private readonly Dictionary<Type, MemberInfo> _takenBy = [];
    private readonly HashSet<Type> _interfaces = [];
    private readonly Queue<Action> _unfilled = new();

    private SchemaBuilder(GraphQLOptions options, Func<Type, bool>? isService)
    {
        _options = options;
        _isService = isService;
        _documentation = new(options.UseXmlDocumentation);
        _annotated = [.. options.Assemblies, .. options.Types.Select(type => type.Assembly)];
        _candidates = [.. options.Assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Concat(options.Types).Distinct()];
    }

    /// <summary>Without <paramref name="isService"/> nobody knows which services there are, and interfaces are taken for some.</summary>
    public static GraphQLSchema Build(GraphQLOptions options, Func<Type, bool>? isService) => new SchemaBuilder(options, isService).Build();

    private GraphQLSchema Build()
    {
        AddScalars();
        foreach (var type in _candidates)
            foreach (var extension in _said.Each<ObjectTypeAttribute>(type))
                Extend(extension, type);
        foreach (var type in _candidates)
            if (_said.Has<InterfaceTypeAttribute>(type)) _interfaces.Add(type);
        AddDirectives();

        var query = Root("Query", type => _said.Has<QueryTypeAttribute>(type), MakeField) ?? throw new SchemaException(
            "There is no query: mark a static class of resolvers with [QueryType] and add its assembly with AddTypes.");
        var mutation = Root("Mutation", type => _said.Has<MutationTypeAttribute>(type), MakeMutation);
        var subscription = Root("Subscription", type => _said.Has<SubscriptionTypeAttribute>(type), MakeSubscription);
        foreach (var type in _candidates)
            if (!type.ContainsGenericParameters && (_interfaces.Contains(type) || _said.Has<UnionTypeAttribute>(type))) Output(type, type);
        foreach (var target in _extensions.Keys) Output(target, target);
        Fill();
        _annotated.Add(typeof(MetaFields).Assembly);
        var meta = typeof(MetaFields).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => MakeField(method)).ToArray();
        Fill();
        InOrder((FieldsType)_outputs[typeof(TypeView)], "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf");
        InOrder((FieldsType)_outputs[typeof(FieldView)], "args", "type", "isDeprecated", "deprecationReason");
        InOrder((FieldsType)_outputs[typeof(DirectiveView)], "args", "isDeprecated", "deprecationReason");
        LinkInterfaces();
        var directives = DirectiveDefinition.Specified(_scalars[typeof(bool)], _scalars[typeof(string)]).Concat(_directives.Values).ToList();
        var schema = new GraphQLSchema(query, mutation, subscription, ReachableTypes(), directives, meta)
        {
            Description = _options.Description,
        };
        new SchemaRules().Check(schema.Types.Where(type => !type.IsIntrospection), schema.Directives);
        schema.Costs = new(schema, _options, _said);
        Guard();
        return schema;
    }

    private void AddScalars()
    {
        foreach (var scalar in BuiltInScalars.All().Concat(_options.Scalars))
        {
            RefuseName(scalar.Name, scalar.GetType());
            if (_byName.TryGetValue(scalar.Name, out var other) && ((ScalarType)other).ClrType != scalar.ClrType)
                throw SchemaException.At(scalar.GetType(), $"{other.GetType().Name} is called \"{scalar.Name}\" already and reads {((ScalarType)other).ClrType.Name}. Give this scalar another name.");
            if (_scalars.TryGetValue(scalar.ClrType, out var replaced)) _byName.Remove(replaced.Name);
            scalar.Description ??= _said.Description(scalar.GetType());
            scalar.Documentation = _documentation.Of(scalar.GetType());
            scalar.Origin = scalar.GetType();
            _scalars[scalar.ClrType] = scalar;
            _byName[scalar.Name] = scalar;
        }
    }

    private void Extend(ObjectTypeAttribute attribute, Type extension)
    {
        var target = attribute.Target;
        RequireStatic(extension);
        if (_said.Has<UnionTypeAttribute>(target))
            throw SchemaException.At(extension, $"a union has no fields to add to. Extend the classes that implement {target.Name}.");
        if (attribute.GetType().GetGenericTypeDefinition() == typeof(InterfaceTypeAttribute<>))
        {
            if (!target.IsInterface && !target.IsAbstract)
                throw SchemaException.At(extension, $"{target.Name} is neither an interface nor abstract. Say [ObjectType<{target.Name}>].");
            _interfaces.Add(target);
        }
        if (!_extensions.TryGetValue(target, out var all)) _extensions[target] = all = [];
        all.Add(extension);
    }

    private ObjectType? Root(string name, Func<Type, bool> isMarked, Func<MemberInfo, FieldDefinition> make)
    {
        var classes = _candidates.Where(isMarked).OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        if (classes.Count == 0) return null;
        var root = Register(new ObjectType(name), classes[0]);
        foreach (var type in classes)
        {
            RequireStatic(type);
            foreach (var member in StaticMembers(type))
            {
                var field = make(member);
                if (member is MethodInfo method && Array.Find(method.GetParameters(), p => _said.Has<ParentAttribute>(p)) is { } parent)
                    throw SchemaException.At(member, $"{name} has no parent object: remove [Parent] from the parameter \"{parent.Name}\".");
                if (root.Field(field.Name) is { Member: { } other })
                    throw SchemaException.At(member, $"{name} has the field \"{field.Name}\" already, from {other.DeclaringType?.Name}.{other.Name}. Rename one or give it [GraphQLName].");
                Add(root, field);
            }
        }
        if (root.Fields.Count == 0)
            throw SchemaException.At(classes[0], $"it has no public static method or property, so {name} has no field. Add a resolver or remove the attribute.");
        return root;
    }

    private static void RequireStatic(Type type)
    {
        if (!type.IsAbstract || !type.IsSealed)
            throw SchemaException.At(type, "a class of resolvers must be static; take services as parameters of its methods.");
        if (type.ContainsGenericParameters)
            throw SchemaException.At(type, "a class of resolvers cannot be generic. Write one for each type it would stand for.");
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

    // Properties of a class come before its methods; introspection has its fields in the order of the specification.
    private static void InOrder(FieldsType type, params IEnumerable<string> last)
    {
        foreach (var name in last)
        {
            var field = type.Field(name)!;
            type.Remove(field);
            type.Add(field);
        }
    }

    private void LinkInterfaces()
    {
        if (!_outputs.Values.Any(type => type is InterfaceType)) return;
        var interfaces = _outputs.Keys.Where(type => _outputs[type] is InterfaceType).OrderBy(type => _outputs[type].Name, StringComparer.Ordinal).ToList();
        foreach (var (clrType, type) in _outputs)
        {
            if (type is FieldsType fields)
                fields.Interfaces = [.. interfaces.Where(other => other != clrType && other.IsAssignableFrom(clrType)).Select(other => (InterfaceType)_outputs[other])];
        }
    }

    // Scalars and inputs that nothing leads to stay out of the schema.
    private List<NamedType> ReachableTypes()
    {
        var found = new HashSet<NamedType>();
        var waiting = new Stack<NamedType>(_byName.Values.Where(type => type is CompositeType));
        foreach (var argument in _directives.Values.SelectMany(directive => directive.Arguments)) waiting.Push(argument.Type.Named);
        waiting.Push(_scalars[typeof(string)]);
        waiting.Push(_scalars[typeof(bool)]);
        while (waiting.TryPop(out var type))
        {
            if (!found.Add(type)) continue;
            if (type is FieldsType made)
            {
                foreach (var field in made.Fields)
                {
                    waiting.Push(field.Type.Named);
                    foreach (var argument in field.Arguments) waiting.Push(argument.Type.Named);
                }
            }
            else if (type is InputObjectType input)
            {
                foreach (var field in input.Fields) waiting.Push(field.Type.Named);
            }
        }
        return [.. found.OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    private T Register<T>(T type, MemberInfo origin) where T : NamedType
    {
        RefuseName(type.Name, origin);
        type.Origin = origin;
        if (_byName.TryAdd(type.Name, type)) return type;
        var other = _byName[type.Name];
        if (other.Origin is Type root && (_said.Has<QueryTypeAttribute>(root) || _said.Has<MutationTypeAttribute>(root) || _said.Has<SubscriptionTypeAttribute>(root)))
            throw SchemaException.At(origin, $"the type {type.Name} is made of the classes marked [{type.Name}Type], such as {SchemaException.Place(root)}. Mark a static class of resolvers so, or give this type [GraphQLName].");
        if (other.Origin is null || other.Origin == origin)
            throw SchemaException.At(origin, $"another type is called \"{type.Name}\" already. Give one of them [GraphQLName].");
        throw SchemaException.At(origin, $"another type is called \"{type.Name}\" already, made of {SchemaException.Place(other.Origin)}. Give one of them [GraphQLName].");
    }
}
