using System.Collections.Concurrent;
using LogiPilot.GraphQL.Costs;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Execution;

/// <summary>A document parsed and validated, or the errors that refused it; its plans are made as operations first run.</summary>
internal sealed class PreparedDocument
{
    private const int MaxVariants = 32;
    // A field of a plan takes some 250 bytes, a character with what was parsed of it some 20.
    private const int WeightOfField = 12;
    private long _weight;
    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OperationNode, string[]> _conditions = new();
    private readonly ConcurrentDictionary<(OperationNode, ulong), OperationPlan> _plans = new();

    public PreparedDocument(DocumentNode document)
    {
        Document = document;
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationNode operation) Operations.Add(operation);
            else if (definition is FragmentNode fragment) _fragments.TryAdd(fragment.Name.Value, fragment);
        }
    }

    public PreparedDocument(IReadOnlyList<GraphQLError> errors) => Errors = errors;

    public DocumentNode? Document { get; }

    /// <summary>Whether it was asked for more than once.</summary>
    public bool IsKnown { get; set; }
    public List<OperationNode> Operations { get; } = [];
    public IReadOnlyList<GraphQLError>? Errors { get; }

    /// <summary>The field that asks for the schema, where not everyone may.</summary>
    public FieldNode? Introspection { get; init; }

    /// <summary>What it takes of the cache's bound, in characters: its text or errors, and its plans.</summary>
    public long Weight { get => Interlocked.Read(ref _weight); init => _weight = value; }

    /// <summary>Told when plans have made it heavier.</summary>
    public Action<long>? Grown { get; init; }

    public OperationNode Operation(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Operations.Count == 1
                ? Operations[0]
                : throw new GraphQLException(
                    Operations.Count == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations.",
                    ErrorCodes.OperationResolution);
        }
        return Operations.Find(operation => operation.Name?.Value == name)
            ?? throw new GraphQLException($"Unknown operation named \"{name}\".", ErrorCodes.OperationResolution);
    }

    public OperationPlan Plan(GraphQLSchema schema, OperationNode operation, VariableValues variables)
    {
        var names = _conditions.GetOrAdd(operation, static (one, document) => document.ConditionVariables(one), this);
        var bits = 0UL;
        var isKept = names.Length <= 64;
        for (var i = 0; i < names.Length; i++)
        {
            var condition = variables.Condition(names[i]);
            if (condition is null) isKept = false;
            if (condition is true) bits |= 1UL << (i & 63);
        }
        if (isKept && _plans.TryGetValue((operation, bits), out var plan)) return plan;
        var values = names.ToDictionary(name => name, variables.Condition, StringComparer.Ordinal);
        plan = Compile(schema, operation, name => values.GetValueOrDefault(name), isKept &= _plans.Count < MaxVariants);
        if (isKept) _plans.TryAdd((operation, bits), plan);
        return plan;
    }

    private void Planned(int fields)
    {
        Interlocked.Add(ref _weight, fields * WeightOfField);
        Grown?.Invoke(fields * WeightOfField);
    }

    private OperationPlan Compile(GraphQLSchema schema, OperationNode operation, Func<string, bool?> condition, bool isKept)
    {
        var root = operation.Kind switch
        {
            OperationKind.Query => schema.Query,
            OperationKind.Mutation => schema.Mutation,
            _ => schema.Subscription,
        } ?? throw new GraphQLException($"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.", ErrorCodes.OperationResolution);
        var compiler = new PlanCompiler(schema, Document!, _fragments, condition, isKept ? Planned : null);
        var selection = compiler.Select(root, [operation.SelectionSet]);
        if (operation.Kind == OperationKind.Subscription && selection.Mistake is { } mistake) throw mistake;
        var cost = new CostCompiler(compiler).Compile(root, operation.SelectionSet);
        return new(operation, selection, cost) { Source = operation.Kind == OperationKind.Subscription ? Source(compiler, operation, selection) : null };
    }

    private static SelectionPlan Source(PlanCompiler compiler, OperationNode operation, SelectionPlan selection) =>
        selection.Fields is [{ Field.Source: { } source } field]
            ? new(selection.Type, [new(compiler, selection.Type, source, field.Nodes)])
            : throw new GraphQLException(
                $"{(operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription")} must select only one top level field.", ErrorCodes.Validation);

    private string[] ConditionVariables(OperationNode operation)
    {
        if (operation.Variables.Count == 0) return [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        Visit(operation.SelectionSet);
        foreach (var fragment in _fragments.Values) Visit(fragment.SelectionSet);
        return [.. operation.Variables.Select(variable => variable.Name.Value).Where(names.Contains)];

        void Visit(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives.Where(d => d.Name is "skip" or "include"))
                    foreach (var argument in directive.Arguments)
                        if (argument.Value is VariableNode variable) names.Add(variable.Name);
                if (selection is FieldNode { SelectionSet: { } own }) Visit(own);
                else if (selection is InlineFragmentNode inline) Visit(inline.SelectionSet);
            }
        }
    }
}
