using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Fills the slots of a resolver's arguments from what a field says.</summary>
internal static class ArgumentReader
{
    public static bool UsesNoVariable(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
            if (UsesVariable(argument.Value)) return false;
        return true;
    }

    /// <summary>Whether requests may be given the same object: a resolver that changes a list or an input must not change another request's.</summary>
    public static bool MayBeShared(object? value) =>
        value is null or string or PageRequest or Guid or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or System.Text.Json.JsonElement
        || Type.GetTypeCode(value.GetType()) != TypeCode.Object;

    public static object?[] Read(FieldPlan plan, VariableValues variables)
    {
        var parameters = plan.Field.Resolver!.Parameters;
        if (parameters.Count == 0) return [];
        var reader = new LiteralInputReader(variables, plan.Document);
        var given = plan.Nodes[0].Arguments;
        var slots = new object?[parameters.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = parameters[i] switch
            {
                ArgumentParameter one => Read(one.Argument, given, reader, plan),
                PageParameter page => Page(page, given, reader, plan),
                DirectiveParameter directives => DirectiveReader.Read(directives, plan, reader),
                _ => null,
            };
        }
        return slots;
    }

    private static object? Read(InputValue argument, IReadOnlyList<ArgumentNode> given, LiteralInputReader reader, FieldPlan plan)
    {
        ValueNode? literal = null;
        foreach (var node in given)
            if (node.Name == argument.Name) literal = node.Value;
        if (reader.IsAbsent(literal))
        {
            if (!argument.IsRequired) return argument.AbsentValue;
            throw Refused(
                literal is VariableNode variable
                    ? $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable.Name}\" which was not provided a runtime value."
                    : $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.", plan, literal);
        }
        try
        {
            return InputReading.Wrap(argument.Binding, reader.Read(literal!, argument.Binding));
        }
        catch (GraphQLException mistake)
        {
            throw Refused(
                literal is VariableNode
                    ? $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null."
                    : $"Argument \"{argument.Name}\" has invalid value {literal}.", plan, literal, mistake);
        }
    }

    // The value is to blame rather than the field around it.
    private static GraphQLException Refused(string message, FieldPlan plan, ValueNode? value, GraphQLException? inner = null) =>
        new(message, ErrorCodes.BadInput, inner) { Locations = value is null ? [] : [plan.Document.LocationOf(value)] };

    private static PageRequest Page(PageParameter page, IReadOnlyList<ArgumentNode> given, LiteralInputReader reader, FieldPlan plan)
    {
        var first = (int?)Read(page.Arguments[0], given, reader, plan);
        var last = (int?)Read(page.Arguments[2], given, reader, plan);
        if (first is not null && last is not null)
            throw new GraphQLException($"\"{plan.Field.Name}\" takes first or last, not both.", ErrorCodes.BadInput);
        var name = last is null ? "first" : "last";
        var size = first ?? last ?? Math.Min(page.DefaultSize, page.MaxSize);
        if (size < 0) throw new GraphQLException($"\"{name}\" of \"{plan.Field.Name}\" must not be negative.", ErrorCodes.BadInput);
        if (size > page.MaxSize)
            throw new GraphQLException($"\"{name}\" of \"{plan.Field.Name}\" is {size}; at most {page.MaxSize} items are given at once.", ErrorCodes.Limit);
        return new()
        {
            First = first,
            After = (string?)Read(page.Arguments[1], given, reader, plan),
            Last = last,
            Before = (string?)Read(page.Arguments[3], given, reader, plan),
            Size = size,
            WantsTotalCount = plan.Selection?.Selects("totalCount") ?? false,
        };
    }

    private static bool UsesVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(UsesVariable),
        ObjectValueNode given => given.Fields.Any(field => UsesVariable(field.Value)),
        _ => false,
    };
}
