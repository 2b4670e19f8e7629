using System.Text.RegularExpressions;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Reads fields, columns and choices of a method's file.</summary>
internal static partial class FieldReader
{
    private const int MostFields = 60;
    private const int MostColumns = 20;
    private const int MostChoices = 60;

    private static readonly FieldType[] Scalars =
    [
        FieldType.Text, FieldType.Number, FieldType.Choice, FieldType.YesNo, FieldType.Date, FieldType.Person, FieldType.Place,
        FieldType.Product,
    ];

    /// <summary>The drawings that a table may have, each with the columns that it needs.</summary>
    private static readonly Dictionary<string, string[]> Drawings = new(StringComparer.Ordinal)
    {
        ["IS_IS_NOT"] = ["is", "isNot"], ["COMPARISON"] = ["point", "bad", "good", "difference"], ["SIPOC"] = ["part", "what"],
    };

    public static IReadOnlyList<FieldDefinition> Fields(JsonPart list)
    {
        var fields = list.Items(MostFields).Select(Field).OfType<FieldDefinition>().ToList();
        Twice(list, fields.Select(f => f.Code));
        return fields;
    }

    /// <summary>A code of the kind asked for; noted when it is missing or written otherwise.</summary>
    public static string? Code(JsonPart owner, bool capitals)
    {
        var part = owner.Part("code");
        if (part.Text() is not { } code)
        {
            Needed(owner, "code");
            return null;
        }

        if (!(capitals ? Capitals() : Camel()).IsMatch(code))
        {
            part.Note(capitals ? "methodCodeCapitals" : "methodCodeCamel", ("given", code));
        }

        return code;
    }

    public static void Needed(JsonPart owner, params string[] names)
    {
        foreach (var name in names.Where(n => !owner.Part(n).IsGiven))
        {
            owner.Note("valueMissing", ("part", name));
        }
    }

    /// <summary>A text in both languages; null when it is not given, noted when one of the two is missing.</summary>
    public static Bilingual? Both(JsonPart part)
    {
        if (!part.HasOnly("fr", "en"))
        {
            return null;
        }

        var (french, english) = (part.Part("fr").Text(), part.Part("en").Text());
        if (french is null || english is null)
        {
            part.Note("valueMissing", ("part", french is null ? "fr" : "en"));
        }

        return new Bilingual(french ?? "", english ?? "");
    }

    public static void Twice(JsonPart list, IEnumerable<string> codes)
    {
        foreach (var code in codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            list.Note("valueTwice", ("given", code.Key));
        }
    }

    private static FieldDefinition? Field(JsonPart field)
    {
        if (!field.HasOnly("code", "name", "type", "hint", "example", "required", "unit", "choices", "columns", "drawing", "escape"))
        {
            return null;
        }

        Needed(field, "name", "type");
        var (code, name, type) = (Code(field, capitals: false), Both(field.Part("name")), field.Part("type").One<FieldType>());
        var (choices, columns) = (Choices(field.Part("choices")), Columns(field.Part("columns")));
        var drawing = field.Part("drawing").OneOf(Drawings.Keys);
        if (type == FieldType.Choice && choices is not { Count: > 0 })
        {
            field.Note("valueMissing", ("part", "choices"));
        }

        if (type == FieldType.Table && columns is not { Count: > 0 })
        {
            field.Note("valueMissing", ("part", "columns"));
        }

        if (drawing is not null && Drawings[drawing] is var needed && needed.Except((columns ?? []).Select(c => c.Code), StringComparer.Ordinal).Any())
        {
            field.Part("drawing").Note("methodDrawingColumns", ("columns", needed));
        }

        var escape = field.Part("escape").YesNo() ?? false;
        if (escape && type is not (null or FieldType.Tree))
        {
            field.Part("escape").Note("methodEscapeTree");
        }

        var read = (Hint: Both(field.Part("hint")), Example: Both(field.Part("example")), Required: field.Part("required").YesNo() ?? false, Unit: field.Part("unit").Text(20));
        return code is null || type is not { } known ? null
            : new FieldDefinition(code, name ?? new("", ""), known, read.Hint, read.Required, read.Unit, choices, columns, drawing, read.Example, escape);
    }

    private static List<FieldColumn>? Columns(JsonPart list)
    {
        if (!list.IsGiven)
        {
            return null;
        }

        var columns = list.Items(MostColumns).Select(Column).OfType<FieldColumn>().ToList();
        Twice(list, columns.Select(c => c.Code));
        return columns;
    }

    private static FieldColumn? Column(JsonPart column)
    {
        if (!column.HasOnly("code", "name", "type", "choices", "unit", "required", "from"))
        {
            return null;
        }

        Needed(column, "name", "type");
        var (code, name, type) = (Code(column, capitals: false), Both(column.Part("name")), column.Part("type").One<FieldType>());
        var (choices, from) = (Choices(column.Part("choices")), column.Part("from").Text());
        if (type is { } one && !Scalars.Contains(one))
        {
            column.Part("type").Note(
                "valueOneOf", ("given", CheckedJson.Code(one)), ("choices", Scalars.Select(CheckedJson.Code).ToArray()));
        }

        if (type == FieldType.Choice && from is null && choices is not { Count: > 0 })
        {
            column.Note("valueMissing", ("part", "choices"));
        }

        var (unit, required) = (column.Part("unit").Text(20), column.Part("required").YesNo() ?? false);
        return code is null || type is not { } known ? null : new FieldColumn(code, name ?? new("", ""), known, choices, unit, required, from);
    }

    private static List<FieldChoice>? Choices(JsonPart list)
    {
        if (!list.IsGiven)
        {
            return null;
        }

        var choices = new List<FieldChoice>();
        foreach (var choice in list.Items(MostChoices).Where(c => c.HasOnly("code", "name")))
        {
            Needed(choice, "name");
            if (Code(choice, capitals: true) is { } code)
            {
                choices.Add(new FieldChoice(code, Both(choice.Part("name")) ?? new("", "")));
            }
        }

        Twice(list, choices.Select(c => c.Code));
        return choices;
    }

    [GeneratedRegex("^[A-Z0-9][A-Z0-9_]{0,29}$", RegexOptions.None, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Camel();
}
