using System.Collections.Concurrent;
using System.Reflection;
using LogiPilot.GraphQL.Building;
using LogiPilot.GraphQL.Costs;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL;

/// <summary>The types, directives and root operations of a server. Immutable once built.</summary>
public sealed class GraphQLSchema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<Type, ObjectType> _byClrType = [];
    private readonly ConcurrentDictionary<Type, ObjectType?> _runtimeTypes = new();
    private readonly Dictionary<NamedType, HashSet<ObjectType>> _possible = [];

    internal GraphQLSchema(
        ObjectType query, ObjectType? mutation, ObjectType? subscription,
        IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveDefinition> directives, IReadOnlyList<FieldDefinition> meta)
    {
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Types = types;
        Directives = directives;
        TypeNameField = meta.Single(field => field.Name == "__typename");
        SchemaField = meta.Single(field => field.Name == "__schema");
        TypeField = meta.Single(field => field.Name == "__type");
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (type is ObjectType { ClrType: { } clrType } made) _byClrType[clrType] = made;
            if (type is UnionType union) _possible[union] = [.. union.Members];
            if (type is ObjectType implementer)
                foreach (var i in implementer.Interfaces)
                    (_possible.TryGetValue(i, out var all) ? all : _possible[i] = []).Add(implementer);
        }
    }

    public string? Description { get; internal init; }
    public ObjectType Query { get; }
    public ObjectType? Mutation { get; }
    public ObjectType? Subscription { get; }

    /// <summary>All types, by name.</summary>
    public IReadOnlyList<NamedType> Types { get; }
    public IReadOnlyList<DirectiveDefinition> Directives { get; }
    /// <summary>Of a schema made of annotated C#; one made of SDL has no attributes to read.</summary>
    internal CostModel Costs { get => field ??= new(this, new()); set; }

    /// <summary>What introspection shows.</summary>
    internal Introspection.SchemaView View => field ??= new(this);
    internal FieldDefinition TypeNameField { get; }
    internal FieldDefinition SchemaField { get; }
    internal FieldDefinition TypeField { get; }

    /// <summary>Builds a schema without a server; <paramref name="isService"/> says which classes are services (interfaces are anyway).</summary>
    public static GraphQLSchema Create(GraphQLOptions options, Func<Type, bool>? isService = null) =>
        SchemaBuilder.Build(options, isService);

    public static GraphQLSchema Create(params Assembly[] assemblies)
    {
        var options = new GraphQLOptions();
        foreach (var assembly in assemblies) options.AddTypes(assembly);
        return Create(options);
    }

    /// <summary>
    /// The schema a document in SDL defines, to validate other documents against and to print. Its fields have no resolvers. A
    /// <see cref="SchemaException"/> has every mistake, located and worded as graphql-js does.
    /// </summary>
    public static GraphQLSchema FromSdl(string sdl) => SdlSchemaBuilder.Build(sdl);

    public NamedType? Type(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? Directive(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The schema in SDL, as graphql-js prints it, types by name.</summary>
    public string Print() => SchemaPrinter.Print(this);

    /// <summary>Refuses policies of <c>[Authorize]</c> that nobody has added.</summary>
    internal void VerifyAuthorization(IServiceProvider services)
    {
        foreach (var type in Types.OfType<ObjectType>())
            foreach (var field in type.Fields) field.Authorize?.Verify(services);
    }

    internal IReadOnlyCollection<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType one ? [one] : _possible.TryGetValue(type, out var types) ? types : [];

    internal bool IsPossible(NamedType type, ObjectType concrete) =>
        ReferenceEquals(type, concrete) || (_possible.TryGetValue(type, out var types) && types.Contains(concrete));

    /// <summary>The object type of a C# object met where the schema says interface or union.</summary>
    internal ObjectType? ObjectTypeOf(Type runtimeType) => _runtimeTypes.GetOrAdd(runtimeType, static (type, known) =>
    {
        for (var level = type; level is not null; level = level.BaseType)
            if (known.TryGetValue(level, out var found)) return found;
        return null;
    }, _byClrType);

    internal FieldDefinition? FieldOf(CompositeType parent, string name) =>
        name.Length > 1 && name[0] == '_' && name[1] == '_'
            ? name switch
            {
                "__typename" => TypeNameField,
                "__schema" when ReferenceEquals(parent, Query) => SchemaField,
                "__type" when ReferenceEquals(parent, Query) => TypeField,
                _ => (parent as FieldsType)?.Field(name),
            }
            : (parent as FieldsType)?.Field(name);
}
