using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemNode>())
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                _ => "schema",
            };
            Report($"The {name} definition is not executable.", definition);
        }
    }
}

internal sealed class UniqueOperationNames : ValidationRule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationNode operation)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name}\".", _known[name.Value], name);
    }
}

internal sealed class LoneAnonymousOperation : ValidationRule
{
    private int _operations;

    public override void EnterDocument(DocumentNode document) => _operations = document.Definitions.OfType<OperationNode>().Count();

    public override void EnterOperation(OperationNode operation)
    {
        if (operation.Name is null && _operations > 1) Report("This anonymous operation must be the only defined operation.", operation);
    }
}

internal sealed class KnownTypeNames : ValidationRule
{
    public override void EnterTypeReference(NamedTypeNode type)
    {
        if (Context.Schema.Type(type.Name) is not null) return;
        var names = Context.Schema.Types.Select(known => known.Name);
        Report($"Unknown type \"{type.Name}\".{Execution.DidYouMean.Suggest(type.Name, names)}", type);
    }
}

/// <summary>Introspection can be switched off; <c>__typename</c> stays.</summary>
internal sealed class IntrospectionAllowed : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (!Context.Options.EnableIntrospection && field.Name.Value is ("__schema" or "__type"))
            Report($"GraphQL introspection is not allowed, but the query contained {field.Name}.", field);
    }
}
