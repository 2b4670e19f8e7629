using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>How the numbers and dates of some rows are written: as stated, else as their values show.</summary>
internal sealed record CellForm(NumberReader Numbers, DateReader Dates, IReadOnlySet<string> DaysOnly)
{
    /// <returns>Null, with the reason, when the rows leave it open or the format stated makes no sense.</returns>
    public static CellForm? Of(
        TextFormat format, DelimitedFile file, List<RawRow> rows, Dictionary<CanonicalColumn, Cell> cells, TimeZoneInfo plantZone,
        out Refusal? unclear)
    {
        unclear = null;
        var decimalSign = format.Decimal is { Length: > 0 } stated
            ? stated[0]
            : NumberReader.DetectDecimal(Samples(rows, cells, CellKind.Number, CellKind.Whole));
        if (decimalSign is null)
        {
            unclear = Refusal.Invalid("decimal", "import.unclearNumbers", ("file", file.Name));
            return null;
        }

        var zone = plantZone;
        if (format.TimeZone is { } named && !TimeZoneInfo.TryFindSystemTimeZoneById(named, out zone))
        {
            unclear = Refusal.Invalid("timeZone", "import.timeZone", ("file", file.Name), ("value", named));
            return null;
        }

        return new(
            new NumberReader(decimalSign.Value, format.Thousands is { Length: > 0 } group ? group[0] : null, format.Negative),
            DateReader.For(format.Dates, Samples(rows, cells, CellKind.Day, CellKind.Instant), zone),
            cells.Where(c => c.Value.Day).Select(c => c.Key.Name).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Samples(List<RawRow> rows, Dictionary<CanonicalColumn, Cell> cells, params CellKind[] kinds)
    {
        var columns = cells.Keys.Where(c => kinds.Contains(c.Kind)).Select(c => c.Name).ToList();
        return rows.SelectMany(r => columns.Select(c => r.Values.GetValueOrDefault(c, ""))).Where(v => v.Length > 0);
    }
}

/// <summary>Reads the values of a row by what their column holds; each value that cannot be read is refused by line and column.</summary>
internal sealed class TypedRow(RawRow row, CellForm form, List<Refusal> bad)
{
    private const int LongestText = 200;
    private static readonly string[] Yes = ["1", "TRUE", "YES", "Y", "OUI", "O", "VRAI", "X"];
    private static readonly string[] No = ["0", "FALSE", "NO", "N", "NON", "FAUX"];

    public Core.Supply.RowAt At => row.At;

    public bool IsBad { get; private set; }

    public string? Text(string column)
    {
        var value = row.Values.GetValueOrDefault(column, "");
        if (value.Length > LongestText)
        {
            Refuse(column, value, "tooLong", ("most", LongestText));
        }

        return value.Length == 0 ? null : value;
    }

    public string Required(string column) => Text(column) ?? Missing(column, "");

    public decimal? Number(string column, bool mayBeNegative = false)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (form.Numbers.Read(text) is not { } number)
        {
            return Refuse<decimal?>(column, text, "number");
        }

        return number < 0 && !mayBeNegative ? Refuse<decimal?>(column, text, "negative") : number;
    }

    public decimal RequiredNumber(string column, bool mayBeNegative = false) =>
        Text(column) is null ? Missing(column, 0m) : Number(column, mayBeNegative) ?? 0;

    public int RequiredWhole(string column)
    {
        var number = RequiredNumber(column);
        return number == decimal.Truncate(number) && number <= int.MaxValue
            ? (int)number
            : Refuse<int>(column, Text(column)!, "whole");
    }

    public DateOnly? Day(string column) =>
        Text(column) is not { } text ? null : form.Dates.Day(text) ?? Refuse<DateOnly?>(column, text, "date");

    /// <param name="isEnd">Of a day alone its end counts, else its start.</param>
    public DateTimeOffset? Instant(string column, bool isEnd) =>
        Text(column) is not { } text ? null
            : form.Dates.Instant(text, isEnd, form.DaysOnly.Contains(column)) ?? Refuse<DateTimeOffset?>(column, text, "date");

    public DateTimeOffset RequiredInstant(string column, bool isEnd) =>
        Text(column) is null ? Missing(column, DateTimeOffset.UnixEpoch) : Instant(column, isEnd) ?? DateTimeOffset.UnixEpoch;

    public bool Flag(string column, bool unsaid)
    {
        var text = Text(column);
        return text is null ? unsaid
            : Yes.Contains(text, StringComparer.OrdinalIgnoreCase) || (!No.Contains(text, StringComparer.OrdinalIgnoreCase)
            && Refuse<bool>(column, text, "flag"));
    }

    /// <summary>One of an enumeration's names, written as the API writes them.</summary>
    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0])
            ? choice
            : Refuse<T?>(column, text, "choice", ("choices", string.Join(", ", Enum.GetNames<T>().Select(n => n.ToUpperInvariant()))));
    }

    public T RequiredChoice<T>(string column)
        where T : struct, Enum =>
        Text(column) is null ? Missing(column, default(T)) : Choice<T>(column) ?? default;

    private T Missing<T>(string column, T instead)
    {
        Refuse(column, "", "missing");
        return instead;
    }

    private T? Refuse<T>(string column, string value, string reason, params (string Name, object? Value)[] more)
    {
        Refuse(column, value, reason, more);
        return default;
    }

    /// <summary>A value that was not found is already refused for that.</summary>
    private void Refuse(string column, string value, string reason, params (string Name, object? Value)[] more)
    {
        IsBad = true;
        if (!row.IsBad || row.Values.ContainsKey(column))
        {
            bad.Add(row.At.Refuse(column, value, reason, more));
        }
    }
}
