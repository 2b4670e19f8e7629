using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Introspection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private static readonly HashSet<string> NeverFields = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "ToString", "GetType", "Deconstruct", "CompareTo", "PrintMembers", "Dispose", "DisposeAsync", "GetEnumerator",
    };

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private List<MemberInfo> StaticMembers(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        MemberInfo[] properties = type.GetProperties(declared), methods = type.GetMethods(declared);
        Array.Sort(methods, ByToken);
        Array.Sort(properties, ByToken);
        var members = new List<MemberInfo>(methods.Length);
        foreach (var member in methods)
            if (member is MethodInfo { IsSpecialName: false } && !_said.IsIgnored(member)) members.Add(member);
        foreach (var member in properties)
            if (!_said.IsIgnored(member)) members.Add(member);
        return members;
    }

    private List<MemberInfo> InstanceMembers(Type type)
    {
        var members = new List<MemberInfo>();
        var levels = new List<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType) levels.Insert(0, level);
        if (type.IsInterface) levels.InsertRange(0, type.GetInterfaces());
        _seen.Clear();
        foreach (var level in levels)
        {
            const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
            MemberInfo[] properties = level.GetProperties(declared), methods = _annotated.Contains(level.Assembly) ? level.GetMethods(declared) : [];
            Array.Sort(properties, ByToken);
            Array.Sort(methods, ByToken);
            foreach (var member in properties) AddField(member, level);
            foreach (var member in methods) AddField(member, level);
        }
        return members;

        void AddField(MemberInfo member, Type level)
        {
            if (IsField(member) && _seen.Add(member.Name)
                && (level == type || !_said.IsIgnored(type.GetMember(member.Name).FirstOrDefault() ?? member))) members.Add(member);
        }
    }

    private static int ByToken(MemberInfo a, MemberInfo b) => a.MetadataToken.CompareTo(b.MetadataToken);

    private bool IsField(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !_said.IsIgnored(member),
        // Methods of types that know nothing of this library are behaviour, not fields.
        MethodInfo method => !method.IsSpecialName && !method.IsGenericMethod && !method.Name.Contains('<', StringComparison.Ordinal)
            && !NeverFields.Contains(method.Name)
            && !ClrShape.IsNothing(method.ReturnType) && !_said.IsIgnored(member),
        _ => false,
    };

    private FieldDefinition MakeField(MemberInfo member)
    {
        var name = Naming.Field(_said, member);
        var shape = ClrShape.Returned(_said, member);
        if (ClrShape.IsNothing(shape.Type))
            throw SchemaException.At(member, "a resolver must return a value. Return T or Task<T>, or take the method out with [GraphQLIgnore].");
        var isPaged = member is MethodInfo method && Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(PageRequest));
        var isConnection = shape.WithoutTask.Is(typeof(Connection<>));
        if (isPaged && !isConnection)
            throw SchemaException.At(member, $"it takes a PageRequest and returns no connection. Return Connection<T>, made by Connection.FromPage or FromList.");
        if (!isConnection && _said.Has<UseConnectionAttribute>(member))
            throw SchemaException.At(member, "[UseConnection] pages nothing here. Take a PageRequest and return Connection<T>, made by Connection.FromPage or FromList.");
        if (shape.WithoutTask.Is(typeof(FieldResult<>)) || _said.Has<ErrorAttribute>(member))
            throw SchemaException.At(member, "only mutations have errors in their answer's type. Return T, and throw a GraphQLException where there is none.");
        if (isConnection && !isPaged)
            throw SchemaException.At(member, "it returns a connection and takes no PageRequest, so no page can be asked for. Take one.");
        return MakeField(member, name, TypeSaid(member, member, isInput: false) ?? Output(shape.WithoutTask, member, name), shape.IsTask);
    }

    private FieldDefinition MakeField(MemberInfo member, string name, GraphType type, bool isTask)
    {
        RefuseName(name, member);
        var (sources, parameters, arguments) = member is MethodInfo method ? Parameters(method) : Taken.Nothing;
        return new(name, type)
        {
            Description = _said.Description(member),
            Documentation = _documentation.Of(member),
            DeprecationReason = _said.Deprecation(member),
            Member = member,
            Arguments = arguments,
            Resolver = new MemberResolver(member, sources, isTask ? null : type.Nullable as ILeafWriter) { Parameters = parameters },
        };
    }

    private static void RefuseName(string name, MemberInfo member)
    {
        var isName = name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_');
        foreach (var c in name) isName = isName && (char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isName) throw SchemaException.At(member, $"\"{name}\" is no GraphQL name. Give it one with [GraphQLName].");
        if (name.StartsWith("__", StringComparison.Ordinal) && member.Module.Assembly != typeof(MetaFields).Assembly)
            throw SchemaException.At(member, $"\"{name}\" begins with \"__\", which is reserved for introspection. Give it another name with [GraphQLName].");
    }

    private GraphType? TypeSaid(ICustomAttributeProvider source, MemberInfo where, bool isInput)
    {
        if (_said.Get<GraphQLTypeAttribute>(source) is not { } said) return null;
        Language.TypeNode written;
        try
        {
            written = Language.Parser.ParseType(said.Type);
        }
        catch (GraphQLException mistake)
        {
            throw SchemaException.At(where, $"[GraphQLType(\"{said.Type}\")] is no type as SDL writes it: {mistake.Message} Write for example \"[ID!]!\".");
        }
        var type = GraphType.Of(written, _byName, static (types, name) => types.GetValueOrDefault(name))
            ?? throw SchemaException.At(where, $"[GraphQLType(\"{said.Type}\")] names a type the schema does not have (yet). Use a scalar or a C# type.");
        if (isInput ? type.IsInput : type.IsOutput) return type;
        throw SchemaException.At(where, isInput
            ? $"[GraphQLType(\"{said.Type}\")] says an output type where an input type is needed."
            : $"[GraphQLType(\"{said.Type}\")] says an input type where an output type is needed.");
    }
}
