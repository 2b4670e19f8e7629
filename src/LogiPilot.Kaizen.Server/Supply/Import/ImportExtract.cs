using System.Globalization;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>As of when an extract holds: a day by the plant's clock, an instant, or neither.</summary>
internal sealed record AsOf(DateOnly? Day = null, DateTimeOffset? Instant = null)
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Outcome<AsOf> Parse(string? text)
    {
        if (text is null)
        {
            return new AsOf();
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsPlausible(day.Year))
        {
            return new AsOf(day, null);
        }

        var hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return hasOffset && DateTimeOffset.TryParseExact(
            text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) && IsPlausible(instant.Year)
            ? new AsOf(null, instant)
            : Refusal.Invalid("asOf", "import.asOf", ("value", text));
    }

    private static bool IsPlausible(int year) => year is >= DateReader.FirstYear and <= DateReader.LastYear;
}

/// <summary>Reads files by a mapping and sends them to the use case: the one way in for the command and for HTTP.</summary>
internal sealed class ImportExtract(IMediator mediator, IDirectory directory)
{
    public async Task<Outcome<TakenExtract>> Take(
        ExtractMapping mapping, OpenFile open, string? plantCode, AsOf asOf, Action<string, int>? progress, CancellationToken cancellationToken)
    {
        var plants = (await directory.Current(cancellationToken)).Plants;
        var reader = new ExtractReader(mapping, open, progress);
        var read = reader.Read(row => ZoneOf(plants, plantCode ?? row?.Plant, row));
        if (read.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var isEmpty = read.Value is
        {
            Locations: null, Products: null, Suppliers: null, Sources: null, Boms: null, Stock: null, Deliveries: null, Movements: null,
            BadRows: [],
        };
        if (isEmpty)
        {
            return mapping.Datasets.Count == 0
                ? Refusal.Invalid("files", "import.nothingCanonical", ("files", string.Join(", ", CanonicalDatasets.All.Select(d => d.FileName))))
                : Refusal.Invalid("files", "import.nothing", ("files", string.Join(", ", reader.Absent.Distinct(StringComparer.Ordinal))));
        }

        var taken = await mediator.Send(new TakeExtract(read.Value, plantCode, asOf.Day, asOf.Instant), cancellationToken);
        if (taken.Refusal is not null)
        {
            return taken;
        }

        var absent = reader.Absent.Distinct(StringComparer.Ordinal).Select(f => Refusal.Invalid("file", "import.absent", ("file", f)));
        return taken.Value with { Warnings = [.. taken.Value.Warnings, .. absent] };
    }

    /// <summary>Refusing a plant that cannot be told is the use case's; dates need some zone until then.</summary>
    private static TimeZoneInfo ZoneOf(IReadOnlyList<Plant> plants, string? code, LocationRow? row)
    {
        var known = code is null && plants.Count == 1
            ? plants[0]
            : plants.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase));
        return TimeZoneInfo.TryFindSystemTimeZoneById(known?.TimeZone ?? row?.TimeZone ?? "Europe/Paris", out var zone)
            ? zone
            : TimeZoneInfo.Utc;
    }
}
