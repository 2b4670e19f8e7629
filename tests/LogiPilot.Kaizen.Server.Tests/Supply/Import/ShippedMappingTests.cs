using System.Text.Json;
using LogiPilot.Kaizen.Server.Supply.Import;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class ShippedMappingTests
{
    /// <summary>Words of the product itself, which that extract happens to use for columns too.</summary>
    private static readonly string[] OurOwn = ["Name", "Quantity", "Status", "ReorderPoint"];

    [Fact]
    public void No_source_file_names_a_column_of_the_extract_that_a_shipped_mapping_describes()
    {
        var mapping = Path.Combine(AppContext.BaseDirectory, "mappings", "adventureworks.json");
        ExtractMapping.Parse(File.ReadAllText(mapping));
        using var json = JsonDocument.Parse(File.ReadAllText(mapping));
        var columns = Columns(json.RootElement.GetProperty("datasets")).Except(OurOwn, StringComparer.Ordinal).ToList();
        Assert.True(columns.Count > 20);

        var sources = Directory.EnumerateFiles(Path.Combine(Repository(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var named = from file in sources
                    let text = File.ReadAllText(file)
                    from column in columns
                    where text.Contains('"' + column + '"', StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)}: {column}";
        Assert.Empty(named);
    }

    /// <summary>What stands for a column: the short form of a cell, and the words column, key and value.</summary>
    private static IEnumerable<string> Columns(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Columns),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name switch
        {
            "column" or "key" when p.Value.ValueKind == JsonValueKind.String => [p.Value.GetString()!],
            "value" when p.Value.ValueKind == JsonValueKind.String => [p.Value.GetString()!],
            "columns" => p.Value.EnumerateObject().SelectMany(c =>
                c.Value.ValueKind == JsonValueKind.String ? [c.Value.GetString()!] : Columns(c.Value)),
            _ => Columns(p.Value),
        }),
        _ => [],
    };

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LogiPilot.Kaizen.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
