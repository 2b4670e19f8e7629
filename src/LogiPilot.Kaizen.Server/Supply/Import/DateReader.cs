using System.Globalization;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>
/// Reads days and instants as a file writes them, by the pattern stated or the first known one that fits all; day before
/// month where both fit. Without an offset of their own they are read by the clock of the zone.
/// </summary>
internal sealed class DateReader(IReadOnlyList<string> patterns, TimeZoneInfo zone)
{
    private static readonly string[] Times = ["", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFFFFFF", "'T'HH:mm", "'T'HH:mm:ss.FFFFFFF", "'T'HH:mm:ss.FFFFFFFK", "'T'HH:mm:ssK"];
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "yyyy/MM/dd", "yyyyMMdd", "MM/dd/yyyy", "M/d/yyyy"];

    // Outside, a system means "no date" by it (0001, 9999): no instant that a plant plans by.
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    public static DateReader For(IReadOnlyList<string>? stated, IEnumerable<string> samples, TimeZoneInfo zone)
    {
        if (stated is { Count: > 0 })
        {
            return new(stated, zone);
        }

        var texts = samples.Distinct(StringComparer.Ordinal).ToList();
        var families = Days.Select(day => Times.Select(time => day + time).ToArray());
        var best = families.MaxBy(family => texts.Count(t => TryParse(t, family, out _)));
        return new(best ?? [], zone);
    }

    public DateOnly? Day(string text) => TryParse(text, patterns, out var read) ? DateOnly.FromDateTime(read.DateTime) : null;

    /// <summary>The instant; of a day alone (or where only the day counts) its start or its end.</summary>
    public DateTimeOffset? Instant(string text, bool isEnd, bool dayOnly)
    {
        if (!TryParse(text, patterns, out var read) || read.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        if (dayOnly || !HasTime(text))
        {
            var day = DateOnly.FromDateTime(read.DateTime);
            return isEnd ? LocalTime.EndOf(day, zone) : LocalTime.StartOf(day, zone);
        }

        return HasOffset(text) ? read.ToUniversalTime() : LocalTime.Instant(read.DateTime, zone);
    }

    private static bool HasTime(string text) => text.Contains(':', StringComparison.Ordinal);

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (HasTime(text) && text.LastIndexOfAny(['+', '-']) > text.IndexOf(':', StringComparison.Ordinal));

    private static bool TryParse(string text, IReadOnlyList<string> patterns, out DateTimeOffset read) =>
        DateTimeOffset.TryParseExact(
            text, [.. patterns], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out read);
}
