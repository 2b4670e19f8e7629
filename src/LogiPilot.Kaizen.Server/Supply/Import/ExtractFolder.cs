namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>A folder of files, found by name without regard to case.</summary>
internal sealed class ExtractFolder
{
    private readonly Dictionary<string, string> _paths;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ExtractFolder(string path) =>
        _paths = Directory.EnumerateFiles(path)
            .GroupBy(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    public byte[]? Open(string name) => _paths.TryGetValue(name, out var path) ? File.ReadAllBytes(path) : null;

    /// <summary>A mapping for files that have the canonical names and headers.</summary>
    public ExtractMapping Canonical() => new()
    {
        Datasets = CanonicalDatasets.All.Select(d => d.Name).Append(CanonicalDatasets.WorkOrders)
            .Where(name => _paths.ContainsKey(name + ".csv"))
            .ToDictionary(name => name, name => (IReadOnlyList<DatasetPart>)[new DatasetPart { File = name + ".csv" }], StringComparer.Ordinal),
    };
}
