using System.Globalization;
using System.Text;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>What people write: limits in characters, blanks around it removed.</summary>
public static class Words
{
    public const int InName = 100;
    public const int InText = 2_000;

    /// <summary>The text without blanks around it; null when nothing is left.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static Refusal? TooLong(string field, string? text, int most) =>
        text?.Length > most ? Refusal.Invalid(field, "textTooLong", ("most", most)) : null;

    public static Refusal? Missing(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Invalid(field, "textNeeded") : null;

    /// <summary>A code from a name: the letters and digits of its last word, without accents, in capitals.</summary>
    public static string Code(string? name)
    {
        var last = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var plain = last.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsAsciiLetterOrDigit(c));
        return new string([.. plain]).ToUpperInvariant();
    }
}
