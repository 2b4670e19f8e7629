using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void EnterDocument(DocumentNode document, ValidationContext context)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not TypeSystemNode) continue;
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                _ => "schema",
            };
            Report(context, $"The {name} definition is not executable.", definition);
        }
    }
}

internal sealed class UniqueOperationNames : ValidationRule
{
    public override void EnterOperation(OperationNode operation, ValidationContext context)
    {
        if (operation.Name is { } name && !context.OperationNames.TryAdd(name.Value, name))
            Report(context, $"There can be only one operation named \"{name}\".", context.OperationNames[name.Value], name);
    }
}

internal sealed class LoneAnonymousOperation : ValidationRule
{
    public override void EnterOperation(OperationNode operation, ValidationContext context)
    {
        if (operation.Name is not null) return;
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is not OperationNode || definition == operation) continue;
            Report(context, "This anonymous operation must be the only defined operation.", operation);
            return;
        }
    }
}

internal sealed class KnownTypeNames : ValidationRule
{
    public override void EnterTypeReference(NamedTypeNode type, ValidationContext context)
    {
        if (context.Schema.Type(type.Name) is not null) return;
        // What the document defines itself is refused for that, and not for being unknown too.
        var defined = context.Document.Definitions.OfType<TypeDefinitionNode>().Select(definition => definition.Name.Value).ToList();
        if (defined.Contains(type.Name, StringComparer.Ordinal)) return;
        var names = context.Schema.Types.Select(known => known.Name).Concat(defined);
        Report(context, $"Unknown type \"{type.Name}\".{context.Suggest(type.Name, names)}", type);
    }
}
