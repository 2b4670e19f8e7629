using System.Text.Json;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>A data folder with the demo plant and a token, made by the product's own commands.</summary>
internal sealed class BenchPlant : IDisposable
{
    private BenchPlant(string folder, string token)
    {
        Folder = folder;
        Token = token;
    }

    public string Folder { get; }

    public string Token { get; }

    public static async Task<BenchPlant> Make()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-bench-").FullName;
        await Child.Command("demo", "--data", folder);
        return new BenchPlant(folder, await Child.Command("token", "add", "bench", "--role", "admin", "--data", folder));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static byte[] Body(string query, object? variables = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new { query, variables });

    public static JsonElement Data(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : document.RootElement.GetProperty("data").Clone();
    }

    /// <summary>The plant's id, its stations' and the products' ids.</summary>
    public static async Task<(string Plant, string[] Stations, string[] Products)> Ids(Load load)
    {
        const string query = "{ plants { id lines { stations { id } } } products(first: 1000) { nodes { id } } }";
        var data = Data(await load.Post("/graphql", Body(query)));
        var plant = data.GetProperty("plants")[0];
        return (
            plant.GetProperty("id").GetString()!,
            [.. plant.GetProperty("lines").EnumerateArray()
                .SelectMany(line => line.GetProperty("stations").EnumerateArray()).Select(s => s.GetProperty("id").GetString()!)],
            [.. data.GetProperty("products").GetProperty("nodes").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)]);
    }
}
