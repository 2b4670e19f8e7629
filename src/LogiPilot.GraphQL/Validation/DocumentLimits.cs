using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation;

/// <summary>
/// Refuses documents that are too deep, too many or select too much before anything else looks at them, in time linear in their length:
/// each fragment is measured once. What it lets through can be followed through its fragments without end of the stack.
/// </summary>
internal sealed class DocumentLimits
{
    public const int MaxNesting = 250;
    private readonly Dictionary<string, FragmentNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Size> _measured = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measuring = new(StringComparer.Ordinal);
    private readonly DocumentNode _document;
    private readonly GraphQLOptions _options;
    private int _aliases;
    private int _directives;

    /// <summary>Fields nest <c>Depth</c> deep and are <c>Fields</c> in all, <c>Own</c> of them at the first level; <c>Height</c> counts fragments too.</summary>
    private readonly record struct Size(int Depth, long Fields, long Own, int Height);

    private DocumentLimits(DocumentNode document, GraphQLOptions options) => (_document, _options) = (document, options);

    public static void Check(DocumentNode document, GraphQLOptions options)
    {
        if (document.Definitions.Count > options.MaxDefinitions)
            throw Beyond($"The document has {document.Definitions.Count} definitions; at most {options.MaxDefinitions} are accepted.", document, document.Definitions[options.MaxDefinitions]);
        var limits = new DocumentLimits(document, options);
        foreach (var definition in document.Definitions)
            if (definition is FragmentNode fragment) limits._fragments[fragment.Name.Value] = fragment;
        foreach (var definition in document.Definitions)
        {
            limits.Count(definition.Directives);
            if (definition is FragmentNode fragment) limits.CheckFragment(fragment);
            else if (definition is OperationNode operation) limits.CheckOperation(operation);
        }
    }

    private void CheckFragment(FragmentNode fragment)
    {
        // Of twins only one can be spread; the other is measured by itself.
        var size = _fragments[fragment.Name.Value] == fragment ? Measure(fragment, 0) : Measure(fragment.SelectionSet, 0);
        if (size.Fields > _options.MaxFields) throw Beyond($"The fragment selects more than {_options.MaxFields} fields.", _document, fragment);
    }

    private void CheckOperation(OperationNode operation)
    {
        if (operation.Variables.Count > _options.MaxVariables)
            throw Beyond($"The operation has {operation.Variables.Count} variables; at most {_options.MaxVariables} are accepted.", _document, operation);
        foreach (var variable in operation.Variables) Count(variable.Directives);
        var size = Measure(operation.SelectionSet, 0);
        if (size.Depth > _options.MaxDepth)
            throw Beyond($"The operation selects fields {size.Depth} levels deep; at most {_options.MaxDepth} are accepted.", _document, operation);
        if (size.Fields > _options.MaxFields)
            throw Beyond($"The operation selects {size.Fields} fields; at most {_options.MaxFields} are accepted.", _document, operation);
        if (size.Own > _options.MaxRootFields)
            throw Beyond($"The operation selects {size.Own} fields at its root; at most {_options.MaxRootFields} are accepted.", _document, operation);
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
        if (nesting > MaxNesting) throw TooNested(_document, set.Start);
        var (depth, height) = (0, 0);
        var (fields, own) = (0L, 0L);
        foreach (var selection in set.Selections)
        {
            Count(selection.Directives);
            var size = selection switch
            {
                FieldNode field => Measure(field, nesting),
                InlineFragmentNode inline => Measure(inline.SelectionSet, nesting + 1),
                FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name, out var fragment) => Measure(fragment, nesting + 1),
                _ => default,
            };
            depth = Math.Max(depth, size.Depth);
            fields = Math.Min(fields + size.Fields, int.MaxValue);
            own = Math.Min(own + size.Own, int.MaxValue);
            height = Math.Max(height, size.Height);
        }
        // Known fragments are not entered again, so the height must be looked at too.
        return height < MaxNesting ? new(depth, fields, own, height + 1) : throw TooNested(_document, set.Start);
    }

    private Size Measure(FieldNode field, int nesting)
    {
        if (field.Alias is not null && ++_aliases > _options.MaxAliases)
            throw Beyond($"The document has more than {_options.MaxAliases} aliases.", _document, field);
        var below = field.SelectionSet is { } set ? Measure(set, nesting + 1) : default;
        return new(below.Depth + 1, below.Fields + 1, 1, below.Height);
    }

    private void Count(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count == 0) return;
        _directives += directives.Count;
        if (_directives > _options.MaxDirectives) throw Beyond($"The document uses more than {_options.MaxDirectives} directives.", _document, directives[^1]);
    }

    public static GraphQLException TooNested(DocumentNode document, int at) =>
        Beyond($"The document nests fields and fragments deeper than {MaxNesting} levels.", document, at);

    private static GraphQLException Beyond(string message, DocumentNode document, SyntaxNode at) => Beyond(message, document, at.Start);

    private static GraphQLException Beyond(string message, DocumentNode document, int at) =>
        new(message, ErrorCodes.Limit) { Locations = [document.LocationOf(at)] };
}
