using System.Reflection;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>
/// What the specification's type system chapter demands of types, whether they are made of C# or of a document, in graphql-js's words
/// where it has the rule. A mistake in C# stops the build at its member and says what to do; a document gathers its mistakes.
/// </summary>
internal sealed partial class SchemaRules(SdlDocument? document = null)
{
    public void Check(IEnumerable<NamedType> types, IEnumerable<DirectiveDefinition> directives)
    {
        foreach (var type in types)
        {
            if (type is FieldsType fields) Check(fields);
            else if (type is InputObjectType input) Check(input);
        }
        foreach (var directive in directives)
            foreach (var argument in directive.Arguments) Check(argument, "argument", $"@{directive.Name}({argument.Name}:)", directive.Input?.Origin);
    }

    private void Report(string mistake, string advice, MemberInfo? where, params IEnumerable<SyntaxNode?> nodes)
    {
        if (document is null) throw SchemaException.At(where!, $"{mistake} {advice}");
        document.Report(mistake, nodes);
    }

    private void Check(FieldsType type)
    {
        foreach (var field in type.Fields)
            foreach (var argument in field.Arguments)
                if (MayBeWrong(argument)) Check(argument, "argument", $"{type}.{field.Name}({argument.Name}:)", field.Member ?? type.Origin);
        foreach (var contract in type.Interfaces)
            foreach (var promised in contract.Fields) CheckContract(type, promised, $"{contract}.{promised.Name}");
    }

    private void CheckContract(FieldsType type, FieldDefinition promised, string path)
    {
        if (type.Field(promised.Name) is not { } field)
        {
            Report($"Interface field {path} expected but {type} does not provide it.", "Do not ignore or rename the member, or take it out of the interface too.",
                type.Origin, [promised.Node, .. type.Nodes]);
            return;
        }
        var (own, where) = ($"{type}.{field.Name}", field.Member ?? type.Origin);
        if (!field.Type.IsSubtypeOf(promised.Type))
            Report($"Interface field {path} expects type {promised.Type} but {own} is type {field.Type}.", "Return the same type or a narrower one.",
                where, promised.Node?.Type, field.Node?.Type);
        foreach (var expected in promised.Arguments)
        {
            if (field.Argument(expected.Name) is not { } argument)
                Report($"Interface field argument {path}({expected.Name}:) expected but {own} does not provide it.", "Take it too.", where, expected.Node, field.Node);
            else if (!GraphType.AreEqual(argument.Type, expected.Type))
                Report($"Interface field argument {path}({expected.Name}:) expects type {expected.Type} but {own}({expected.Name}:) is type {argument.Type}.",
                    "Take the same type.", where, expected.Node?.Type, argument.Node?.Type);
        }
        foreach (var extra in field.Arguments.Where(argument => argument.IsRequired && promised.Argument(argument.Name) is null))
            Report($"Object field {own} includes required argument {extra.Name} that is missing from the Interface field {path}.",
                "Make it nullable or give it a default.", where, extra.Node, promised.Node);
        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
            Report($"{own} is deprecated, and {path} is not.", "Deprecate both or none.", where, field.Node, promised.Node);
    }

    // Most values have neither, and need no name to be called by.
    private static bool MayBeWrong(InputValue value) => value.DeprecationReason is not null || value.Default is not null;

    private void Check(InputValue value, string kind, string path, MemberInfo? where)
    {
        if (value.DeprecationReason is not null && value.IsRequired)
            Report($"Required {kind} {path} cannot be deprecated.", "Make it nullable or give it a default.",
                where, value.Node?.Directives.FirstOrDefault(directive => directive.Name == "deprecated"), value.Node?.Type);
        if (value is { Default: { } literal, Type.IsInput: true } && Constant.Mistake(literal, value.Type) is { } mistake)
            Report($"{path} of type {value.Type} has the invalid default value {literal}: {mistake}.", "Write the value as GraphQL would.", where, literal);
    }
}
