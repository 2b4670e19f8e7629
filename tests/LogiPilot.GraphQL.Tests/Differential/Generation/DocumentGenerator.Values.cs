using System.Globalization;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

internal sealed partial class DocumentGenerator
{
    private void Arguments(IReadOnlyList<InputValue> arguments, Role role, object owner)
    {
        var given = arguments.Where(argument => argument.IsRequired || _random.Chance(argument.Name == "seed" ? 90 : 35)).ToList();
        if (arguments.Count > given.Count && arguments.Except(given).Any(argument => argument.Default is not null)) _draft.Features.Add("argument default");
        if (given.Count == 0) return;
        if (_random.Chance(20)) given.Reverse();
        var group = ++_groups;
        Add("(");
        foreach (var argument in given)
        {
            Add(argument.Name, role, group, (argument, owner));
            Add(":");
            Value(argument.Type, argument.Default is not null, 3, argument.Name == "seed");
        }
        Add(")");
    }

    private void Value(GraphType type, bool hasDefault, int depth, bool isSeed = false, bool inOneOf = false)
    {
        if (_mayUseVariables && _random.Chance(isSeed ? 12 : 30))
        {
            Variable(type, hasDefault, inOneOf);
            return;
        }
        if (!type.IsNonNull && !inOneOf && _random.Chance(10))
        {
            _draft.Features.Add("null literal");
            Add("null", Role.Literal, 0, type);
            return;
        }
        switch (type.Nullable)
        {
            case ListType list:
                ListOf(list, depth);
                break;
            case InputObjectType input:
                InputObject(input, depth);
                break;
            case EnumType values:
                _draft.Features.Add("enum literal");
                Add(_random.From(values.Values).Name, Role.Literal, 0, type);
                break;
            default:
                Scalar(type, isSeed);
                break;
        }
    }

    private void ListOf(ListType list, int depth)
    {
        if (_random.Chance(15))
        {
            _draft.Features.Add("single value for a list");
            Value(list.OfType.Nullable is ListType ? list.OfType : new NonNullType(list.OfType.Nullable), false, depth - 1);
            return;
        }
        _draft.Features.Add(list.OfType.Nullable is ListType ? "list of lists" : "list literal");
        Add("[");
        for (var i = _random.Next(depth > 0 ? 4 : 2); i > 0; i--) Value(list.OfType, false, depth - 1);
        Add("]");
    }

    private void InputObject(InputObjectType input, int depth)
    {
        _draft.Features.Add(input.IsOneOf ? "oneOf input" : "input object literal");
        var group = ++_groups;
        Add("{", Role.Punctuation, 0, input);
        var fields = input.IsOneOf
            ? [_random.From(input.Fields.Where(field => depth > 0 || field.Type.Named is not InputObjectType).ToList())]
            : input.Fields.Where(field => field.IsRequired || (depth > 0 && _random.Chance(30))).ToList();
        if (_random.Chance(20)) fields.Reverse();
        foreach (var field in fields)
        {
            Add(field.Name, Role.InputField, group, (field, input));
            Add(":");
            Value(field.Type, field.Default is not null, depth - 1, inOneOf: input.IsOneOf);
        }
        Add("}");
    }

    private void Scalar(GraphType type, bool isSeed)
    {
        var name = type.Named.Name;
        var text = isSeed ? _random.Next(1000).ToString(CultureInfo.InvariantCulture) : Literal(name);
        if (name == "String" && _random.Chance(8)) text = "\"" + _random.From(_schema.Types).Name + "\"";
        if (name is not ("Int" or "Float" or "String" or "Boolean" or "ID")) _draft.Features.Add("custom scalar literal");
        if (text.StartsWith("\"\"\"", StringComparison.Ordinal)) _draft.Features.Add("block string");
        if (text.Contains("\\u", StringComparison.Ordinal)) _draft.Features.Add("unicode escape");
        Add(text, Role.Literal, 0, type);
    }

    private string Literal(string scalar) => scalar switch
    {
        "Int" => _random.From(["0", "-0", "1", "7", "-42", "2147483647", "-2147483648"]),
        "Float" => _random.From(["0", "1", "-1.5", "3e2", "1.25E-3", "0.1", "1e300", "-0.0", "123456789012345678901234567890"]),
        "String" => _random.From(["\"\"", "\"plain\"", "\"q \\\" \\\\ \\/ \\n\\t\"", "\"\\u00e9\\u{1F600}\\uD83D\\uDE00\"", "\"😀推\"",
            "\"\"\"\n    block\n      \\\"\"\" indented\n\n    \"\"\"", "\"\"\"one line\"\"\"", "\"# no comment, {\""]),
        "Boolean" => _random.From(["true", "false"]),
        "ID" => _random.From(["\"n1\"", "4", "\"\"", "-7", "123456789012345678901234567890"]),
        "Long" => _random.From(["0", "-5", "9007199254740991", "-9007199254740991", "2147483648"]),
        "Decimal" => _random.From(["0", "12.5", "-0.25", "1e3", "7"]),
        "UUID" => _random.From(["\"00000000-0000-4000-8000-00000000abcd\"", "\"ABCDEF00000040008000000000000001\""]),
        "DateTime" => _random.From(["\"2020-02-29T23:59:59Z\"", "\"1999-12-31T00:00:00.5+02:00\"", "\"2024-01-01t00:00:00.125z\""]),
        "Date" => _random.From(["\"2020-02-29\"", "\"0001-01-01\"", "\"9999-12-31\""]),
        "Even" => _random.From(["0", "-4", "1000"]),
        _ => throw new InvalidOperationException($"No literal for {scalar}."),
    };

    private void Variable(GraphType position, bool hasDefault, bool inOneOf)
    {
        var usable = _declared.Where(declared => Fits(declared, position, hasDefault, inOneOf)).ToList();
        var variable = usable.Count > 0 && _random.Chance(25) ? _random.From(usable) : Declare(position, hasDefault, inOneOf);
        Add("$");
        Add(variable.Name, Role.VariableUse, 0, variable);
    }

    private static bool Fits(Declared variable, GraphType position, bool hasDefault, bool inOneOf)
    {
        if (inOneOf) return variable.Type is NonNullType && GraphType.AreEqual(variable.Type.Nullable, position.Nullable);
        return GraphType.AreEqual(variable.Type, position) || GraphType.AreEqual(variable.Type, new NonNullType(position.Nullable))
            || (GraphType.AreEqual(variable.Type, position.Nullable) && (hasDefault || variable.Default is not null and not ["null"]));
    }

    private Declared Declare(GraphType position, bool hasDefault, bool inOneOf)
    {
        var bare = position.Nullable;
        var stricter = inOneOf || _random.Chance(30);
        var withDefault = _random.Chance(30);
        // A nullable variable may stand where null may not, if one of the two has a default.
        var type = stricter ? new NonNullType(bare) : position.IsNonNull && (withDefault || hasDefault) && _random.Chance(60) ? bare : position;
        IReadOnlyList<string>? byDefault = null;
        if (withDefault || (position.IsNonNull && !type.IsNonNull && !hasDefault)) byDefault = DefaultFor(position.IsNonNull ? position : type);
        var variable = new Declared(string.Create(CultureInfo.InvariantCulture, $"v{_declared.Count}"), type, byDefault);
        Assign(variable);
        _declared.Add(variable);
        return variable;
    }

    private List<string> DefaultFor(GraphType type)
    {
        var (words, mayUse) = (_words, _mayUseVariables);
        _words = [];
        _mayUseVariables = false;
        Value(type, false, 1);
        List<string> tokens = [.. _words.Select(word => word.Text)];
        (_words, _mayUseVariables) = (words, mayUse);
        return tokens;
    }
}
