using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

internal sealed partial class Planter
{
    // Operations that read as a type definition once their keyword is another: { alias: name … }.
    private IEnumerable<int> Simple() => All(Role.OperationKeyword).Where(i =>
    {
        var body = _words.Skip(i + 1).TakeWhile(word => word.Text != "}").ToList();
        return body.Count > 2 && body[0].Role == Role.OperationName && body[1].Text == "{"
            && body.Skip(2).Chunk(3).All(three => three.Length == 3 && three[0].Role == Role.Alias && three[2].Role == Role.Field);
    });

    private IEnumerable<int> Roots() => All(Role.RootBrace);

    private IEnumerable<List<Word>> ScalarLeafs()
    {
        foreach (var i in All(Role.Field).Where(i => _words[i].On is FieldsType && (i + 1 >= _words.Count || _words[i + 1].Text != "(")))
        {
            if (_words[i].About is not FieldDefinition { Name: not "__typename" } field) continue;
            var others = ((FieldsType)_words[i].On!).Fields
                .Where(other => other.Arguments.All(argument => !argument.IsRequired) && other.Type.Named is CompositeType != field.Type.Named is CompositeType);
            foreach (var other in others) yield return With(i, other.Name);
        }
    }

    private IEnumerable<List<Word>> NoUnusedFragments()
    {
        var spreads = All(Role.Spread).ToList();
        foreach (var i in spreads.Where(i => spreads.Count(j => _words[j].Text == _words[i].Text) == 1))
            foreach (var other in All(Role.Fragment).Where(j => _words[j].Text != _words[i].Text))
                yield return With(i, _words[other].Text);
    }

    private IEnumerable<List<Word>> Impossible(int i) => schema.Types.OfType<CompositeType>()
        .Where(type => !schema.PossibleTypes(type).Any(possible => schema.IsPossible(_words[i].On!, possible)))
        .Select(type => With(i, type.Name));

    private IEnumerable<List<Word>> NoUnusedVariables()
    {
        var uses = All(Role.VariableUse).ToList();
        foreach (var i in uses.Where(i => uses.Count(j => _words[j].About == _words[i].About) == 1))
            foreach (var j in uses.Where(j => _words[j].About != _words[i].About))
                yield return With(i, _words[j].Text);
    }

    private IEnumerable<List<Word>> ProvidedRequiredArguments() => All(Role.Argument, Role.DirectiveArgument)
        .Where(i => (((InputValue, object))_words[i].About!).Item1.IsRequired)
        .Select(i => With(i, (((InputValue, object))_words[i].About!).Item2 is FieldDefinition field ? random.From(field.Arguments).Name + (random.Chance(30) ? "x" : "") : "unless"));

    private IEnumerable<List<Word>> Overlapping()
    {
        foreach (var group in All(Role.Alias).GroupBy(i => _words[i].Group))
            foreach (var i in group)
                foreach (var j in group.Where(j => i != j && _words[j].Text != _words[i].Text))
                    yield return With(i, _words[j].Text);
    }

    private string WrongLiteral(GraphType type)
    {
        if (type.IsNonNull && random.Chance(20)) return "null";
        return type.Named switch
        {
            EnumType => random.From(["MAUVE", "\"RED\"", "1", "true", "Red", "GREN"]),
            InputObjectType => random.From(["1", "\"a\"", "RED"]),
            _ => type.Named.Name switch
            {
                "Int" => random.From(["1.0", "\"1\"", "true", "2147483648", "-2147483649", "ONE", "1e3"]),
                "Float" => random.From(["\"1\"", "true", "ONE"]),
                "String" => random.From(["1", "1.5", "true", "TEXT"]),
                "Boolean" => random.From(["1", "\"true\"", "TRUE", "0.0"]),
                "ID" => random.From(["1.5", "true", "ME"]),
                "Long" => random.From(["1.5", "\"1\"", "9223372036854775808", "MANY"]),
                "Decimal" => random.From(["\"1\"", "false", "1e30", "FEW"]),
                "UUID" => random.From(["\"1\"", "1", "\"00000000-0000-4000-8000-00000000abcg\"", "true"]),
                "DateTime" => random.From(["\"2020-02-30T00:00:00Z\"", "\"2020-01-01\"", "\"2020-01-01T00:00:00\"", "5"]),
                "Date" => random.From(["\"2020-02-30\"", "\"2020-1-1\"", "20200101"]),
                _ => random.From(["3", "\"2\"", "2.0", "true"]),
            },
        };
    }
}
