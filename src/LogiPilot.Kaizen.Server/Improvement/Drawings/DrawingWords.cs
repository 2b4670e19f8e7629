using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>What drawings and printed pages say, in one language: words, days and numbers.</summary>
public sealed class DrawingWords(Texts texts, Language language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "fr-FR");

    public Language Language => language;

    public Texts Texts => texts;

    public string Of(string key, params (string Name, object? Value)[] arguments) => texts.Of(language, "reports." + key, arguments);

    /// <summary>The word of an enumeration's value under a part of the catalogue: <c>methods.verdict</c>.</summary>
    public string Word(string part, Enum value) => texts.Of(language, $"{part}.{Naming.Screaming(value)}");

    public string Said(string key) => texts.Of(language, key);

    public string Day(DateOnly day) => day.ToString(InMonth(day) + "\u00a0yyyy", _culture);

    public string ShortDay(DateOnly day) => day.ToString(InMonth(day), _culture);

    public string Number(decimal number) => number.ToString("#,0.####", _culture);

    public string Quantity(decimal number, string? unit) =>
        unit is null ? Number(number) : $"{Number(number)}\u00a0{UnitWords.After(number, unit, language)}";

    public string Percent(decimal percent) => Number(percent) + (language == Language.En ? "%" : "\u00a0%");

    /// <summary>Two dots after a heading, with the blank that French puts before them.</summary>
    public string Colon => language == Language.En ? ": " : "\u00a0: ";

    /// <summary>The verdict of a cause with its proof or, of a root cause, its share.</summary>
    public string Verdict(Cause cause)
    {
        var isRoot = cause is { IsRoot: true, Verdict: CauseVerdict.Verified };
        var proof = cause.Proof is not { } given ? null
            : given.Text is { Length: <= 32 } told && !isRoot ? told
            : Of($"drawing.proof.{Naming.Screaming(given.Kind)}");
        string?[] said =
        [
            isRoot ? Said("methods.rootCause") : Word("methods.verdict", cause.Verdict),
            cause is { IsRoot: true, Verdict: not CauseVerdict.Verified } ? Said("methods.rootCause").ToLower(_culture) : null,
            cause.Contribution is { } share ? Percent(share) : null,
            proof,
        ];
        return string.Join(", ", said.Where(s => s is not null));
    }

    /// <summary>The first of a month is <c>1er</c> in French; a day is not broken over two lines.</summary>
    private string InMonth(DateOnly day) => day.Day == 1 && language == Language.Fr ? "d'er'\u00a0MMM" : "d\u00a0MMM";
}
