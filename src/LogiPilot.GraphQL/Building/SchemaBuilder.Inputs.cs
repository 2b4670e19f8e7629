using System.Collections;
using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    /// <summary>What an argument or input field is made of: a parameter, or a property, or both where a record has them.</summary>
    private sealed record InputSource(string Name, ClrShape Shape, Type Declared, MemberInfo Where, ParameterInfo? Parameter, PropertyInfo? Property)
    {
        public bool HasDefault { get; init; }
        public object? Default { get; init; }

        /// <summary>What the C# side gets where there is neither value nor default.</summary>
        public object? Absent { get; init; }
        public MemberDocumentation? Documentation { get; init; }
    }

    private InputValue MakeArgument(ParameterInfo parameter, MemberInfo where) =>
        MakeInput(new(Naming.Parameter(_said, parameter), ClrShape.Taken(_said, parameter), parameter.ParameterType, where, parameter, null)
        {
            HasDefault = HasDefault(parameter),
            Default = HasDefault(parameter) ? parameter.DefaultValue : null,
            Documentation = _documentation.Of(parameter),
        });

    // Where nothing says so, reflection would look for attributes.
    private static bool HasDefault(ParameterInfo parameter) => parameter.IsOptional && parameter.HasDefaultValue;

    private InputValue MakeInput(InputSource source)
    {
        var (shape, declared, where) = (source.Shape, source.Declared, source.Where);
        RefuseName(source.Name, where);
        var isOptional = shape.Is(typeof(Optional<>));
        if (isOptional)
        {
            shape = shape.Arguments[0];
            if (shape is { Nullable: false, Type.IsValueType: true })
                throw SchemaException.At(where, $"\"{source.Name}\" may be null and Optional<{SchemaException.Name(shape.Type)}> cannot tell. Say Optional<{SchemaException.Name(shape.Type)}?>.");
            shape = shape with { Nullable = true };
        }
        var type = Said(source) ?? Input(shape, where);
        var binding = InputBinding.Of(type, declared);
        var written = (Written(source.Parameter) ?? Written(source.Property)) is { } syntax ? ParseDefault(syntax, source) : null;
        var byDefault = source.Default;
        var bare = System.Nullable.GetUnderlyingType(declared) ?? declared;
        if (byDefault is not null && bare.IsEnum) byDefault = Enum.ToObject(bare, byDefault);
        if (source.HasDefault && byDefault is null && declared.IsValueType) byDefault = Activator.CreateInstance(declared);
        // A default that C# can only spell as default(T) says nothing to a client.
        var literal = written ?? (source.HasDefault && byDefault is not null && !isOptional ? Literal(type, byDefault, source) : null);
        return new(source.Name, source.HasDefault && literal is null ? type.Nullable : type)
        {
            Description = _said.Description(source.Parameter) ?? _said.Description(source.Property),
            Documentation = source.Documentation,
            DeprecationReason = _said.Deprecation(source.Parameter) ?? _said.Deprecation(source.Property),
            Binding = binding,
            Default = literal,
            AbsentSource = written is null ? null : Reading(written, binding),
            // A property's own initialiser makes a new list each time.
            AbsentValue = source.HasDefault && (source.Absent is null || ArgumentReader.MayBeShared(byDefault)) ? byDefault : source.Absent ?? (isOptional ? Activator.CreateInstance(declared) : null),
        };
    }

    private static Func<object?> Reading(ValueNode literal, InputBinding binding)
    {
        var first = new Lazy<object?>(Read);
        return () => ArgumentReader.MayBeShared(first.Value) ? first.Value : Read();

        object? Read() => InputReading.Wrap(binding, new LiteralInputReader(VariableValues.None).Read(literal, binding));
    }

    private GraphType? Said(InputSource source)
    {
        var type = (source.Parameter is null ? null : TypeSaid(source.Parameter, source.Where, isInput: true))
            ?? (source.Property is null ? null : TypeSaid(source.Property, source.Where, isInput: true));
        if (type?.Named is not ScalarType scalar) return type;
        var taken = source.Shape.Is(typeof(Optional<>)) ? source.Shape.Arguments[0] : source.Shape;
        for (var list = type.Nullable; list is ListType inner && taken.Element is { } element; list = inner.OfType.Nullable) taken = element;
        return taken.Type == scalar.ClrType
            ? type
            : throw SchemaException.At(source.Where, $"[GraphQLType(\"{type}\")] gives \"{source.Name}\" a {scalar.ClrType.Name}, and it is a {taken.Type.Name}. Take a {scalar.ClrType.Name}.");
    }

    private string? Written(ICustomAttributeProvider? source) => _said.Get<DefaultValueAttribute>(source)?.Syntax;

    private static ValueNode ParseDefault(string syntax, InputSource source)
    {
        try
        {
            return Parser.ParseValue(syntax);
        }
        catch (GraphQLException mistake)
        {
            throw SchemaException.At(source.Where, $"the default of \"{source.Name}\", {syntax}, is no GraphQL value: {mistake.Message} A string is written with its quotes.");
        }
    }

    private static ValueNode? Literal(GraphType type, object value, InputSource source)
    {
        if (type.Nullable is ListType list && value is IEnumerable items and not string)
        {
            var literals = items.Cast<object?>().Select(item => item is null ? new NullValueNode() : Literal(list.OfType, item, source)).ToList();
            return literals.Contains(null) ? null : new ListValueNode(literals!);
        }
        if (type.Nullable is EnumType values)
        {
            return values.Values.FirstOrDefault(v => v.ClrValue.Equals(value)) is { } known
                ? new EnumValueNode(known.Name)
                : throw SchemaException.At(source.Where, $"the default of \"{source.Name}\" is {value}, which is no value of the enum {values.Name}. Take one of its values.");
        }
        if (type.Nullable is not ScalarType scalar || scalar.ClrType != value.GetType()) return null;
        var literal = scalar.ToLiteral(value);
        return Constant.Mistake(literal, scalar) is null
            ? literal
            : throw SchemaException.At(source.Where, $"the default of \"{source.Name}\" is written as {literal}, which {scalar.Name} does not read. Let {scalar.GetType().Name} override ToLiteral, or take another default.");
    }

    private GraphType Input(ClrShape shape, MemberInfo where)
    {
        GraphType type;
        if (_scalars.TryGetValue(shape.Type, out var scalar))
        {
            type = scalar;
        }
        else if (!shape.Type.IsValueType && shape.Element is { } element && !Unfit.IsDictionary(shape.Type))
        {
            var item = element is { Nullable: true, Type.IsValueType: true } ? typeof(Nullable<>).MakeGenericType(element.Type) : element.Type;
            if (!shape.Type.IsArray && !shape.Is(typeof(List<>)) && !shape.Type.IsAssignableFrom(item.MakeArrayType()))
                throw SchemaException.At(where, $"{SchemaException.Name(shape.Type)} cannot be an input list. Take an array, a List<T> or an IReadOnlyList<T>.");
            type = new ListType(Input(element, where));
        }
        else
        {
            type = Input(shape.Type, where);
        }
        return shape.Nullable ? type : new NonNullType(type);
    }

    private NamedType Input(Type type, MemberInfo where)
    {
        if (_scalars.TryGetValue(type, out var scalar)) return scalar;
        if (type.IsEnum) return _outputs.TryGetValue(type, out var known) ? known : EnumOf(type);
        Unfit.Refuse(type, where);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Connection<>))
            throw SchemaException.At(where, "a connection is an output and cannot be taken. Take a list.");
        if (type.IsInterface || type.IsAbstract)
            throw SchemaException.At(where, $"{SchemaException.Name(type)} is abstract, so it cannot be an input. Take a record, or mark a service with [Service].");
        var name = Naming.Type(_said, type);
        _takenBy.TryAdd(type, where);
        return InputObject(type, _outputs.ContainsKey(type) ? name + "Input" : name);
    }

    private InputObjectType InputObject(Type type, string name)
    {
        if (InputCalled(name, type) is { } known) return known;
        // It was renamed when the same record came to be an output.
        if (_outputs.ContainsKey(type) && InputCalled(name + "Input", type) is { } renamed) return renamed;
        var made = Register(Described(new InputObjectType(name) { ClrType = type, IsOneOf = _said.Has<OneOfAttribute>(type) }, type), type);
        _unfilled.Enqueue(() =>
        {
            try
            {
                FillInput(made, type);
                if (made.Fields.Count == 0)
                    throw SchemaException.At(type, $"the input type {made.Name} has no field: give its constructor a parameter, or it a property that can be set.");
            }
            catch (SchemaException mistake) when (PerhapsService(type) is { } advice)
            {
                throw new SchemaException($"{mistake.Message} {advice}");
            }
        });
        return made;
    }

    private InputObjectType? InputCalled(string name, Type type) =>
        _byName.TryGetValue(name, out var known) && known is InputObjectType input && input.ClrType == type ? input : null;

    // A class nobody registered is read as an input, and that is not the mistake its author looks for. A record is no service.
    private string? PerhapsService(Type type)
    {
        while (_takenBy.GetValueOrDefault(type) is { } by && (by as Type ?? (by as PropertyInfo)?.DeclaringType) is { } outer && outer != type && _takenBy.ContainsKey(outer)) type = outer;
        return _isService is null || _takenBy.GetValueOrDefault(type) is not MethodInfo method || type.GetMethod("<Clone>$") is not null
            ? null
            : $"({SchemaException.Place(method)} takes {SchemaException.Name(type)} as an input; if it is a service, register it.)";
    }
}
