using System.Globalization;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>
/// Makes documents that the schema accepts, and the variables to go with them; the same for the same seed. Fields of one name are
/// mostly kept apart by aliases, but not always: what turns out invalid is still a question to ask.
/// </summary>
internal sealed partial class DocumentGenerator
{
    private readonly GraphQLSchema _schema;
    private readonly Random _random;
    private readonly Draft _draft = new();
    private readonly List<(string Name, CompositeType On)> _fragments = [];
    private readonly Queue<Action> _unwritten = new();
    private List<Word> _words;
    private List<Declared> _declared = [];
    private string _scope = "";
    private bool _mayUseVariables = true;
    private int _groups;
    private int _aliases;
    private int _budget;

    private DocumentGenerator(GraphQLSchema schema, int seed)
    {
        _schema = schema;
        _random = new(seed);
        _words = _draft.Words;
    }

    /// <summary>How many operations a document has, and of which kind, is up to the seed unless said.</summary>
    public static Draft Generate(GraphQLSchema schema, int seed, OperationKind? kind, int? operations) =>
        new DocumentGenerator(schema, seed).Make(kind, operations);

    private Draft Make(OperationKind? kind, int? operations)
    {
        var count = operations ?? (_random.Chance(20) ? _random.Next(2, 4) : 1);
        if (count > 1) _draft.Features.Add("several operations");
        var chosen = _random.Next(count);
        for (var i = 0; i < count; i++)
        {
            var operationKind = kind ?? (_random.Next(100) switch { < 12 => OperationKind.Mutation, < 18 => OperationKind.Subscription, _ => OperationKind.Query });
            Operation(operationKind, named: count > 1 || _random.Chance(60), i == chosen);
        }
        return _draft;
    }

    private void Operation(OperationKind kind, bool named, bool chosen)
    {
        _budget = _random.Next(6, 22);
        var root = kind switch { OperationKind.Mutation => _schema.Mutation!, OperationKind.Subscription => _schema.Subscription!, _ => _schema.Query };
        var name = $"Op{_groups++}";
        _scope = name;
        _declared = [];
        _fragments.Clear();
        var isShort = !named && kind == OperationKind.Query && _random.Chance(50);
        _mayUseVariables = !isShort;

        // The body is made first: it says which variables there must be.
        var body = new List<Word>();
        _words = body;
        if (kind == OperationKind.Subscription) SubscriptionField(root);
        else Selections(root, _random.Next(2, 4), Role.RootBrace);
        var fragments = new List<Word>();
        _words = fragments;
        while (_unwritten.TryDequeue(out var write)) write();

        _words = _draft.Words;
        _scope = name;
        if (!isShort)
        {
            Add(kind.ToString().ToLowerInvariant(), Role.OperationKeyword);
            if (named) Add(name, Role.OperationName);
            VariableDefinitions();
        }
        else
        {
            _draft.Features.Add("shorthand query");
        }
        _words.AddRange(body);
        _words.AddRange(fragments);
        if (kind != OperationKind.Query) _draft.Features.Add(kind.ToString().ToLowerInvariant());
        if (!chosen) return;
        _draft.OperationName = named ? name : null;
        _draft.Declared = _declared;
        _draft.Variables = _declared.Count == 0 && _random.Chance(70) ? null : new JsonObject(_declared
            .Where(variable => !variable.Absent).Select(variable => KeyValuePair.Create(variable.Name, variable.Value?.DeepClone())));
    }

    private void VariableDefinitions()
    {
        if (_declared.Count == 0) return;
        var group = ++_groups;
        Add("(");
        foreach (var variable in _declared)
        {
            Add("$");
            Add(variable.Name, Role.Variable, group, variable);
            Add(":");
            VariableType(variable.Type, variable);
            if (variable.Default is null) continue;
            _draft.Features.Add("variable with a default");
            Add("=");
            foreach (var token in variable.Default) Add(token);
        }
        Add(")");
    }

    private void VariableType(GraphType type, Declared variable)
    {
        switch (type)
        {
            case NonNullType nonNull:
                VariableType(nonNull.OfType, variable);
                Add("!", Role.VariableBang, 0, variable);
                break;
            case ListType list:
                Add("[");
                VariableType(list.OfType, variable);
                Add("]");
                break;
            default:
                Add(type.Named.Name, Role.VariableType, 0, variable);
                break;
        }
    }

    private void Add(string text, Role role = Role.Punctuation, int group = 0, object? about = null, CompositeType? on = null) =>
        _words.Add(new(text, role, group, _scope, about) { On = on });

    private string NewAlias() => string.Create(CultureInfo.InvariantCulture, $"a{_aliases++}");
}
