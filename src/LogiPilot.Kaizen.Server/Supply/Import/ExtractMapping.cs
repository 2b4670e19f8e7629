using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>
/// How another system's extract becomes canonical datasets, read from JSON; docs/import.md describes it. What a format does
/// not state is detected.
/// </summary>
internal sealed class ExtractMapping
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new CellConverter(), new PartsConverter() },
    };

    public string? Description { get; init; }

    public TextFormat Format { get; init; } = new();

    /// <summary>Formats of single files, where they differ from the common one.</summary>
    public IReadOnlyDictionary<string, TextFormat> Files { get; init; } = new Dictionary<string, TextFormat>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Canonical columns that have one value in every dataset that knows them, such as the plant.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By canonical name, the parts that make a dataset.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DatasetPart>> Datasets { get; init; } =
        new Dictionary<string, IReadOnlyList<DatasetPart>>(StringComparer.Ordinal);

    public TextFormat FormatOf(string file) =>
        Files.FirstOrDefault(f => string.Equals(f.Key, file, StringComparison.OrdinalIgnoreCase)).Value is { } own
            ? own.Over(Format)
            : Format;

    /// <summary>The same mapping for one of its datasets.</summary>
    public ExtractMapping Only(string dataset) => new()
    {
        Description = Description, Format = Format, Files = Files, Constants = Constants,
        Datasets = new Dictionary<string, IReadOnlyList<DatasetPart>>(StringComparer.Ordinal) { [dataset] = Datasets[dataset] },
    };

    /// <exception cref="JsonException">The text is no mapping; the message says where.</exception>
    public static ExtractMapping Parse(string json) =>
        JsonSerializer.Deserialize<ExtractMapping>(json, Options) ?? throw new JsonException("The mapping is empty.");

    private sealed class CellConverter : JsonConverter<Cell>
    {
        public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? new Cell { Column = reader.GetString() }
                : JsonSerializer.Deserialize<CellTerms>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed class PartsConverter : JsonConverter<IReadOnlyList<DatasetPart>>
    {
        public override IReadOnlyList<DatasetPart> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartArray
                ? JsonSerializer.Deserialize<DatasetPart[]>(ref reader, options)!
                : [JsonSerializer.Deserialize<DatasetPart>(ref reader, options)!];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<DatasetPart> value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    /// <summary>The object form of a cell; its short form is the column's name alone.</summary>
    private sealed class CellTerms : Cell;
}

/// <summary>How a file is written; null is detected, except the time zone, which is then the plant's.</summary>
internal sealed record TextFormat
{
    public string? Separator { get; init; }

    public string? Encoding { get; init; }

    /// <summary>Decimal sign: <c>.</c> or <c>,</c>.</summary>
    public string? Decimal { get; init; }

    /// <summary>Sign between groups of three digits; spaces of every kind are always understood.</summary>
    public string? Thousands { get; init; }

    /// <summary>Date patterns in .NET's letters, such as <c>dd/MM/yyyy</c>; the first that fits is taken.</summary>
    public IReadOnlyList<string>? Dates { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Where a minus stands: <c>leading</c> or <c>trailing</c>.</summary>
    public string? Negative { get; init; }

    public TextFormat Over(TextFormat common) => new()
    {
        Separator = Separator ?? common.Separator,
        Encoding = Encoding ?? common.Encoding,
        Decimal = Decimal ?? common.Decimal,
        Thousands = Thousands ?? common.Thousands,
        Dates = Dates ?? common.Dates,
        TimeZone = TimeZone ?? common.TimeZone,
        Negative = Negative ?? common.Negative,
    };
}

/// <summary>Rows of one file that become rows of a dataset.</summary>
internal sealed class DatasetPart
{
    public required string File { get; init; }

    /// <summary>Conditions that a row must all fulfil to be taken.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>By canonical column, where its value comes from; null where the file has the canonical header itself.</summary>
    public IReadOnlyDictionary<string, Cell>? Columns { get; init; }

    /// <summary>The file holds all there is: what is absent from it has gone.</summary>
    public bool Complete { get; init; }
}

/// <summary>
/// Where a value comes from: a constant, or a column of the row, through a look-up into a second file and a translation of
/// values, in this order.
/// </summary>
internal class Cell
{
    public string? Column { get; init; }

    public string? Constant { get; init; }

    public LookUp? Lookup { get; init; }

    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What a value that <see cref="Values"/> does not name becomes; without it such a row is refused.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The value is a day: a time of day in it says nothing.</summary>
    public bool Day { get; init; }
}

/// <summary>Finds the row of a second file whose key is the value, and takes a value from there.</summary>
internal sealed class LookUp
{
    public required string File { get; init; }

    public required string Key { get; init; }

    public required Cell Value { get; init; }

    /// <summary>A key that is not there gives no value, instead of refusing the row.</summary>
    public bool Optional { get; init; }
}

/// <summary>What a row's value must be for the row to be taken.</summary>
internal sealed class Condition : Cell
{
    public IReadOnlyList<string>? In { get; init; }

    public IReadOnlyList<string>? NotIn { get; init; }

    /// <summary>Least number, itself included.</summary>
    public decimal? From { get; init; }

    /// <summary>Greatest number, itself included.</summary>
    public decimal? To { get; init; }

    /// <summary>Whether the value must be there (true) or absent (false).</summary>
    public bool? Filled { get; init; }
}
