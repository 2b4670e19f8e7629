using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>The files of an extract: the bytes of a name, null when there is no such file.</summary>
internal delegate byte[]? OpenFile(string name);

/// <summary>
/// Turns files into canonical rows by a mapping. Whatever cannot be read is gathered, row by row, into the extract itself,
/// so that the use case adds what it refuses and people see everything at once.
/// </summary>
internal sealed class ExtractReader(ExtractMapping mapping, OpenFile open, Action<string, int>? progress = null)
{
    private readonly Dictionary<string, DelimitedFile?> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Refusal> _bad = [];
    private readonly HashSet<(Dataset, string)> _badKeys = [];
    private readonly HashSet<Dataset> _complete = [];
    private readonly List<string> _absent = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>Files that the mapping names and the extract does not have; their datasets are left out.</summary>
    public IReadOnlyList<string> Absent => _absent;

    /// <param name="zoneOf">The plant's time zone, asked once the locations (which may name the plant) are read.</param>
    public Outcome<Extract> Read(Func<LocationRow?, TimeZoneInfo> zoneOf)
    {
        if (mapping.Datasets.Keys.FirstOrDefault(d => CanonicalDatasets.Find(d) is null) is { } unknown)
        {
            return RefuseDataset(unknown);
        }

        var locations = Rows(Dataset.Locations, TypedRows.Location);
        _zone = zoneOf(locations?.FirstOrDefault());
        var extract = new Extract
        {
            Locations = locations,
            Products = Rows(Dataset.Products, TypedRows.Product),
            Suppliers = Rows(Dataset.Suppliers, TypedRows.Supplier),
            Sources = Rows(Dataset.Sources, TypedRows.Source),
            Boms = Rows(Dataset.Boms, TypedRows.Bom),
            Stock = Rows(Dataset.Stock, TypedRows.Stock),
            Deliveries = Rows(Dataset.Deliveries, TypedRows.Delivery),
            Movements = Rows(Dataset.Movements, TypedRows.Movement),
        };
        return extract with { Complete = _complete, BadRows = _bad, BadKeys = _badKeys };
    }

    public static Refusal RefuseDataset(string name) =>
        string.Equals(name, CanonicalDatasets.WorkOrders, StringComparison.OrdinalIgnoreCase)
            ? Refusal.Invalid("dataset", "import.workOrders")
            : Refusal.Invalid(
                "dataset", "import.unknownDataset",
                ("dataset", name), ("datasets", string.Join(", ", CanonicalDatasets.All.Select(d => d.Name))));

    private List<T>? Rows<T>(Dataset dataset, Func<TypedRow, T> make)
    {
        var canonical = CanonicalDatasets.Of(dataset);
        if (!mapping.Datasets.TryGetValue(canonical.Name, out var parts))
        {
            return null;
        }

        List<T>? rows = null;
        foreach (var part in parts)
        {
            if (File(part.File) is not { } file)
            {
                _absent.Add(part.File);
                continue;
            }

            rows ??= [];
            Read(part, canonical, file, make, rows);
        }

        return rows;
    }

    private void Read<T>(DatasetPart part, CanonicalDataset canonical, DelimitedFile file, Func<TypedRow, T> make, List<T> rows)
    {
        var cells = CellsOf(part, canonical, file);
        var reader = new CellReader(file, File, _bad);
        if (!reader.Check(canonical, cells, part))
        {
            return;
        }

        var source = new ExtractFile(
            file.Name, cells.ToDictionary(c => c.Key.Name, c => c.Value.Column ?? c.Key.Name, StringComparer.Ordinal));
        var raw = file.Rows.Select(row => reader.Evaluate(row, new(source, row.Line), cells, part.Where)).OfType<RawRow>().ToList();
        if (CellForm.Of(mapping.FormatOf(part.File), file, raw, cells, _zone, out var unclear) is not { } form)
        {
            _bad.Add(unclear!);
            return;
        }

        if (part.Complete)
        {
            _complete.Add(canonical.Dataset);
        }

        foreach (var row in raw)
        {
            var typed = new TypedRow(row, form, _bad);
            var made = make(typed);
            if (row.IsBad || typed.IsBad)
            {
                _badKeys.Add((canonical.Dataset, canonical.Key is { } key ? row.Values.GetValueOrDefault(key, "") : ""));
                NoteBadPlaces(canonical, row);
            }
            else
            {
                rows.Add(made);
            }
        }
    }

    private void NoteBadPlaces(CanonicalDataset canonical, RawRow row)
    {
        if (canonical.Dataset == Dataset.Locations)
        {
            foreach (var column in (string[])["station", "location"])
            {
                _badKeys.Add((Dataset.Locations, row.Values.GetValueOrDefault(column, "")));
            }
        }
    }

    private Dictionary<CanonicalColumn, Cell> CellsOf(DatasetPart part, CanonicalDataset canonical, DelimitedFile file)
    {
        var cells = new Dictionary<CanonicalColumn, Cell>();
        foreach (var (name, cell) in part.Columns ?? file.Columns.ToDictionary(c => c, c => new Cell { Column = c }, StringComparer.Ordinal))
        {
            if (canonical.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) is { } column)
            {
                cells[column] = cell;
            }
            else
            {
                _bad.Add(Refusal.Invalid(
                    name, "import.unknownColumn", ("file", part.File), ("column", name), ("dataset", canonical.Name),
                    ("columns", string.Join(", ", canonical.Columns.Select(c => c.Name)))));
            }
        }

        foreach (var column in canonical.Columns.Where(c => mapping.Constants.ContainsKey(c.Name)))
        {
            cells.TryAdd(column, new Cell { Constant = mapping.Constants[column.Name] });
        }

        return cells;
    }

    private DelimitedFile? File(string name)
    {
        if (_files.TryGetValue(name, out var known))
        {
            return known;
        }

        if (open(name) is not { } bytes)
        {
            return _files[name] = null;
        }

        var read = DelimitedFile.Read(name, bytes, mapping.FormatOf(name));
        if (read.Refusal is { } unreadable)
        {
            _bad.Add(unreadable);
            return _files[name] = null;
        }

        _bad.AddRange(read.Value.BadRows);
        progress?.Invoke(name, read.Value.Rows.Count);
        return _files[name] = read.Value;
    }
}
