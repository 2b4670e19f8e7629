using System.Net;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class ImportStory : IAsyncLifetime
{
    private KaizenHost _host = null!;
    private KaizenClient _erp = null!;

    public async Task InitializeAsync()
    {
        _host = await KaizenHost.Start();
        _erp = _host.WithToken(await _host.AddToken("erp", Role.Admin));
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_folder_taken_beside_the_running_server_is_seen_through_its_api()
    {
        var taken = await ImportProcess.Run(_host.Folder, ImportProcess.Forge);
        Assert.True(taken.Code == 0, taken.Errors);
        Assert.Contains("stock.csv: 4 rows read", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("1 bill line is in l, which cannot be converted", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("stock: 4 rows, 5 new supply points, 0 changed, 3 differences booked", taken.Output, StringComparison.Ordinal);

        var data = await Picture();
        Assert.Equal(5, data.GetProperty("supplyPoints").GetProperty("totalCount").GetInt32());
        Assert.Equal(
            "VIS-6 stores 0 STOCK_OUT, BIE-10 stores 42 OK, GRA-1 stores 2.5 OK, BIE-10 P1 12 OK, GRA-1 P2 2.5 OK",
            string.Join(", ", Points(data)));
        Assert.Equal("LATE_DELIVERY C100, STOCK_OUT ", string.Join(", ", Alerts(data)));
        Assert.Equal("Ébavurage", data.GetProperty("lines")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_same_folder_again_changes_nothing_and_leaves_what_moved_since()
    {
        await ImportProcess.Run(_host.Folder, ImportProcess.Forge);
        var ids = await _erp.Query("{ products { nodes { id code } } places(first: 20) { nodes { id code kind } } }");
        string IdOf(string list, string code) => ids.GetProperty(list).GetProperty("nodes").EnumerateArray()
            .Last(n => n.GetProperty("code").GetString() == code).GetProperty("id").GetString()!;
        var movements = Enumerable.Range(0, 50).Select(i => new
        {
            kind = i % 2 == 0 ? "TRANSFER" : "CONSUMPTION", productId = IdOf("products", "BIE-10"), quantity = 1,
            fromPlaceId = IdOf("places", i % 2 == 0 ? "M1" : "P1"), toPlaceId = i % 2 == 0 ? IdOf("places", "P1") : null,
        });
        await _erp.Order("recordMovements", new { movements }, "movements { id }");
        var before = await Picture();

        var again = await ImportProcess.Run(_host.Folder, ImportProcess.Forge);
        Assert.Contains("Nothing has changed for plant FORGE.", again.Output, StringComparison.Ordinal);
        Assert.Equal(before.GetRawText(), (await Picture()).GetRawText());
        Assert.Contains("BIE-10 stores 17 CRITICAL", Points(before));
    }

    [Fact]
    public async Task Three_bad_rows_refuse_the_whole_folder_and_are_each_named()
    {
        var folder = ImportProcess.Copy(ImportProcess.Forge);
        await File.AppendAllTextAsync(Path.Combine(folder, "stock.csv"), "NOPE,M1,1,,\nGRA-1,M9,1,,\nGRA-1,M1,a lot,,\n");
        var refused = await ImportProcess.Run(_host.Folder, folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, refused.Code);
        string[] expected =
        [
            "stock.csv, line 8, column quantity: “a lot” is no number.",
            "stock.csv, line 6, column product: there is no product “NOPE”.",
            "stock.csv, line 7, column place: “M9” is neither a station nor a location of the plant.",
            "Nothing was taken: 3 errors are to be corrected.",
        ];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', refused.ErrorLines[^4..]));
        Assert.Equal(0, (await _erp.Query("{ plants { code } }")).GetProperty("plants").GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_taken_says_in_one_line_what_to_do()
    {
        var empty = Directory.CreateTempSubdirectory("kaizen-extract-").FullName;
        string[][] orders = [[empty], [empty, "--mapping", "nope"], [empty, "--as-of", "yesterday"]];
        foreach (var order in orders)
        {
            var ended = await ImportProcess.Run(_host.Folder, order);
            Assert.Equal(1, ended.Code);
            Assert.Single(ended.ErrorLines);
        }

        await File.WriteAllTextAsync(Path.Combine(empty, "work-orders.csv"), "number\n1\n");
        Assert.StartsWith("Work orders are not taken", (await ImportProcess.Run(_host.Folder, empty)).Errors, StringComparison.Ordinal);
        Directory.Delete(empty, recursive: true);
    }

    [Fact]
    public async Task A_dataset_sent_over_http_is_counted_and_bad_rows_answer_422()
    {
        var (code, _) = await Post("locations", "plant;area;line;station\nZ;A;L;P\n");
        Assert.Equal(HttpStatusCode.OK, code);
        (_, var made) = await Post("products", "code;name\nX;Écrou\n");
        Assert.Equal(("products", 1, 1), (Dataset(made, "dataset").GetString(), Dataset(made, "rows").GetInt32(), Dataset(made, "made").GetInt32()));

        (code, var refused) = await Post("stock", "product;place;quantity\nX;P;1\nX;P;2\nX;Q;dix\nY;P;1\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(
            "import.number 4 quantity dix, import.repeated 3 product X / P, import.unknownProduct 5 product Y",
            string.Join(", ", refused.GetProperty("rows").EnumerateArray().Select(r =>
                $"{r.GetProperty("reason")} {r.GetProperty("line")} {r.GetProperty("column")} {r.GetProperty("value")}")));
        Assert.Equal(0, (await Picture()).GetProperty("supplyPoints").GetProperty("totalCount").GetInt32());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("work-orders", "a\n1\n")).Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post("stock?mapping=../secrets", "a\n1\n")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post("products", "code\nX\n", _host.Anonymous())).Code);
        var pilot = _host.WithToken(await _host.AddToken("pilot", Role.Pilot));
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("products", "code\nX\n", pilot)).Code);
    }

    private static JsonElement Dataset(JsonElement answer, string field) => answer.GetProperty("datasets")[0].GetProperty(field);

    private async Task<(HttpStatusCode Code, JsonElement Answer)> Post(string dataset, string csv, KaizenClient? client = null)
    {
        using var body = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await (client ?? _erp).Http.PostAsync("/imports/" + dataset, body);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    private Task<JsonElement> Picture() => _erp.Query("""
        { supplyPoints(first: 100) { totalCount nodes { id product { code } place { code } onHand status } }
          alerts(first: 100) { nodes { kind version occurrenceCount supplierOrder } }
          deliveries(first: 100) { totalCount nodes { id state } }
          lines { name } plants { code } }
        """);

    private static IEnumerable<string> Points(JsonElement data) => data.GetProperty("supplyPoints").GetProperty("nodes").EnumerateArray()
        .Select(p => (Place: p.GetProperty("place"), Node: p))
        .OrderBy(p => p.Place.ValueKind != JsonValueKind.Null).ThenByDescending(p => p.Node.GetProperty("status").GetString(), StringComparer.Ordinal)
        .ThenBy(p => p.Node.GetProperty("product").GetProperty("code").GetString(), StringComparer.Ordinal)
        .Select(p => $"{p.Node.GetProperty("product").GetProperty("code")} {(p.Place.ValueKind == JsonValueKind.Null ? "stores" : p.Place.GetProperty("code"))} {p.Node.GetProperty("onHand")} {p.Node.GetProperty("status")}");

    private static IEnumerable<string> Alerts(JsonElement data) => data.GetProperty("alerts").GetProperty("nodes").EnumerateArray()
        .Select(a => $"{a.GetProperty("kind")} {a.GetProperty("supplierOrder")}").Order(StringComparer.Ordinal);
}
