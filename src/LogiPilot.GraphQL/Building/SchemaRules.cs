using System.Reflection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>What the specification's type system chapter demands of a whole schema, checked where the parts could not be.</summary>
internal sealed class SchemaRules(GraphQLSchema schema)
{
    private readonly Dictionary<InputObjectType, int> _visiting = [];
    private readonly HashSet<InputObjectType> _sound = [];
    private readonly List<(InputObjectType Type, InputValue Field)> _path = [];

    public void Check()
    {
        foreach (var type in schema.Types)
        {
            if (type.IsIntrospection) continue;
            switch (type)
            {
                case FieldsType fields: Check(fields); break;
                case InputObjectType input: Check(input); break;
            }
        }
        foreach (var directive in schema.Directives)
            if (directive.Input is { } input)
                foreach (var argument in directive.Arguments) Check(argument, "argument", input.Origin!);
    }

    private static void Check(FieldsType type)
    {
        foreach (var field in type.Fields)
            foreach (var argument in field.Arguments) Check(argument, "argument", field.Member ?? type.Origin!);
        foreach (var contract in type.Interfaces)
        {
            // IFoo : IFoo<…> cannot be, but two C# types can stand for each other by name.
            if (ReferenceEquals(contract, type)) continue;
            foreach (var promised in contract.Fields) CheckContract(type, contract, promised);
        }
    }

    private static void CheckContract(FieldsType type, InterfaceType contract, FieldDefinition promised)
    {
        if (type.Field(promised.Name) is not { } field)
            throw SchemaException.At(type.Origin!, $"{type.Name} implements {contract.Name} and lacks its field \"{promised.Name}\". Do not ignore or rename the member, or take it out of {contract.Name} too.");
        var where = field.Member ?? type.Origin!;
        if (!IsSubtype(field.Type, promised.Type))
            throw SchemaException.At(where, $"{type.Name}.{field.Name} is {field.Type}, and {contract.Name} promises {promised.Type}. Return the same type or a narrower one.");
        foreach (var expected in promised.Arguments)
        {
            var argument = field.Argument(expected.Name)
                ?? throw SchemaException.At(where, $"{type.Name}.{field.Name} lacks the argument \"{expected.Name}\" that {contract.Name}.{promised.Name} takes. Take it too.");
            if (!GraphType.AreEqual(argument.Type, expected.Type))
                throw SchemaException.At(where, $"the argument \"{argument.Name}\" of {type.Name}.{field.Name} is {argument.Type}, and {contract.Name} says {expected.Type}. Take the same type.");
        }
        if (field.Arguments.FirstOrDefault(argument => argument.IsRequired && promised.Argument(argument.Name) is null) is { } extra)
            throw SchemaException.At(where, $"{type.Name}.{field.Name} requires the argument \"{extra.Name}\", which {contract.Name} does not know. Make it nullable or give it a default.");
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            throw SchemaException.At(where, $"{type.Name}.{field.Name} is deprecated, and {contract.Name}.{promised.Name} is not. Deprecate both or none.");
    }

    private static bool IsSubtype(GraphType type, GraphType of)
    {
        if (of is NonNullType required) return type is NonNullType given && IsSubtype(given.OfType, required.OfType);
        if (type is NonNullType some) return IsSubtype(some.OfType, of);
        if (of is ListType list) return type is ListType items && IsSubtype(items.OfType, list.OfType);
        if (type is ListType) return false;
        return ReferenceEquals(type, of)
            || (of is UnionType union && type is ObjectType member && union.Members.Contains(member))
            || (of is InterfaceType parent && type is FieldsType { } child && child.Interfaces.Contains(parent));
    }

    private void Check(InputObjectType type)
    {
        var where = (MemberInfo?)type.ClrType ?? type.Origin!;
        foreach (var field in type.Fields) Check(field, "field", where);
        if (type.IsOneOf && type.Fields.FirstOrDefault(field => field.Type.IsNonNull || field.Default is not null) is { } wrong)
            throw SchemaException.At(where, $"every field of a [OneOf] input must be nullable and without default; \"{wrong.Name}\" is not. Make it nullable.");
        Walk(type);
        foreach (var field in type.Fields)
            if (field.Default is { } literal) RefuseCircle(literal, field, type, [(type, field)]);
    }

    // A default that leaves out a field takes that field's default, which may leave out the first one.
    private static void RefuseCircle(Language.ValueNode value, InputValue at, InputObjectType first, List<(InputObjectType Type, InputValue Field)> path)
    {
        if (value is Language.ListValueNode list)
        {
            foreach (var item in list.Items) RefuseCircle(item, at, first, path);
            return;
        }
        if (value is not Language.ObjectValueNode given || at.Type.Named is not InputObjectType type) return;
        foreach (var field in type.Fields)
        {
            var said = given.Fields.FirstOrDefault(one => one.Name.Value == field.Name)?.Value;
            if (said is not null)
            {
                RefuseCircle(said, field, first, path);
                continue;
            }
            if (field.Default is not { } literal) continue;
            if (path.Contains((type, field)))
            {
                var circle = string.Join(", ", path.Select(step => $"{step.Type.Name}.{step.Field.Name}"));
                throw SchemaException.At((MemberInfo?)first.ClrType ?? first.Origin!, $"the default of \"{path[0].Field.Name}\" never ends, for it leaves out fields whose defaults lead back to it ({circle}). Write {field.Name}: null in it.");
            }
            RefuseCircle(literal, field, first, [.. path, (type, field)]);
        }
    }

    // A value of a type that always needs another of the same can never be written.
    private void Walk(InputObjectType type)
    {
        if (!_sound.Add(type)) return;
        _visiting[type] = _path.Count;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType next }) continue;
            _path.Add((type, field));
            if (_visiting.TryGetValue(next, out var start))
            {
                var circle = string.Join(", ", _path.Skip(start).Select(step => $"{step.Type.Name}.{step.Field.Name}"));
                throw SchemaException.At((MemberInfo?)next.ClrType ?? next.Origin!, $"the input {next.Name} needs itself by non-null fields ({circle}), so no value can be written. Make one of them nullable or a list.");
            }
            Walk(next);
            _path.RemoveAt(_path.Count - 1);
        }
        _visiting.Remove(type);
    }

    private static void Check(InputValue value, string kind, MemberInfo where)
    {
        if (value.DeprecationReason is not null && value.IsRequired)
            throw SchemaException.At(where, $"the {kind} \"{value.Name}\" is required and deprecated, so clients could not leave it. Make it nullable or give it a default.");
        if (value.Default is { } literal && Constant.Mistake(literal, value.Type) is { } mistake)
            throw SchemaException.At(where, $"the default of the {kind} \"{value.Name}\", {literal}, does not fit its type {value.Type}: {mistake}. Write the value as GraphQL would.");
    }
}
