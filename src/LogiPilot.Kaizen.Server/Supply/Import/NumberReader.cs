using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>
/// Reads numbers as a file writes them: decimal sign, groups of three, a minus before or behind. Quantities are kept to the
/// thousandth.
/// </summary>
internal sealed partial class NumberReader(char decimalSign, char? thousands, string? negative)
{
    private const decimal Largest = 999_999_999_999_999m;

    /// <summary>
    /// The decimal sign that a file's numbers show; null when they leave open whether <c>1,234</c> is more than a thousand or
    /// little more than one, which only a person can tell.
    /// </summary>
    public static char? DetectDecimal(IEnumerable<string> samples)
    {
        var (points, commas, isOpen) = (0, 0, false);
        foreach (var sample in samples)
        {
            var (point, comma) = (sample.LastIndexOf('.'), sample.LastIndexOf(','));
            if (point < 0 && comma < 0)
            {
                continue;
            }

            var last = Math.Max(point, comma);
            var repeats = sample.IndexOf(sample[last], StringComparison.Ordinal) != last;
            var isComma = comma == last;
            if (repeats)
            {
                isComma = !isComma;
            }
            else if ((point < 0 || comma < 0) && Open().IsMatch(Bare(sample)))
            {
                isOpen = true;
                continue;
            }

            (points, commas) = isComma ? (points, commas + 1) : (points + 1, commas);
        }

        return points + commas == 0 && isOpen ? null : commas > points ? ',' : '.';
    }

    /// <returns>Null when the text is no number in this form.</returns>
    public decimal? Read(string text)
    {
        var bare = Bare(text);
        var trailing = bare.EndsWith('-');
        var leading = bare.StartsWith('-');
        if ((trailing && leading) || (trailing && negative == "leading") || (leading && negative == "trailing"))
        {
            return null;
        }

        var digits = bare.Trim('-', '+');
        if (bare.Length - digits.Length > 1)
        {
            return null;
        }

        var parts = digits.Split(decimalSign);
        var whole = Ungroup(parts[0]);
        if (parts.Length > 2 || whole is null || (parts.Length == 2 && !parts[1].All(char.IsAsciiDigit)) || digits.Length == 0)
        {
            return null;
        }

        var plain = parts.Length == 2 ? $"{whole}.{parts[1]}" : whole;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest)
        {
            return null;
        }

        value = Math.Round(value, 3, MidpointRounding.ToEven);
        return trailing || leading ? -value : value;
    }

    private string? Ungroup(string whole)
    {
        var sign = thousands ?? (decimalSign == ',' ? '.' : ',');
        if (!whole.Contains(sign, StringComparison.Ordinal))
        {
            return whole.All(char.IsAsciiDigit) ? whole : null;
        }

        var groups = whole.Split(sign);
        var isGrouped = groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3) && groups.All(g => g.All(char.IsAsciiDigit));
        return isGrouped ? string.Concat(groups) : null;
    }

    /// <summary>Without the spaces and apostrophes that group digits, and with one kind of minus.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign) && sign is not ('\'' or '\u2019'))
            {
                bare.Append(sign is '\u2212' or '\u2013' ? '-' : sign);
            }
        }

        return bare.ToString();
    }

    [GeneratedRegex(@"^[-+]?[1-9]\d{0,2}[.,]\d{3}[-+]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();
}
