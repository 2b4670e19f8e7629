using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<Type, DirectiveDefinition> _directives = [];

    private void AddDirectives()
    {
        foreach (var type in _options.Directives.Concat(_candidates.Where(type => _said.Has<DirectiveAttribute>(type))).Distinct())
        {
            var said = _said.Get<DirectiveAttribute>(type)
                ?? throw SchemaException.At(type, "a directive says where it may stand: give it [Directive(DirectiveLocations.Field)].");
            var name = _said.Get<GraphQLNameAttribute>(type)?.Name ?? DirectiveName(type.Name);
            RefuseName(name, type);
            if (said.Locations == DirectiveLocations.None)
                throw SchemaException.At(type, "a directive needs a place where it may stand. Give [Directive] at least one location.");
            if (_directives.Values.Any(other => other.Name == name) || DirectiveDefinition.IsSpecified(name))
                throw SchemaException.At(type, $"another directive is called \"@{name}\" already. Give this one [GraphQLName].");
            var input = new InputObjectType(name) { ClrType = type, Origin = type };
            FillInput(input, type);
            _directives[type] = new(name, LocationNames(said.Locations))
            {
                Description = _said.Description(type),
                Documentation = _documentation.Of(type),
                IsRepeatable = said.Repeatable,
                Input = input,
            };
        }
    }

    private static List<string> LocationNames(DirectiveLocations locations)
    {
        var names = new List<string>();
        foreach (var location in Enum.GetValues<DirectiveLocations>())
            if (location != DirectiveLocations.None && locations.HasFlag(location)) names.Add(Naming.EnumValue(location.ToString()));
        return names;
    }

    private static string DirectiveName(string name) =>
        Naming.Camel(name.Length > 9 && name.EndsWith("Directive", StringComparison.Ordinal) ? name[..^9] : name);

    /// <summary>A parameter that takes the directives at the field, where its type is that of a directive.</summary>
    private DirectiveParameter? Directives(System.Reflection.ParameterInfo parameter, System.Reflection.MemberInfo member)
    {
        if (_directives.Count == 0) return null;
        var shape = ClrShape.Taken(_said, parameter);
        if (shape.Element is { } element)
        {
            if (!_directives.TryGetValue(element.Type, out var all)) return null;
            return shape.Type.IsAssignableFrom(element.Type.MakeArrayType())
                ? new(all, IsList: true)
                : throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" takes directives: say IReadOnlyList<{element.Type.Name}>.");
        }
        if (!_directives.TryGetValue(shape.Type, out var one)) return null;
        return shape.Nullable
            ? new(one, IsList: false)
            : throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" is null where the field has no @{one.Name}: say {shape.Type.Name}?.");
    }
}
