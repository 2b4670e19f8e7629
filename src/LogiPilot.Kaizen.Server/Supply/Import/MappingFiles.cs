using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>Finds mappings: by name among the plant's own (<c>DATA/mappings</c>) and those shipped with the program, or by path.</summary>
internal sealed partial class MappingFiles(DataFolder data)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "mappings");

    public Outcome<ExtractMapping> ByNameOrPath(string given) =>
        File.Exists(given) ? Read(given) : ByName(given);

    /// <summary>Only by name: what a request over the network may say.</summary>
    public Outcome<ExtractMapping> ByName(string name)
    {
        var path = Name().IsMatch(name) ? Folders().Select(f => Path.Combine(f, name + ".json")).FirstOrDefault(File.Exists) : null;
        return path is not null
            ? Read(path)
            : Refusal.Invalid("mapping", "import.unknownMapping", ("mapping", name), ("known", string.Join(", ", Names())));
    }

    private IEnumerable<string> Names() =>
        Folders().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.json"))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    private IEnumerable<string> Folders() => [data.File("mappings"), Shipped];

    private static Outcome<ExtractMapping> Read(string path)
    {
        try
        {
            return ExtractMapping.Parse(File.ReadAllText(path));
        }
        catch (JsonException wrong)
        {
            return Refusal.Invalid("mapping", "import.badMapping", ("mapping", Path.GetFileName(path)), ("problem", wrong.Message));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
