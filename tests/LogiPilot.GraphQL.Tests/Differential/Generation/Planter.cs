using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>Changes one token of a valid document so that it violates one rule; the document before and after are one token apart.</summary>
internal sealed partial class Planter(GraphQLSchema schema, Draft draft, Random random)
{
    private readonly List<Word> _words = draft.Words;

    /// <summary>The violating tokens; null where the document has no place for this violation.</summary>
    public List<Word>? Plant(string rule)
    {
        var edits = (rule switch
        {
            "ExecutableDefinitions" => Simple().Select(i => With(i, random.From(["type", "interface", "input"]))),
            "UniqueOperationNames" => Twins(Role.OperationName),
            "LoneAnonymousOperation" => All(Role.OperationName).Count() > 1 ? All(Role.OperationName).Select(Without) : [],
            "SingleFieldSubscriptions" => Roots().Select(i => Before(i + 1, "__typename")),
            "KnownTypeNames" => All(Role.TypeCondition, Role.VariableType).Select(i => With(i, Misspelled(_words[i].Text))),
            "FragmentsOnCompositeTypes" => All(Role.TypeCondition).Select(i => With(i, random.From(["String", "Color", "Filter", "Even"]))),
            "VariablesAreInputTypes" => All(Role.VariableType).Select(i => With(i, random.From(["Dog", "Thing", "Node", "Query"]))),
            "ScalarLeafs" => ScalarLeafs(),
            "FieldsOnCorrectType" => All(Role.Field).Select(i => With(i, random.Chance(50) ? Misspelled(_words[i].Text) : random.From(["barks", "lives", "size", "e", "nam", "fields"]))),
            "UniqueFragmentNames" => Twins(Role.Fragment),
            "KnownFragmentNames" => All(Role.Spread).Select(i => With(i, Misspelled(_words[i].Text))),
            "NoUnusedFragments" => NoUnusedFragments(),
            "PossibleFragmentSpreads" => All(Role.TypeCondition).Where(i => _words[i].On is not null).SelectMany(Impossible),
            "NoFragmentCycles" => All(Role.Spread).Where(i => _words[i].Scope.StartsWith('F')).Select(i => With(i, _words[i].Scope)),
            "UniqueVariableNames" => Twins(Role.Variable),
            "NoUndefinedVariables" => All(Role.VariableUse).Select(i => With(i, "undefined")),
            "NoUnusedVariables" => NoUnusedVariables(),
            "KnownDirectives" => All(Role.Directive).Select(i => With(i, random.From(["deprecated", "unknown", "oneOf", Misspelled(_words[i].Text)]))),
            "UniqueDirectivesPerLocation" => Twins(Role.Directive),
            "KnownArgumentNames" => All(Role.Argument, Role.DirectiveArgument).Select(i => With(i, Misspelled(_words[i].Text))),
            "UniqueArgumentNames" => Twins(Role.Argument),
            "ValuesOfCorrectType" => All(Role.Literal).Select(i => With(i, WrongLiteral((GraphType)_words[i].About!))),
            "ProvidedRequiredArguments" => ProvidedRequiredArguments(),
            "VariablesInAllowedPosition" => All(Role.VariableBang).Select(Without)
                .Concat(All(Role.VariableType).Select(i => With(i, random.From(["Boolean", "UUID", "Key", "Int"])))),
            "OverlappingFieldsCanBeMerged" => Overlapping(),
            "MaxIntrospectionDepth" => All(Role.Field).Where(i => _words[i].Text is "type" or "ofType").Select(i => With(i, "fields")),
            "UniqueInputFieldNames" => Twins(Role.InputField),
            _ => [],
        }).ToList();
        return edits.Count == 0 ? null : random.From(edits);
    }

    /// <summary>Any token left out, doubled, swapped for another of the document or of the language.</summary>
    public List<Word> Disturb()
    {
        var i = random.Next(_words.Count);
        return random.Next(4) switch
        {
            0 => Without(i),
            1 => Before(i, _words[i].Text),
            2 => With(i, random.From(_words).Text),
            _ => Before(i, random.From(["{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "=", "|", "&", "on", "null", "1.", "\"", "\"\"\"", "-", "0x1", "fragment", "query", "'", "1e", "00"])),
        };
    }

    /// <summary>Whether the second text has exactly one token more, less or other than the first.</summary>
    public static bool IsOneTokenApart(string a, string b)
    {
        var (left, right) = (Lexed(a), Lexed(b));
        var start = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = Enumerable.Reverse(left).Zip(Enumerable.Reverse(right)).Take(Math.Min(left.Count, right.Count) - start).TakeWhile(pair => pair.First == pair.Second).Count();
        return Math.Max(left.Count, right.Count) - start - end == 1;
    }

    private static List<(TokenKind, string?)> Lexed(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<(TokenKind, string?)>();
        for (lexer.Next(); lexer.Kind != TokenKind.EndOfFile; lexer.Next()) tokens.Add((lexer.Kind, lexer.Value));
        return tokens;
    }

    private IEnumerable<int> All(params Role[] roles) => Enumerable.Range(0, _words.Count).Where(i => roles.Contains(_words[i].Role));

    private List<Word> With(int i, string text) => [.. _words[..i], _words[i] with { Text = text }, .. _words[(i + 1)..]];

    private List<Word> Without(int i) => [.. _words[..i], .. _words[(i + 1)..]];

    private List<Word> Before(int i, string text) => [.. _words[..i], new(text, Role.Punctuation, 0, "", null), .. _words[i..]];

    /// <summary>Two names of one group made the same.</summary>
    private IEnumerable<List<Word>> Twins(Role role) => All(role).GroupBy(i => (_words[i].Group, role is Role.Variable ? _words[i].Scope : "")).SelectMany(group =>
        from i in @group from j in @group where i != j && _words[i].Text != _words[j].Text select With(i, _words[j].Text));

    private string Misspelled(string name) => random.Next(3) switch
    {
        0 when name.Length > 3 => name[..^1],
        1 when name.Length > 3 => $"{name[..1]}{name[2]}{name[1]}{name[3..]}x",
        _ => name + "Z",
    };
}
