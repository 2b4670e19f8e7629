namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>Limits of what people write, in characters.</summary>
public static class Words
{
    public const int InName = 100;
    public const int InText = 2_000;

    /// <summary>The text without blanks around it; null when nothing is left.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static Refusal? TooLong(string field, string? text, int most) =>
        text?.Length > most ? Refusal.Invalid(field, "textTooLong", ("most", most)) : null;
}
