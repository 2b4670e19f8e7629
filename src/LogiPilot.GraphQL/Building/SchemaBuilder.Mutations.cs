using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    /// <summary><c>name(input: NameInput!): NamePayload!</c></summary>
    private FieldDefinition MakeMutation(MemberInfo member)
    {
        if (member is not MethodInfo method) throw SchemaException.At(member, "a mutation must be a method.");
        var name = Naming.Field(_said, member);
        RefuseName(name, member);
        var shape = ClrShape.Returned(_said, member);
        if (ClrShape.IsNothing(shape.Type))
            throw SchemaException.At(member, "a mutation must return what it changed: T or FieldResult<T>, or a task of it.");
        var (sources, slots, arguments) = Parameters(method);
        if (slots.Any(slot => slot is PageParameter)) throw SchemaException.At(member, "a mutation takes no PageRequest.");
        if (slots.Any(slot => slot is DirectiveParameter))
            throw SchemaException.At(member, "a mutation gathers its parameters into an input and takes no directive. Take it in a field of the payload.");
        var gathered = arguments.Count > 0 && !IsInputRecord(arguments);
        var input = MutationInput(method, name, arguments, gathered);
        var payload = Payload(method, Naming.Pascal(name), shape.WithoutTask);
        var errors = ErrorTypes(method);
        return new(name, new NonNullType(payload))
        {
            Description = _said.Description(member),
            Documentation = _documentation.Of(member),
            DeprecationReason = _said.Deprecation(member),
            Member = member,
            Arguments = input is null ? [] : [input],
            Resolver = new MadeResolver(() => ResolverCompiler.Resolve(member, sources, gathered))
            {
                Parameters = input is null ? [] : [new ArgumentParameter(input)],
                OnException = e => _options.MutationErrorFilter?.Invoke(e) is { } error && IsAmong(errors, error) ? FieldResult.Failed(error) : null,
            },
        };
    }

    private static bool IsInputRecord(IReadOnlyList<InputValue> arguments) =>
        arguments is [{ Name: "input", Type.Nullable: InputObjectType }];

    private InputValue? MutationInput(MethodInfo method, string name, IReadOnlyList<InputValue> arguments, bool gathered)
    {
        if (arguments.Count == 0) return null;
        var inputName = Naming.Pascal(name) + "Input";
        InputObjectType type;
        if (gathered)
        {
            type = Register(new InputObjectType(inputName) { Fields = arguments }, method);
        }
        else
        {
            // The input type under the record's own name was made while its parameter was read; nothing leads to it.
            var clrType = arguments[0].Binding.ClrType;
            var own = (InputObjectType)arguments[0].Type.Named;
            type = own.Name == inputName ? own : InputObject(clrType, inputName);
        }
        var nonNull = new NonNullType(type);
        return new("input", nonNull) { Binding = gathered ? InputBinding.Natural(nonNull) : InputBinding.Of(nonNull, type.ClrType!) };
    }

    private ObjectType Payload(MethodInfo method, string name, ClrShape shape)
    {
        var value = shape.Is(typeof(FieldResult<>)) ? shape.Arguments[0] : shape;
        var errors = ErrorTypes(method);
        if (value != shape && errors.Length == 0)
            throw SchemaException.At(method, "it returns FieldResult<T> and has no error to fail with. Add some with options.AddMutationError<TError>() or [Error<TError>], or return T.");
        var payload = Register(new ObjectType(name + "Payload"), method);
        if (_said.Has<PayloadTypeAttribute>(value.Type))
        {
            foreach (var member in InstanceMembers(value.Type)) Add(payload, PartOfPayload(MakeField(member), method, errors));
        }
        else
        {
            var type = Output(value, method, name).Nullable;
            var field = _said.Get<PayloadAttribute>(method)?.Field ?? Naming.Camel(type.Named.Name) + (type is ListType ? "s" : "");
            Add(payload, new(field, type) { Resolver = new MadeResolver(() => (parent, _, _) => Value(parent, method, errors)) });
        }
        if (ErrorsOf(method, name, errors) is { } union)
        {
            var list = new ListType(new NonNullType(union));
            Add(payload, new("errors", list) { Resolver = new MadeResolver(() => (parent, _, _) => Known(parent as IFieldResult, method, errors)?.Errors) });
        }
        return payload;
    }

    // A mutation may return its value bare; null then means a payload whose field is null.
    private static object? Value(object? parent, MethodInfo method, Type[] errors) =>
        parent is IFieldResult result ? Known(result, method, errors)!.Value : ReferenceEquals(parent, NoValue.Instance) ? null : parent;

    // An error the payload has no type for would be lost, and the refusal look like success.
    private static IFieldResult? Known(IFieldResult? result, MethodInfo method, Type[] errors)
    {
        if (result?.Errors?.FirstOrDefault(error => !IsAmong(errors, error)) is not { } strange) return result;
        var name = SchemaException.Name(strange.GetType());
        throw new InvalidOperationException($"{SchemaException.Place(method)} fails with {name}, which is none of its errors. Add it with options.AddMutationError<{name}>() or [Error<{name}>].");
    }

    private static bool IsAmong(Type[] errors, IMutationError error) => Array.Exists(errors, type => type.IsInstanceOfType(error));

    private static FieldDefinition PartOfPayload(FieldDefinition field, MethodInfo method, Type[] errors)
    {
        var resolve = field.Resolver!;
        return new(field.Name, field.Type.Nullable)
        {
            Description = field.Description,
            Documentation = field.Documentation,
            DeprecationReason = field.DeprecationReason,
            Member = field.Member,
            Arguments = field.Arguments,
            Resolver = new MadeResolver(() =>
            {
                var inner = resolve.Resolve;
                return (parent, context, arguments) => Value(parent, method, errors) is { } record ? inner(record, context, arguments) : null;
            }) { Parameters = resolve.Parameters },
        };
    }

    private Type[] ErrorTypes(MethodInfo method) =>
        [.. _options.MutationErrors.Concat(_said.Each<ErrorAttribute>(method).Select(error => error.Error)).Distinct()];

    private UnionType? ErrorsOf(MethodInfo method, string name, Type[] types)
    {
        if (types.Length == 0) return null;
        var union = Register(new UnionType(name + "Error"), method);
        Output(typeof(IMutationError), method);
        _unfilled.Enqueue(() => union.Members = [.. types.Select(type => (ObjectType)Output(type, method)).OrderBy(type => type.Name, StringComparer.Ordinal)]);
        return union;
    }
}

internal sealed class NoValue
{
    public static readonly NoValue Instance = new();
}
