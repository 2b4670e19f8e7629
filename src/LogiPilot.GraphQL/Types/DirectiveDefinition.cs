using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Types;

/// <summary>A directive that documents or schemas may use.</summary>
public sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations)
{
    public string Name { get; } = name;
    public IReadOnlyList<string> Locations { get; } = locations;
    public string? Description { get => field ?? Documentation?.Value; internal init; }
    internal Building.MemberDocumentation? Documentation { get; init; }
    public string? DeprecationReason { get; internal init; }
    public bool IsRepeatable { get; internal init; }
    public IReadOnlyList<InputValue> Arguments { get => Input?.Fields ?? field; internal init; } = [];

    /// <summary>Makes the C# object of a directive's arguments, where one stands for it.</summary>
    internal InputObjectType? Input { get; init; }

    public InputValue? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);

    internal static bool IsSpecified(string name) => name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";

    internal static IReadOnlyList<DirectiveDefinition> Specified(ScalarType boolean, ScalarType text)
    {
        return
        [
            new("include", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
            {
                Description = "Directs the executor to include this field or fragment only when the `if` argument is true.",
                Arguments = [Value("if", new NonNullType(boolean), "Included when true.")],
            },
            new("skip", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
            {
                Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
                Arguments = [Value("if", new NonNullType(boolean), "Skipped when true.")],
            },
            new("deprecated", ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE", "DIRECTIVE_DEFINITION"])
            {
                Description = "Marks an element of a GraphQL schema as no longer supported.",
                Arguments =
                [
                    Value("reason", new NonNullType(text),
                        "Explains why this element was deprecated, usually also including a suggestion for how to access " +
                        "supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                        new StringValueNode(GraphQLDeprecatedAttribute.DefaultReason)),
                ],
            },
            new("specifiedBy", ["SCALAR"])
            {
                Description = "Exposes a URL that specifies the behavior of this scalar.",
                Arguments = [Value("url", new NonNullType(text), "The URL that specifies the behavior of this scalar.")],
            },
            new("oneOf", ["INPUT_OBJECT"])
            {
                Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
            },
        ];

        static InputValue Value(string name, GraphType type, string description, ValueNode? byDefault = null) =>
            new(name, type) { Description = description, Default = byDefault, Binding = InputBinding.Natural(type) };
    }
}
