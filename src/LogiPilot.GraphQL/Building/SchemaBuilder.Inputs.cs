using System.Linq.Expressions;
using System.Reflection;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private InputValue MakeArgument(ParameterInfo parameter, MemberInfo where) =>
        MakeInput(Naming.Parameter(parameter), ClrShape.Taken(_nullability, parameter), parameter.ParameterType, where,
            parameter.HasDefaultValue, parameter.DefaultValue, TypeSaid(parameter), parameter);

    private InputValue MakeInput(
        string name, ClrShape shape, Type declared, MemberInfo where, bool hasDefault, object? byDefault, GraphType? said, params ICustomAttributeProvider?[] attributes)
    {
        RefuseName(name, where);
        var isOptional = shape.Is(typeof(Optional<>));
        if (isOptional) shape = shape.Arguments[0] with { Nullable = true };
        var type = said ?? Input(shape, where);
        var bare = System.Nullable.GetUnderlyingType(declared) ?? declared;
        if (hasDefault && byDefault is not null && bare.IsEnum) byDefault = Enum.ToObject(bare, byDefault);
        if (hasDefault && byDefault is null && declared.IsValueType) byDefault = Activator.CreateInstance(declared);
        // A default that C# can only spell as default(T) says nothing to a client.
        var literal = hasDefault && byDefault is not null && !isOptional ? Literal(type, byDefault) : null;
        return new(name, hasDefault && literal is null ? type.Nullable : type)
        {
            Description = attributes.OfType<ICustomAttributeProvider>().Select(Naming.Description).FirstOrDefault(text => text is not null),
            DeprecationReason = attributes.OfType<ICustomAttributeProvider>().Select(Naming.Deprecation).FirstOrDefault(text => text is not null),
            Default = literal,
            Binding = InputBinding.Of(type, declared),
            AbsentValue = hasDefault ? byDefault : isOptional ? Activator.CreateInstance(declared) : null,
        };
    }

    private static ValueNode? Literal(GraphType type, object value) => type.Nullable switch
    {
        ScalarType scalar when scalar.ClrType == value.GetType() => scalar.ToLiteral(value),
        EnumType values when values.Values.FirstOrDefault(v => v.ClrValue.Equals(value)) is { } known => new EnumValueNode(known.Name),
        _ => null,
    };

    private GraphType Input(ClrShape shape, MemberInfo where)
    {
        GraphType type;
        if (shape.Element is { } element)
        {
            if (!shape.Type.IsArray && !shape.Is(typeof(List<>)) && !shape.Type.IsAssignableFrom(element.Type.MakeArrayType()))
                throw SchemaException.At(where, $"{shape.Type.Name} cannot be an input list. Take an array, a List<T> or an IReadOnlyList<T>.");
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
        RefuseUnfit(type, where);
        if (type.IsInterface || type.IsAbstract)
            throw SchemaException.At(where, $"{type.Name} is abstract, so it cannot be an input. Take a record, or mark a service with [Service].");
        var name = Naming.Type(type);
        return InputObject(type, _outputs.ContainsKey(type) ? name + "Input" : name);
    }

    private InputObjectType InputObject(Type type, string name)
    {
        if (_inputs.TryGetValue((type, name), out var known)) return known;
        var made = Register(Described(new InputObjectType(name) { ClrType = type, IsOneOf = type.IsDefined(typeof(OneOfAttribute), false) }, type), type);
        _inputs[(type, name)] = made;
        _unfilled.Enqueue(() => FillInput(made, type));
        return made;
    }

    private void FillInput(InputObjectType made, Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        if (constructor is null)
            throw SchemaException.At(type, "an input type needs a public constructor. A record has one.");
        if (constructor.GetParameters().Length > 0) FillFromConstructor(made, type, constructor);
        else FillFromProperties(made, type);
        if (made.IsOneOf && made.Fields.FirstOrDefault(field => field.Type.IsNonNull || field.Default is not null) is { } wrong)
            throw SchemaException.At(type, $"every field of a [OneOf] input must be nullable and without default; \"{wrong.Name}\" is not.");
    }

    private void FillFromConstructor(InputObjectType made, Type type, ConstructorInfo constructor)
    {
        var parameters = constructor.GetParameters();
        made.Fields = [.. parameters.Select(parameter =>
        {
            var property = type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            return MakeInput(Naming.Parameter(parameter, property), ClrShape.Taken(_nullability, parameter), parameter.ParameterType, type,
                parameter.HasDefaultValue, parameter.DefaultValue, TypeSaid(parameter), parameter, property);
        })];
        made.Create = new(() =>
        {
            var values = Expression.Parameter(typeof(object?[]));
            var call = Expression.New(constructor, parameters.Select((parameter, i) =>
                ResolverCompiler.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), parameter.ParameterType)));
            return Expression.Lambda<Func<object?[], object>>(Expression.Convert(call, typeof(object)), values).Compile();
        });
    }

    private void FillFromProperties(InputObjectType made, Type type)
    {
        PropertyInfo[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && !Naming.IsIgnored(property))
            .OrderBy(property => property.MetadataToken)];
        made.Fields = [.. properties.Select(property =>
            MakeInput(Naming.Field(property), ClrShape.Taken(_nullability, property), property.PropertyType, type, false, null, TypeSaid(property), property))];
        made.Create = new(() =>
        {
            var values = Expression.Parameter(typeof(object?[]));
            var call = Expression.MemberInit(Expression.New(type), properties.Select((property, i) =>
                (MemberBinding)Expression.Bind(property, ResolverCompiler.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), property.PropertyType))));
            return Expression.Lambda<Func<object?[], object>>(Expression.Convert(call, typeof(object)), values).Compile();
        });
    }
}
