using System.Text;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>What a token is for, so that a violation can be planted at the right place.</summary>
internal enum Role
{
    Punctuation,
    OperationKeyword,
    OperationName,
    Variable,
    VariableType,
    VariableBang,
    VariableUse,
    Fragment,
    TypeCondition,
    Spread,
    Alias,
    Field,
    Argument,
    InputField,
    Directive,
    DirectiveArgument,
    Literal,
    RootBrace,
}

/// <summary>A token of a document being made.</summary>
/// <param name="Group">Tokens of one list (arguments, input fields, selections, directives, variables) have the same number.</param>
/// <param name="Scope">The operation or fragment it stands in.</param>
/// <param name="About">The schema's part behind it: the type around a field, an argument's definition, the type expected of a literal.</param>
internal sealed record Word(string Text, Role Role, int Group, string Scope, object? About)
{
    /// <summary>The object or interface type a selection stands on.</summary>
    public CompositeType? On { get; init; }
}

/// <summary>A variable an operation declares while it is made.</summary>
internal sealed record Declared(string Name, GraphType Type, IReadOnlyList<string>? Default)
{
    public bool Absent { get; set; }
    public JsonNode? Value { get; set; }
}

/// <summary>A document as tokens, with what is to be sent beside it.</summary>
internal sealed class Draft
{
    public List<Word> Words { get; } = [];
    public HashSet<string> Features { get; } = new(StringComparer.Ordinal);
    public string? OperationName { get; set; }
    public JsonObject? Variables { get; set; }
    public List<Declared> Declared { get; set; } = [];

    /// <summary>Writes the tokens with ignored ones (white space, commas, comments) in between, the same for the same seed.</summary>
    public static string Render(IReadOnlyList<Word> words, int seed)
    {
        var random = new Random(seed);
        var style = random.Next(4);
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) text.Append(Between(words[i - 1].Text, words[i].Text, style, random));
            text.Append(words[i].Text);
        }
        if (style == 3) text.Append("\n# the end");
        return text.ToString();
    }

    private static string Between(string before, string after, int style, Random random)
    {
        var choice = random.Next(40);
        if (style == 3 && choice < 3) return choice == 0 ? " # a comment, with \" and {\n" : choice == 1 ? "\r\n\t" : "\uFEFF, ,\r";
        if (style > 0 && choice < 8) return choice < 5 ? "\n  " : ", ";
        return style > 1 && CanTouch(before, after) ? "" : " ";
    }

    private static bool CanTouch(string before, string after) =>
        "{}()[]:!$@=&|".Contains(before[^1], StringComparison.Ordinal) || "{}()[]:!$@=&|".Contains(after[0], StringComparison.Ordinal);

    public Question Ask(string name, int style) => new(name, Render(Words, style), Variables?.ToJsonString(), OperationName) { Features = Features };
}
