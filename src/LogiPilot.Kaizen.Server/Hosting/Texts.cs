using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// The sentences of the product in French and English, from <c>texts/*.json</c>: keys are paths (<c>alerts.kind.STOCK_OUT</c>),
/// placeholders <c>{{name}}</c>, plurals <c>_one</c> and <c>_other</c> by the argument <c>count</c>. An argument whose value has an
/// entry <c>words.NAME.VALUE</c> or <c>alerts.NAME.VALUE</c> is said by it. A <c>{{unit}}</c> right behind a number agrees with it.
/// </summary>
public sealed partial class Texts
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly Dictionary<string, string> _french = Read("fr");
    private readonly Dictionary<string, string> _english = Read("en");

    public IEnumerable<string> Keys(Language language) => Of(language).Keys;

    public bool Has(string key) => _french.ContainsKey(key);

    /// <summary>The sentence of a key; the key itself where the catalogue has none, so that the gap is seen.</summary>
    public string Of(Language language, string key, IReadOnlyDictionary<string, object?>? arguments = null)
    {
        var catalogue = Of(language);
        var text = Plural(language, key, arguments) is { } plural && catalogue.TryGetValue(plural, out var counted) ? counted
            : catalogue.GetValueOrDefault(key);
        return text is null ? key
            : arguments is null ? text
            : Placeholder().Replace(text, match => match.Groups["number"] is { Success: true, Value: var number }
                ? Say(language, number, arguments) + match.Groups["blank"].Value + Unit(language, number, arguments)
                : Say(language, match.Groups["name"].Value, arguments));
    }

    /// <summary>The sentence of a key with arguments by name.</summary>
    public string Of(Language language, string key, params (string Name, object? Value)[] arguments) =>
        Of(language, key, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));

    public Bilingual Both(string key) => new(Of(Language.Fr, key), Of(Language.En, key));

    /// <summary>The language that a request's Accept-Language asks for; French when it names neither.</summary>
    public static Language Asked(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "")
            .Select(l => l.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En
                : l.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Language.Fr
                : (Language?)null)
            .FirstOrDefault(l => l is not null) ?? Language.Fr;

    private Dictionary<string, string> Of(Language language) => language == Language.En ? _english : _french;

    private static string? Plural(Language language, string key, IReadOnlyDictionary<string, object?>? arguments)
    {
        if (arguments is null || !arguments.TryGetValue("count", out var count) || count is null)
        {
            return null;
        }

        var number = Math.Abs(Convert.ToDecimal(count, CultureInfo.InvariantCulture));
        return key + ((language == Language.Fr ? number < 2 : number == 1) ? "_one" : "_other");
    }

    /// <summary>An argument as sentences say it; empty when there is none.</summary>
    public string Say(Language language, string name, IReadOnlyDictionary<string, object?> arguments)
    {
        if (!arguments.TryGetValue(name, out var value) || value is null)
        {
            return "";
        }

        var culture = language == Language.En ? English : French;
        return value switch
        {
            string text => Word(language, name, text),
            Bilingual both => both.In(language),
            IEnumerable<Bilingual> several => string.Join(", ", several.Select(b => b.In(language))),
            Enum one => Word(language, name, one.ToString()),
            decimal number => number.ToString("#,0.############################", culture),
            IEnumerable<string> several => string.Join(", ", several.Select(v => Word(language, name, v))),
            IFormattable formattable => formattable.ToString(null, culture),
            _ => value.ToString() ?? "",
        };
    }

    private string Word(Language language, string name, string value) =>
        Of(language).GetValueOrDefault($"words.{name}.{value}") ?? Of(language).GetValueOrDefault($"alerts.{name}.{value}") ?? value;

    private static Dictionary<string, string> Read(string language)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "texts", language + ".json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten("", document.RootElement, texts);
        return texts;
    }

    private static void Flatten(string prefix, JsonElement element, Dictionary<string, string> into)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Flatten(key + ".", property.Value, into);
            }
            else
            {
                into.Add(key, property.Value.GetString() ?? "");
            }
        }
    }

    /// <summary>The unit right behind a number is said as that number asks.</summary>
    private string Unit(Language language, string number, IReadOnlyDictionary<string, object?> arguments) =>
        arguments.GetValueOrDefault("unit") is string unit && arguments.GetValueOrDefault(number) is { } value and (decimal or double or int or long)
            ? UnitWords.After(Convert.ToDecimal(value, CultureInfo.InvariantCulture), unit, language)
            : Say(language, "unit", arguments);

    [GeneratedRegex(@"\{\{(?<number>\w+)\}\}(?<blank>[ \u00a0])\{\{unit\}\}|\{\{\s*(?<name>\w+)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
