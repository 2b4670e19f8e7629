using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation;

/// <summary>
/// Refuses documents that are too deep or select too much before anything else looks at them, in time linear in their length:
/// each fragment is measured once.
/// </summary>
internal sealed class DocumentLimits
{
    public const int MaxNesting = 250;
    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Size> _measured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measuring = new(StringComparer.Ordinal);
    private readonly GraphQLOptions _options;
    private int _aliases;

    private readonly record struct Size(int Depth, long Fields, int Height);

    private DocumentLimits(DocumentNode document, GraphQLOptions options)
    {
        _options = options;
        foreach (var fragment in document.Definitions.OfType<FragmentNode>()) _fragments.TryAdd(fragment.Name.Value, fragment);
    }

    public static void Check(DocumentNode document, GraphQLOptions options)
    {
        var limits = new DocumentLimits(document, options);
        foreach (var fragment in limits._fragments.Values)
        {
            if (limits.Measure(fragment, 0).Fields > options.MaxFields)
                throw Beyond($"The fragment selects more than {options.MaxFields} fields.", fragment);
        }
        foreach (var operation in document.Definitions.OfType<OperationNode>())
        {
            // The introspection query that GraphiQL sends is deeper than it looks, and harmless: it is measured like any other.
            var size = limits.Measure(operation.SelectionSet, 0);
            if (size.Depth > options.MaxDepth)
                throw Beyond($"The operation selects fields {size.Depth} levels deep; at most {options.MaxDepth} are accepted.", operation);
            if (size.Fields > options.MaxFields)
                throw Beyond($"The operation selects {size.Fields} fields; at most {options.MaxFields} are accepted.", operation);
        }
    }

    private Size Measure(FragmentNode fragment, int nesting)
    {
        var name = fragment.Name.Value;
        if (_measured.TryGetValue(name, out var known)) return known;
        // A cycle is a mistake that validation explains.
        if (!_measuring.Add(name)) return default;
        var size = Measure(fragment.SelectionSet, nesting);
        _measuring.Remove(name);
        return _measured[name] = size;
    }

    private Size Measure(SelectionSetNode set, int nesting)
    {
        if (nesting > MaxNesting) throw TooNested(set);
        var depth = 0;
        var height = 0;
        var fields = 0L;
        foreach (var selection in set.Selections)
        {
            var size = selection switch
            {
                FieldNode field => Measure(field, nesting),
                InlineFragmentNode inline => Measure(inline.SelectionSet, nesting + 1),
                FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name.Value, out var fragment) => Measure(fragment, nesting + 1),
                _ => default,
            };
            depth = Math.Max(depth, size.Depth);
            fields = Math.Min(fields + size.Fields, int.MaxValue);
            height = Math.Max(height, size.Height);
        }
        // Known fragments are not entered again, so the height must be looked at too.
        return height < MaxNesting ? new(depth, fields, height + 1) : throw TooNested(set);
    }

    private Size Measure(FieldNode field, int nesting)
    {
        if (field.Alias is not null && ++_aliases > _options.MaxAliases)
            throw Beyond($"The document has more than {_options.MaxAliases} aliases.", field);
        var below = field.SelectionSet is { } set ? Measure(set, nesting + 1) : default;
        return new(below.Depth + 1, below.Fields + 1, below.Height);
    }

    public static GraphQLException TooNested(SyntaxNode at) => Beyond($"The document nests fields and fragments deeper than {MaxNesting} levels.", at);

    private static GraphQLException Beyond(string message, SyntaxNode at) => new(message, ErrorCodes.Limit) { Locations = [at.Location] };
}
