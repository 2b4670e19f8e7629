using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Makes the C# objects of the directives at a field, for a resolver that takes them.</summary>
internal static class DirectiveReader
{
    public static bool UsesNoVariable(FieldDefinition field, List<FieldNode> nodes)
    {
        if (field.Resolver is not { } resolver || !resolver.Parameters.Any(parameter => parameter is DirectiveParameter)) return true;
        return nodes.TrueForAll(node => node.Directives.All(directive => ArgumentReader.UsesNoVariable(directive.Arguments)));
    }

    /// <summary>The first one, or all in the order they stand in.</summary>
    public static object? Read(DirectiveParameter parameter, FieldPlan plan, LiteralInputReader reader)
    {
        var type = parameter.Directive.Input!;
        var found = new List<object?>();
        foreach (var node in plan.Nodes)
            foreach (var directive in node.Directives)
                if (directive.Name == parameter.Directive.Name) found.Add(reader.Read(Arguments(directive), InputBinding.Natural(type)));
        if (!parameter.IsList) return found.Count == 0 ? null : found[0];
        var all = Array.CreateInstance(type.ClrType!, found.Count);
        for (var i = 0; i < found.Count; i++) all.SetValue(found[i], i);
        return all;
    }

    private static ObjectValueNode Arguments(DirectiveNode directive) =>
        new([.. directive.Arguments.Select(argument => new ObjectFieldNode(argument.Name, argument.Value) { Start = argument.Start })]) { Start = directive.Start };
}
