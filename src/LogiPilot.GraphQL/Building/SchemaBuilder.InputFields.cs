using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    /// <summary>The fields are the parameters of the constructor and the properties that can be set beside it.</summary>
    private void FillInput(InputObjectType made, Type type)
    {
        ConstructorInfo? constructor = null;
        foreach (var one in type.GetConstructors())
            if (constructor is null || one.GetParameters().Length > constructor.GetParameters().Length) constructor = one;
        if (constructor is null && !type.IsValueType)
            throw SchemaException.At(type, "an input type needs a public constructor. A record has one.");
        var parameters = constructor?.GetParameters() ?? [];
        var all = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var fields = new List<InputValue>();
        foreach (var parameter in parameters)
        {
            var property = Array.Find(all, one => string.Equals(one.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            fields.Add(MakeInput(new(Naming.Parameter(_said, parameter, property), ClrShape.Taken(_said, parameter), parameter.ParameterType, (MemberInfo?)property ?? type, parameter, property)
            {
                HasDefault = HasDefault(parameter),
                Default = HasDefault(parameter) ? parameter.DefaultValue : null,
                Documentation = _documentation.Of(parameter, property),
            }));
        }
        var properties = new List<PropertyInfo>();
        foreach (var property in all)
        {
            if (property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !_said.IsIgnored(property)
                && !Array.Exists(parameters, parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
                properties.Add(property);
        }
        properties.Sort(ByToken);
        var created = properties.Count > 0 && parameters.Length == 0 ? Created(type) : null;
        foreach (var property in properties) fields.Add(PropertyField(property, type, created));
        RefuseTwins(fields, "fields", type);
        made.Fields = fields;
        made.Create = new(() => Creation(type, constructor, parameters, properties));
    }

    private InputValue PropertyField(PropertyInfo property, Type type, object? created)
    {
        var source = new InputSource(Naming.Field(_said, property), ClrShape.Taken(_said, property), property.PropertyType, property, null, property)
        {
            Absent = InputObjectType.Unset,
            Documentation = _documentation.Of(property),
        };
        // `public int Size { get; init; } = 10;` says its default; what is left at default(T) says nothing.
        var initial = created is null || property.GetMethod is null || property.IsDefined(typeof(RequiredMemberAttribute)) ? null : property.GetValue(created);
        if (initial is null || (property.PropertyType.IsValueType && initial.Equals(Activator.CreateInstance(property.PropertyType)))) return MakeInput(source);
        var field = MakeInput(source with { HasDefault = true, Default = initial });
        return field.Default is not null ? field
            : source.Shape.Nullable ? MakeInput(source)
            : throw SchemaException.At(type, $"the property {property.Name} has an initial value that GraphQL cannot write. Make it nullable or required, or write the value with [DefaultValue].");
    }

    private static object Created(Type type)
    {
        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException thrown)
        {
            throw SchemaException.At(type, $"its constructor, called to learn what its properties start with, throws {thrown.InnerException!.GetType().Name}: {thrown.InnerException.Message}");
        }
    }

    private static Func<object?[], object> Creation(Type type, ConstructorInfo? constructor, ParameterInfo[] parameters, List<PropertyInfo> properties)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var made = Expression.Variable(type);
        var call = constructor is null ? Expression.New(type) : Expression.New(constructor, parameters.Select((parameter, i) => Value(i, parameter.ParameterType)));
        var body = new List<Expression> { Expression.Assign(made, call) };
        for (var i = 0; i < properties.Count; i++)
        {
            var given = Expression.ArrayIndex(values, Expression.Constant(parameters.Length + i));
            body.Add(Expression.IfThen(
                Expression.ReferenceNotEqual(given, Expression.Constant(InputObjectType.Unset)),
                Expression.Assign(Expression.Property(made, properties[i]), Value(parameters.Length + i, properties[i].PropertyType))));
        }
        body.Add(Expression.Convert(made, typeof(object)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Block([made], body), values).Compile();

        Expression Value(int index, Type wanted) => ResolverCompiler.Convert(Expression.ArrayIndex(values, Expression.Constant(index)), wanted);
    }
}
