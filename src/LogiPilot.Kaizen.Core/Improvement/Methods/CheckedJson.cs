using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>
/// Reads JSON that somebody else wrote: never throws, notes every fault with the path of the place at fault (<c>[2].proof.kind</c>) and
/// goes on with what can be read.
/// </summary>
public sealed class CheckedJson
{
    private readonly List<Refusal> _faults = [];

    public IReadOnlyList<Refusal> Faults => _faults;

    public Refusal? Refusal => Refusal.All(_faults);

    public JsonPart Root(JsonElement element, string path = "") => new(this, element, path);

    /// <summary>A place that is read twice is at fault once.</summary>
    public void Note(string path, string reason, params (string Name, object? Value)[] arguments)
    {
        if (!_faults.Exists(f => f.Field == path && f.Reason == reason))
        {
            _faults.Add(Refusal.Invalid(path, reason, arguments));
        }
    }

    /// <summary>Values of an enumeration as they are written: <c>EVERY_SHIFT</c>.</summary>
    public static string Code<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var code = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToUpperInvariant(letter));
        }

        return code.ToString();
    }
}

/// <summary>One place in JSON that is being read; absent and null alike are "not given".</summary>
public readonly struct JsonPart(CheckedJson reading, JsonElement? element, string path)
{
    public string Path => path;

    public bool IsGiven => element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    public JsonElement? Element => IsGiven ? element : null;

    public void Note(string reason, params (string Name, object? Value)[] arguments) => reading.Note(path, reason, arguments);

    public JsonPart Part(string name) => new(reading, Find(name), path.Length == 0 ? name : $"{path}.{name}");

    /// <summary>Whether it is an object; notes what is not one, and parts that are not among those named.</summary>
    public bool HasOnly(params string[] names)
    {
        if (!Is(JsonValueKind.Object, "OBJECT"))
        {
            return false;
        }

        foreach (var name in Names().Where(n => !names.Contains(n, StringComparer.Ordinal)))
        {
            Note("valuePartUnknown", ("part", name), ("parts", names));
        }

        return true;
    }

    /// <summary>The names of its parts, when it is an object.</summary>
    public IReadOnlyList<string> Names() =>
        element is { ValueKind: JsonValueKind.Object } whole ? [.. whole.EnumerateObject().Select(p => Legible(() => p.Name) ?? "?").Distinct(StringComparer.Ordinal)]
            : [];

    public IReadOnlyList<JsonPart> Items(int most)
    {
        if (!Is(JsonValueKind.Array, "LIST"))
        {
            return [];
        }

        var (count, items) = (element!.Value.GetArrayLength(), new List<JsonPart>());
        if (count > most)
        {
            Note("valueTooMany", ("given", count), ("most", most));
            return [];
        }

        foreach (var item in element.Value.EnumerateArray())
        {
            items.Add(new JsonPart(reading, item, $"{path}[{items.Count}]"));
        }

        return items;
    }

    public string? Text(int most = Words.InText)
    {
        if (!Is(JsonValueKind.String, "TEXT"))
        {
            return null;
        }

        if (Written() is not { } text)
        {
            Note("valueKind", ("valueKind", "TEXT"));
            return null;
        }

        if (text.Length > most)
        {
            Note("textTooLong", ("most", most));
        }

        return Words.Given(text);
    }

    public decimal? Number()
    {
        if (!IsGiven)
        {
            return null;
        }

        if (element is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value))
        {
            return value;
        }

        Note("valueKind", ("valueKind", "NUMBER"));
        return null;
    }

    public int? Whole(int least, int most)
    {
        if (Number() is not { } number)
        {
            return null;
        }

        if (number >= least && number <= most && decimal.Truncate(number) == number)
        {
            return (int)number;
        }

        Note("valueBetween", ("least", least), ("most", most));
        return null;
    }

    public bool? YesNo()
    {
        if (!IsGiven)
        {
            return null;
        }

        if (element!.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.Value.ValueKind == JsonValueKind.True;
        }

        Note("valueKind", ("valueKind", "YES_NO"));
        return null;
    }

    public DateOnly? Date() =>
        Parsed("DATE", (string text, out DateOnly day) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    public Guid? Id() => Parsed("ID", (string text, out Guid id) => Guid.TryParseExact(text, "D", out id));

    public TEnum? One<TEnum>()
        where TEnum : struct, Enum
    {
        if (Text() is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (CheckedJson.Code(value) == text)
            {
                return value;
            }
        }

        Note("valueOneOf", ("given", text), ("choices", Enum.GetValues<TEnum>().Select(CheckedJson.Code).ToArray()));
        return null;
    }

    public string? OneOf(IReadOnlyCollection<string> codes)
    {
        if (Text() is not { } text || codes.Contains(text, StringComparer.Ordinal))
        {
            return Words.Given(Written());
        }

        Note("valueOneOf", ("given", text), ("choices", codes.ToArray()));
        return null;
    }

    private delegate bool Parse<T>(string text, out T value);

    private T? Parsed<T>(string kind, Parse<T> parse)
        where T : struct
    {
        if (!IsGiven)
        {
            return null;
        }

        if (Written() is { } text && parse(text, out var value))
        {
            return value;
        }

        Note("valueKind", ("valueKind", kind));
        return null;
    }

    private string? Written() =>
        element is { ValueKind: JsonValueKind.String } text ? Legible(text.GetString) : null;

    private JsonElement? Find(string name) =>
        element is { ValueKind: JsonValueKind.Object } whole
            ? Legible<JsonElement?>(() => whole.TryGetProperty(name, out var part) ? part : null)
            : null;

    /// <summary>Half a character, written as an escape (<c>\ud800</c>), is JSON but no text: what it stands in cannot be read.</summary>
    private static T? Legible<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private bool Is(JsonValueKind kind, string name)
    {
        if (IsGiven && element!.Value.ValueKind != kind)
        {
            Note("valueKind", ("valueKind", name));
        }

        return IsGiven && element!.Value.ValueKind == kind;
    }
}
