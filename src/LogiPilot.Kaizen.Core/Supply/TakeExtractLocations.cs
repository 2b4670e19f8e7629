using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Finds or makes the plant of an extract, and its areas, lines, stations and locations.</summary>
internal static class TakeExtractLocations
{
    private const int LongestLabel = 40;

    public static async Task<Refusal?> FindPlant(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        var plants = await intake.Organisation.Plants(cancellationToken);
        var rows = intake.Extract.Locations ?? [];
        var named = rows.FirstOrDefault(r => r.Plant is not null);
        foreach (var row in rows.Where(r => r.Plant is not null && !Same(r.Plant, named!.Plant!)))
        {
            intake.Refusals.Add(row.At.Refuse("plant", row.Plant, "secondPlant", ("first", named!.Plant)));
        }

        var code = intake.Request.PlantCode ?? named?.Plant;
        var mine = plants.Where(p => intake.Actor.May(Permission.Administer, p.Id)).ToList();
        if (code is null)
        {
            if (mine.Count != 1)
            {
                var codes = string.Join(", ", mine.Select(p => p.Code));
                return Refusal.Invalid("plant", mine.Count == 0 ? "import.noPlant" : "import.whichPlant", ("plants", codes));
            }

            intake.Settle(mine[0], isNew: false);
            return null;
        }

        if (plants.FirstOrDefault(p => Same(p.Code, code)) is { } known)
        {
            if (!mine.Contains(known))
            {
                return Refusal.Forbidden(Permission.Administer);
            }

            intake.Settle(known, isNew: false);
            return null;
        }

        if (named is null || !Same(code, named.Plant!))
        {
            return Refusal.Invalid("plant", "import.unknownPlant", ("plant", code));
        }

        return Make(intake, named);
    }

    public static void Take(TakeExtractIntake intake)
    {
        if (intake.Extract.Locations is not { } rows)
        {
            return;
        }

        var tally = new Tally(intake);
        var seen = new Dictionary<(PlaceKind, string), RowAt>();
        foreach (var row in rows)
        {
            var (kind, code, name) = Named(row);
            if (intake.IsRepeated(seen, (kind, code.ToUpperInvariant()), row.At, ColumnOf(kind), code))
            {
                continue;
            }

            var area = tally.Put(PlaceKind.Area, row.Area, row.AreaName, null, null);
            var line = row.Line is null ? null : tally.Put(PlaceKind.Line, row.Line, row.LineName, area.Id, null);
            if (kind is PlaceKind.Station or PlaceKind.Location)
            {
                tally.Put(kind, code, name, area.Id, line?.Id);
            }
        }

        intake.Count(Dataset.Locations, rows.Count, tally.Made, tally.Changed);
        if (tally.Made + tally.Changed > 0)
        {
            intake.Events.Raise(new OrganisationChanged(intake.Plant.Id, intake.Plant.Id, "Places"));
        }
    }

    private static Refusal? Make(TakeExtractIntake intake, LocationRow row)
    {
        var zone = row.TimeZone ?? "Europe/Paris";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            return row.At.Refuse("timeZone", zone, "timeZone");
        }

        var plant = Plant.Create(intake.NewId(), row.Plant!, row.PlantName ?? row.Plant!, zone, row.Language ?? Language.Fr);
        intake.Organisation.Add(plant);
        intake.Events.Raise(new OrganisationChanged(plant.Id, plant.Id, "Plant"));
        intake.Settle(plant, isNew: true);
        return null;
    }

    private static (PlaceKind Kind, string Code, string? Name) Named(LocationRow row) =>
        row.Station is not null ? (PlaceKind.Station, row.Station, row.StationName)
        : row.Location is not null ? (PlaceKind.Location, row.Location, row.LocationName)
        : row.Line is not null ? (PlaceKind.Line, row.Line, row.LineName)
        : (PlaceKind.Area, row.Area, row.AreaName);

    private static string ColumnOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Station => "station",
        PlaceKind.Location => "location",
        PlaceKind.Line => "line",
        _ => "area",
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private sealed class Tally(TakeExtractIntake intake)
    {
        private readonly HashSet<string> _labels = intake.Places.Select(p => p.Label).ToHashSet(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<PlaceKind, int> _ranks = intake.Places.GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => g.Max(p => p.Rank));
        private readonly HashSet<Guid> _changed = [];

        public int Made { get; private set; }

        public int Changed => _changed.Count;

        public Place Put(PlaceKind kind, string code, string? name, Guid? areaId, Guid? lineId)
        {
            if (intake.FindPlace(kind, code) is { } known)
            {
                if (known.Revise(name ?? known.Name, areaId, lineId) && _changed.Add(known.Id))
                {
                    intake.Organisation.Save(known);
                }

                return known;
            }

            var rank = _ranks[kind] = _ranks.GetValueOrDefault(kind) + 1;
            var place = Place.Create(intake.NewId(), intake.Plant.Id, kind, code, name ?? code, LabelOf(kind, code), areaId, lineId, rank);
            intake.Organisation.Add(place);
            intake.Know(place);
            Made++;
            return place;
        }

        /// <summary>What people scan are stations and locations: their label is their code, where it is free.</summary>
        private string LabelOf(PlaceKind kind, string code)
        {
            var prefix = kind switch { PlaceKind.Area => "A-", PlaceKind.Line => "L-", _ => "" };
            var wish = (prefix + code).ToUpperInvariant();
            wish = wish.Length > LongestLabel ? wish[..LongestLabel] : wish;
            var label = wish;
            for (var next = 2; !_labels.Add(label); next++)
            {
                label = $"{wish}-{next}";
            }

            return label;
        }
    }
}
