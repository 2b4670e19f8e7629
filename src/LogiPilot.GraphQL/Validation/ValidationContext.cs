using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

/// <summary>What the rules share: the schema, the types around the node being visited, what was seen, and the errors.</summary>
internal sealed partial class ValidationContext(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
{
    private const int MaxErrors = 100;
    private readonly List<GraphQLError> _errors = [];
    private readonly List<(OperationNode Operation, int Errors)> _left = [];
    private Dictionary<VariableDefinitionNode, GraphType?>? _variableTypes;
    private int? _insertAt;

    public GraphQLSchema Schema { get; } = schema;
    public DocumentNode Document { get; } = document;
    public GraphQLOptions Options { get; } = options;

    /// <summary>The type whose fields the selection at hand is made of.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the field or inline fragment at hand.</summary>
    public GraphType? Type { get; set; }

    /// <summary>The field at hand, or else the one around what is at hand.</summary>
    public FieldDefinition? Field { get; set; }
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>Whether the arguments at hand are a directive's, known or not.</summary>
    public bool InDirective { get; set; }
    public InputValue? Argument { get; set; }

    /// <summary>The type expected where the value at hand stands.</summary>
    public GraphType? InputType { get; set; }

    /// <summary>Whether the value at hand is part of one that is of the wrong shape already.</summary>
    public bool IsInsideMistake { get; set; }

    public DefinitionNode? Definition { get; set; }

    /// <summary>Whether there is a mistake more than are listed.</summary>
    public bool IsFull => _errors.Count > MaxErrors;

    public IReadOnlyList<GraphQLError> Errors => !IsFull
        ? _errors
        : [.. _errors.Take(MaxErrors), new("Too many validation errors, error limit reached. Validation aborted.") { Code = ErrorCodes.Validation }];

    /// <summary>Names like the one that is unknown; none where the schema may not be asked for.</summary>
    public string Suggest(string name, IEnumerable<string> known) => Options.MaySuggest ? DidYouMean.Suggest(name, known) : "";

    public string SuggestEnum(string name, EnumType type) => Options.MaySuggest ? DidYouMean.Enum(name, type) : "";

    public void Report(string rule, string message, IReadOnlyList<SourceLocation> locations)
    {
        var error = new GraphQLError(message) { Code = ErrorCodes.Validation, Rule = rule, Locations = locations };
        if (_insertAt is not { } at)
        {
            if (!IsFull) _errors.Add(error);
            return;
        }
        if (at > MaxErrors) return;
        _errors.Insert(at, error);
        _insertAt = at + 1;
        if (_errors.Count > MaxErrors + 1) _errors.RemoveAt(_errors.Count - 1);
    }

    public void Leave(OperationNode operation) => _left.Add((operation, _errors.Count));

    // What fragments use is known when all are walked; the errors of an operation stand where they would had it been known before.
    public void LeaveOperations(ValidationRule[] rules)
    {
        var inserted = 0;
        foreach (var (operation, errors) in _left)
        {
            _insertAt = errors + inserted;
            if (_insertAt > MaxErrors) break;
            foreach (var rule in rules) rule.LeaveOperation(operation, this);
            inserted = _insertAt.Value - errors;
        }
        _insertAt = null;
    }

    /// <summary>Whether no rule needs to look for more mistakes here.</summary>
    public bool IsEnough => _insertAt is { } at ? at > MaxErrors : IsFull;

    public ObjectType? RootOf(OperationNode operation) => operation.Kind switch
    {
        OperationKind.Query => Schema.Query,
        OperationKind.Mutation => Schema.Mutation,
        _ => Schema.Subscription,
    };

    /// <summary>The type a variable is declared with; null when the schema has no such type.</summary>
    public GraphType? TypeOf(VariableDefinitionNode variable)
    {
        _variableTypes ??= [];
        if (!_variableTypes.TryGetValue(variable, out var type))
            _variableTypes[variable] = type = VariableValues.TypeOf(Schema, variable.Type);
        return type;
    }
}
