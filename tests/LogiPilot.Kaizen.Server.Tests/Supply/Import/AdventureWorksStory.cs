using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class AdventureWorksStory
{
    private const string Facts = """
        { all: supplyPoints(first: 1) { totalCount }
          out: supplyPoints(filter: { statuses: [STOCK_OUT] }) { totalCount nodes { id product { name } place { code } } }
          low: supplyPoints(filter: { statuses: [LOW] }) { totalCount nodes { id product { name } place { code } } }
          outAlerts: alerts(filter: { kinds: [STOCK_OUT] }) { totalCount nodes { id state version } }
          lowAlerts: alerts(filter: { kinds: [SHORTAGE] }) { totalCount nodes { id state version } }
          alerts(first: 1) { totalCount }
          lateAlerts: alerts(filter: { kinds: [LATE_DELIVERY] }) { totalCount nodes { id supplierOrder version } }
          rejects: deliveries(filter: { hasRejects: true }) { totalCount }
          short: deliveries(filter: { receivedShort: true }) { totalCount }
          late: deliveries(filter: { states: [LATE] }) { totalCount nodes { orderNumber } }
          expected: deliveries(filter: { states: [EXPECTED] }) { totalCount }
          cancelled: deliveries(filter: { states: [CANCELLED] }) { totalCount }
          received: deliveries(filter: { states: [RECEIVED] }) { totalCount }
          products { totalCount } supplierPpm lines { code name } }
        """;

    [SkippableFact]
    public async Task The_extract_gives_the_facts_that_were_counted_from_its_files_and_again_changes_nothing()
    {
        Skip.If(ImportProcess.AdventureWorks is null, "The AdventureWorks extract is not beside the repository (../shared).");
        await using var host = await KaizenHost.Start();
        var client = host.WithToken(await host.AddToken("erp", Role.Admin));
        var taken = await ImportProcess.Run(host.Folder, ImportProcess.AdventureWorks!, "--mapping", "adventureworks");
        Assert.True(taken.Code == 0, taken.Errors);

        var facts = await client.Query(Facts);
        Assert.Equal(
            "all 909, out 4, low 4, outAlerts 4, lowAlerts 4, alerts 9, lateAlerts 1, rejects 505, short 338, late 3, expected 0, cancelled 138, received 7694, products 504",
            string.Join(", ", facts.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object)
                .Select(p => $"{p.Name} {p.Value.GetProperty("totalCount")}")));
        Assert.Equal(33_274, facts.GetProperty("supplierPpm").GetDecimal());
        Assert.Equal("4001", facts.GetProperty("lateAlerts").GetProperty("nodes")[0].GetProperty("supplierOrder").GetString());
        Assert.Equal(
            "10 Frame Forming, 20 Frame Welding, 30 Debur and Polish, 40 Paint, 45 Specialized Paint, 50 Subassembly, 60 Final Assembly",
            string.Join(", ", facts.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("code")} {l.GetProperty("name")}")));

        var balances = await Move(client);
        facts = await client.Query(Facts);
        var journal = await Journal(client);
        var again = await ImportProcess.Run(host.Folder, ImportProcess.AdventureWorks!, "--mapping", "adventureworks");
        Assert.Contains("Nothing has changed for plant AW.", again.Output, StringComparison.Ordinal);
        Assert.Equal(facts.GetRawText(), (await client.Query(Facts)).GetRawText());
        Assert.Equal(balances, await Balances(client));
        Assert.Equal(journal, await Journal(client));
    }

    [SkippableFact]
    public async Task Three_bad_rows_in_one_of_its_files_refuse_it_whole_and_are_named_by_its_own_columns()
    {
        Skip.If(ImportProcess.AdventureWorks is null, "The AdventureWorks extract is not beside the repository (../shared).");
        var folder = ImportProcess.Copy(ImportProcess.AdventureWorks!);
        var file = Path.Combine(folder, "ProductInventory.csv");
        var lines = await File.ReadAllLinesAsync(file);
        lines[1] = Spoil(lines[1], 0, "99999");
        lines[2] = Spoil(lines[2], 1, "77");
        lines[3] = Spoil(lines[3], 4, "many");
        await File.WriteAllLinesAsync(file, lines);
        await using var host = await KaizenHost.Start();
        var refused = await ImportProcess.Run(host.Folder, folder, "--mapping", "adventureworks");
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, refused.Code);
        string[] expected =
        [
            $"ProductInventory.csv, line 2, column {lines[0].Split(',')[0]}: “99999” is not in Product.csv (column {lines[0].Split(',')[0]}).",
            $"ProductInventory.csv, line 4, column {lines[0].Split(',')[4]}: “many” is no number.",
            $"ProductInventory.csv, line 3, column {lines[0].Split(',')[1]}: “77” is neither a station nor a location of the plant.",
            "Nothing was taken: 3 errors are to be corrected.",
        ];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', refused.ErrorLines[^4..]));
        var client = host.WithToken(await host.AddToken("erp", Role.Admin));
        Assert.Equal(0, (await client.Query("{ plants { code } }")).GetProperty("plants").GetArrayLength());
    }

    private static string Spoil(string line, int column, string value)
    {
        var values = line.Split(',');
        values[column] = value;
        return string.Join(',', values);
    }

    /// <summary>Fifty movements at the line side; answers the balances after them.</summary>
    private static async Task<string> Move(KaizenClient client)
    {
        var data = await client.Query("{ lines { id } supplyPoints(first: 1000) { nodes { product { id } place { id } onHand } } }");
        var movements = data.GetProperty("supplyPoints").GetProperty("nodes").EnumerateArray()
            .Where(p => p.GetProperty("place").ValueKind != JsonValueKind.Null).Take(50)
            .Select(p => new
            {
                kind = "CONSUMPTION", productId = p.GetProperty("product").GetProperty("id").GetString(),
                fromPlaceId = p.GetProperty("place").GetProperty("id").GetString(), quantity = 3,
            });
        await client.Order("recordMovements", new { movements }, "movements { id }");
        return await Balances(client);
    }

    private static async Task<string> Balances(KaizenClient client) =>
        (await client.Query("{ supplyPoints(first: 1000, orderBy: PRODUCT_CODE) { nodes { id onHand status } } }")).GetRawText();

    private static async Task<string> Journal(KaizenClient client)
    {
        var plant = (await client.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetString();
        return (await client.Query("query($plant: UUID!) { board(plantId: $plant) { sequence } }", new { plant })).GetRawText();
    }
}
