using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

/// <summary>A use of a variable: where, at a position of which type, and whether that position has a default.</summary>
internal sealed record VariableUse(VariableNode Node, GraphType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>What the rules share: the schema, the types around the node being visited, and the errors.</summary>
internal sealed class ValidationContext(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
{
    private const int MaxErrors = 100;
    private readonly Dictionary<DefinitionNode, List<VariableUse>> _uses = [];
    private readonly Dictionary<DefinitionNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly List<GraphQLError> _errors = [];

    public GraphQLSchema Schema { get; } = schema;
    public DocumentNode Document { get; } = document;
    public GraphQLOptions Options { get; } = options;
    public Dictionary<string, FragmentNode> Fragments { get; } = FirstOfEachName(document);
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The type whose fields the selection at hand is made of.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the field at hand.</summary>
    public GraphType? Type { get; set; }
    public FieldDefinition? Field { get; set; }
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>Whether the arguments at hand are a directive's, known or not.</summary>
    public bool InDirective { get; set; }
    public InputValue? Argument { get; set; }

    /// <summary>The type expected where the value at hand stands.</summary>
    public GraphType? InputType { get; set; }

    /// <summary>The type of the list or input object around the value at hand.</summary>
    public GraphType? ParentInputType { get; set; }

    public DefinitionNode? Definition { get; set; }

    public bool IsFull => _errors.Count >= MaxErrors;

    public void Report(string message, IEnumerable<SyntaxNode> nodes, string rule)
    {
        if (IsFull) return;
        _errors.Add(new(message) { Code = ErrorCodes.Validation, Rule = rule, Locations = [.. nodes.Select(node => node.Location)] });
        if (IsFull) _errors.Add(new("Too many validation errors, error limit reached. Validation aborted.") { Code = ErrorCodes.Validation });
    }

    public void Used(VariableUse use) => Of(_uses, Definition!).Add(use);

    public void Spread(FragmentSpreadNode spread) => Of(_spreads, Definition!).Add(spread);

    public IReadOnlyList<FragmentSpreadNode> SpreadsOf(DefinitionNode definition) => _spreads.TryGetValue(definition, out var all) ? all : [];

    /// <summary>The fragments an operation uses, through others too.</summary>
    public IEnumerable<FragmentNode> FragmentsUsedBy(OperationNode operation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<DefinitionNode>([operation]);
        while (waiting.TryPop(out var definition))
        {
            foreach (var spread in SpreadsOf(definition))
            {
                if (!seen.Add(spread.Name.Value) || !Fragments.TryGetValue(spread.Name.Value, out var fragment)) continue;
                yield return fragment;
                waiting.Push(fragment);
            }
        }
    }

    /// <summary>The uses of variables in an operation and in the fragments it uses.</summary>
    public IEnumerable<VariableUse> UsesIn(OperationNode operation) =>
        FragmentsUsedBy(operation).Cast<DefinitionNode>().Prepend(operation)
            .SelectMany(definition => _uses.TryGetValue(definition, out var uses) ? uses : []);

    private static List<T> Of<T>(Dictionary<DefinitionNode, List<T>> all, DefinitionNode key) =>
        all.TryGetValue(key, out var list) ? list : all[key] = [];

    private static Dictionary<string, FragmentNode> FirstOfEachName(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentNode>()) fragments.TryAdd(fragment.Name.Value, fragment);
        return fragments;
    }
}
