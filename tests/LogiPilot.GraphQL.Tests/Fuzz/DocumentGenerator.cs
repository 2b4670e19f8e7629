using System.Globalization;
using System.Text;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Fuzz;

/// <summary>Writes random documents over a schema; with faults, some of what it writes is of the wrong name, type or place.</summary>
internal sealed class DocumentGenerator(GraphQLSchema schema, Random random, double faults)
{
    private const int MaxDepth = 7;
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, GraphType Type)> _variables = [];
    private readonly List<(string Name, CompositeType Type)> _fragments = [];
    private readonly CompositeType[] _composites = [.. schema.Types.OfType<CompositeType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))];
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);
    private int _names;

    /// <summary>The variables the document declares.</summary>
    public IReadOnlyList<(string Name, GraphType Type)> Variables => _variables;

    public string Document()
    {
        var operations = random.Next(10) == 0 ? random.Next(2, 4) : 1;
        for (var i = 0; i < random.Next(3); i++) _fragments.Add(($"F{i}", Any(_composites)));
        var selections = new List<(string Kind, string Body)>();
        for (var i = 0; i < operations; i++)
        {
            var isMutation = schema.Mutation is not null && random.Next(8) == 0;
            var body = Captured(() => Selections(isMutation ? schema.Mutation! : schema.Query, 0));
            selections.Add((Fault() ? "subscription" : isMutation ? "mutation" : "query", body));
        }
        var definitions = new List<string>();
        // What a fragment selects may spread the fragments after it only, so that there is no cycle unless by fault.
        for (var i = 0; i < _fragments.Count; i++)
        {
            var (name, type) = _fragments[i];
            if (!_spread.Contains(name) && !Fault()) continue;
            var later = _fragments.Skip(Fault() ? 0 : i + 1).ToList();
            definitions.Add($"fragment {name} on {type.Name}{Captured(() => Selections(type, 3, later))}");
        }
        var declared = _variables.Count == 0 ? "" : $"({string.Join(Any([", ", " ", "\n"]), _variables.Select(Declaration))})";
        for (var i = 0; i < operations; i++)
            definitions.Add($"{selections[i].Kind}{(operations > 1 || random.Next(2) == 0 ? $" O{i}" : "")}{declared}{selections[i].Body}");
        if (random.Next(2) == 0) definitions.Reverse();
        return string.Join('\n', definitions);
    }

    private string Declaration((string Name, GraphType Type) variable)
    {
        var type = variable.Type;
        var byDefault = random.Next(4) == 0 ? $" = {Captured(() => Value(type, 0, constant: true))}" : "";
        return $"${variable.Name}: {(Fault() ? Any(schema.Types).Name : type.ToString())}{byDefault}{(Fault() ? " @skip(if: true)" : "")}";
    }

    private void Selections(CompositeType type, int depth, IReadOnlyList<(string Name, CompositeType Type)>? fragments = null)
    {
        _text.Append(" {");
        var count = random.Next(1, depth < 2 ? 6 : 4);
        for (var i = 0; i < count; i++)
        {
            _text.Append(' ');
            var choice = random.Next(100);
            if (choice < 8) Inline(type, depth);
            else if (choice < 14 && (fragments ?? _fragments) is { Count: > 0 } known) Spread(type, known);
            else if (choice < 20 || type is UnionType) _text.Append("__typename");
            else Field((FieldsType)type, depth);
        }
        _text.Append(" }");
    }

    private void Inline(CompositeType type, int depth)
    {
        var to = random.Next(3) == 0 ? null : Fault() ? Any(_composites) : Any(Below(type));
        _text.Append("...").Append(to is null ? "" : $" on {to.Name}").Append(Directives(0.1));
        if (depth > MaxDepth) _text.Append(" { __typename }");
        else Selections(to ?? type, depth + 1);
    }

    private void Spread(CompositeType type, IReadOnlyList<(string Name, CompositeType Type)> known)
    {
        var fitting = known.Where(one => Fault() || one.Type == type || Below(type).Contains(one.Type)).ToList();
        if (fitting.Count == 0)
        {
            _text.Append("__typename");
            return;
        }
        var fragment = Any(fitting).Name;
        _spread.Add(fragment);
        _text.Append("...").Append(fragment).Append(Directives(0.1));
    }

    private void Field(FieldsType type, int depth)
    {
        var fields = type.Fields;
        var field = Any(fields);
        for (var i = 0; i < 4 && depth > 3 && field.Type.Named is CompositeType; i++) field = Any(fields);
        if (depth > MaxDepth && field.Type.Named is CompositeType)
        {
            _text.Append("__typename");
            return;
        }
        if (field.Arguments.Count > 0 || random.Next(8) == 0) _text.Append(Fault() ? "x" : $"n{_names++}").Append(": ");
        _text.Append(Fault() ? Any(["nope", "id", "name", "titel", field.Name + "s"]) : field.Name);
        Arguments(field.Arguments);
        _text.Append(Directives(0.06));
        if (field.Type.Named is CompositeType below ? !Fault() : Fault()) Selections(field.Type.Named as CompositeType ?? type, depth + 1);
    }

    private void Arguments(IReadOnlyList<InputValue> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired ? !Fault() : random.Next(3) == 0).ToList();
        if (given.Count == 0) return;
        _text.Append('(');
        foreach (var argument in given)
        {
            _text.Append(Fault() ? "argument" : argument.Name).Append(": ");
            Value(Fault() ? Any(arguments).Type : argument.Type, 0, constant: false);
            _text.Append(' ');
        }
        _text.Append(')');
    }

    private string Directives(double chance)
    {
        if (random.NextDouble() >= chance) return "";
        var condition = random.Next(3) == 0 ? Variable(new NonNullType((GraphType)schema.Type("Boolean")!)) : Any(["true", "false"]);
        return $" @{(Fault() ? Any(["deprecated", "nope"]) : Any(["skip", "include"]))}(if: {(Fault() ? "1" : condition)})";
    }

    private void Value(GraphType type, int depth, bool constant)
    {
        if (!constant && random.Next(6) == 0) _text.Append(Variable(type));
        else if (Fault()) _text.Append(Any(["null", "1", "\"a\"", "[]", "{}", "A", "1.5", "true", "[[1]]", "{a: 1}"]));
        else if (!type.IsNonNull && random.Next(8) == 0) _text.Append("null");
        else if (type.Nullable is ListType list) List(list, depth, constant);
        else if (type.Named is InputObjectType input) Object(input, depth, constant);
        else if (type.Named is EnumType values) _text.Append(Any(values.Values).Name);
        else _text.Append(ScalarValues.Literal(type.Named.Name, random));
    }

    private void List(ListType list, int depth, bool constant)
    {
        var count = random.Next(4);
        if (count == 1 && list.OfType.Nullable is not ListType)
        {
            Value(list.OfType, depth + 1, constant);
            return;
        }
        _text.Append('[');
        for (var i = 0; i < count; i++)
        {
            Value(list.OfType, depth + 1, constant);
            _text.Append(' ');
        }
        _text.Append(']');
    }

    private void Object(InputObjectType input, int depth, bool constant)
    {
        _text.Append('{');
        var one = Any(input.Fields);
        foreach (var field in input.Fields)
        {
            if (input.IsOneOf && !Fault() ? field != one : !field.IsRequired && (depth > 3 || random.Next(2) == 0)) continue;
            _text.Append(Fault() ? "field" : field.Name).Append(": ");
            var type = input.IsOneOf && !field.Type.IsNonNull ? new NonNullType(field.Type) : field.Type;
            Value(type, depth + 1, constant);
            _text.Append(' ');
        }
        _text.Append('}');
    }

    private string Variable(GraphType type)
    {
        var known = _variables.FirstOrDefault(variable => GraphType.AreEqual(variable.Type, type));
        if (known.Name is null || random.Next(4) == 0) _variables.Add(known = ($"v{_variables.Count.ToString(CultureInfo.InvariantCulture)}", type));
        return Fault() ? "$undefined" : $"${known.Name}";
    }

    private List<CompositeType> Below(CompositeType type) => type switch
    {
        UnionType union => [union, .. union.Members],
        InterfaceType => [type, .. schema.Types.OfType<ObjectType>().Where(made => made.Interfaces.Contains(type))],
        _ => [type],
    };

    private string Captured(Action write)
    {
        var start = _text.Length;
        write();
        var written = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return written;
    }

    private bool Fault() => faults > 0 && random.NextDouble() < faults;

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
