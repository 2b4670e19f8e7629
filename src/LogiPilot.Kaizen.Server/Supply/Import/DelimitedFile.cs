using System.Text;
using CsvHelper;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>One row of a file and the line it stands on, counted from 1 with the header.</summary>
internal sealed record DelimitedRow(int Line, string[] Values);

/// <summary>A delimited text file, read whole: header and rows. Separator and encoding are detected where they are not stated.</summary>
internal sealed class DelimitedFile
{
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<string, Dictionary<string, string[]>> _indexes = new(StringComparer.Ordinal);

    private DelimitedFile(string name, Dictionary<string, int> columns, IReadOnlyList<DelimitedRow> rows, IReadOnlyList<Refusal> badRows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
        BadRows = badRows;
    }

    public string Name { get; }

    public IReadOnlyList<DelimitedRow> Rows { get; }

    /// <summary>Rows that do not have the header's number of values, or open a quotation without end.</summary>
    public IReadOnlyList<Refusal> BadRows { get; }

    public IEnumerable<string> Columns => _columns.Keys;

    public static Outcome<DelimitedFile> Read(string name, byte[] bytes, TextFormat format)
    {
        if (TextEncodings.Decode(bytes, format.Encoding) is not { } text)
        {
            return Refusal.Invalid("encoding", "import.encoding", ("file", name), ("encoding", format.Encoding ?? "utf-8"));
        }

        var bad = new List<Refusal>();
        var file = new ExtractFile(name, new Dictionary<string, string>(StringComparer.Ordinal));
        var options = CsvReaderOptions.Default with
        {
            Separator = format.Separator is { Length: > 0 } stated ? Named(stated) : null,
            TrackLineNumbers = true,
            OnMalformedRecord = record => NoteUnfinished(bad, file, record),
        };
        using var reader = CsvReader.FromText(text, options);
        reader.ReadHeader();
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (position, header) in reader.Headers.Index())
        {
            if (header.Trim() is { Length: > 0 } column && !columns.TryAdd(column, position))
            {
                return Refusal.Invalid(column, "import.columnTwice", ("file", name), ("column", column));
            }
        }

        if (columns.Count == 0)
        {
            return Refusal.Invalid("file", "import.empty", ("file", name));
        }

        var rows = new List<DelimitedRow>();
        while (reader.Read())
        {
            var values = Array.ConvertAll(reader.Current.ToArray(), v => v.Trim());
            var line = (int)reader.LineNumber;
            if (Array.TrueForAll(values, v => v.Length == 0))
            {
                continue;
            }

            if (values.Length != reader.Headers.Count)
            {
                bad.Add(new RowAt(file, line).Refuse("", string.Join(" | ", values), "width", ("expected", reader.Headers.Count), ("found", values.Length)));
            }
            else
            {
                rows.Add(new(line, values));
            }
        }

        return new DelimitedFile(name, columns, rows, bad);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public string Value(string[] values, string column) => values[_columns[column]];

    /// <summary>The first row whose key column holds a value; null when there is none.</summary>
    public string[]? Find(string keyColumn, string key)
    {
        if (!_indexes.TryGetValue(keyColumn, out var index))
        {
            _indexes[keyColumn] = index = new(Rows.Count, StringComparer.OrdinalIgnoreCase);
            foreach (var row in Rows)
            {
                index.TryAdd(Value(row.Values, keyColumn), row.Values);
            }
        }

        return index.GetValueOrDefault(key);
    }

    private static void NoteUnfinished(List<Refusal> bad, ExtractFile file, CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            bad.Add(new RowAt(file, (int)record.LineNumber).Refuse("", record.RawRecord.Split('\n')[0].Trim(), "unfinishedQuote"));
        }
    }

    private static char Named(string separator) => separator is "tab" or "\\t" ? '\t' : separator[0];
}

/// <summary>Decodes files: what is stated, else what a byte-order mark says, else UTF-8 where it is valid, else Windows-1252.</summary>
internal static class TextEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when the encoding stated is unknown or the bytes are not in it.</returns>
    public static string? Decode(byte[] bytes, string? stated)
    {
        try
        {
            if (stated is null)
            {
                return Marked(bytes) ?? DecodeUtf8(bytes) ?? Encoding.GetEncoding(1252).GetString(bytes);
            }

            var encoding = Encoding.GetEncoding(stated, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Marked(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        _ => null,
    };

    private static string? DecodeUtf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
