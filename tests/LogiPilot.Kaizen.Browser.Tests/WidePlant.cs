using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>
/// Twenty lines of one station and nine products each, with names as long as they get: 180 products. The first ten lines are left
/// to the timings, the eleventh to the stories, the others to what there may be too much of.
/// </summary>
public sealed class WidePlant : IAsyncLifetime
{
    public const int Lines = 20;
    public const int ProductsOfLine = 9;
    private const string Pilot = "pilote";
    private bool _full;

    public KaizenHost Host { get; private set; } = null!;

    public IReadOnlyDictionary<string, Guid> Products { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>Ids of the stations, by code: <c>P01</c> to <c>P20</c>.</summary>
    public IReadOnlyDictionary<string, Guid> Stations { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public static string Station(int line) => $"P{line:00}";

    public static string Product(int line, int number) => $"PRO-{line:00}-{number}";

    public async Task InitializeAsync()
    {
        Host = await KaizenHost.Start();
        var importer = Host.WithToken(await Host.AddToken("erp", Role.Admin));
        await Import(importer, "locations", "plant;plantName;area;areaName;line;lineName;station;stationName", line =>
            [$"FOR;Cycles du Forez;A{(line % 3) + 1};Atelier {(line % 3) + 1};L{line:00};{LineName(line)};{Station(line)};Poste {line:00}"]);
        await Import(importer, "products", "code;name;unit", line =>
            Enumerable.Range(1, ProductsOfLine).Select(number => $"{Product(line, number)};{ProductName(line, number)};pcs"));
        await Import(importer, "stock", "product;place;quantity;minimum;reorderPoint;maximum", line =>
            Enumerable.Range(1, ProductsOfLine).Select(number => $"{Product(line, number)};{Station(line)};{100 + number};20;40;400"));
        await Host.AddPerson(Pilot, Role.Pilot, "FOR");
        await Host.AddPerson("cheffe", Role.TeamLeader, "FOR");
        await Host.AddPerson("ecran", Role.Screen, "FOR");
        var data = await (await Host.SignIn(Pilot)).Query(
            "{ products(first: 1000) { nodes { id code } } places(kinds: [STATION], first: 100) { nodes { id code } } }");
        Products = Ids(data.GetProperty("products"));
        Stations = Ids(data.GetProperty("places"));
    }

    /// <summary>Forty open alerts on the last nine lines, one of which stands still; the same forty however often it is asked.</summary>
    public async Task RaiseForty()
    {
        if (_full)
        {
            return;
        }

        _full = true;
        var leader = await Host.SignIn("cheffe");
        for (var index = 0; index < 40; index++)
        {
            var (line, number) = (12 + (index % 9), 1 + (index / 9));
            await leader.Order("raiseAlert", new
            {
                kind = index % 3 == 0 ? "STOCK_OUT" : "DAMAGED_GOODS", severity = index % 2 == 0 ? "MAJOR" : "CRITICAL",
                placeId = Stations[Station(line)], productId = Products[Product(line, number)],
                description = "Palette tombée dans l’allée centrale, les cartons du bas sont écrasés", lineStopped = index == 0,
            });
        }
    }

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();

    private static string LineName(int line) =>
        line % 4 == 0 ? $"Assemblage final à façon VAE grande autonomie – Îlot {line}" : $"Assemblage VTT – Îlot {line}";

    private static string ProductName(int line, int number) => number == 5
        ? $"Fourche suspendue {line} mm renforcée à tige conique et amortissement hydraulique, finition noir mat"
        : $"Fourche {line} mm n° {number}";

    private static async Task Import(KaizenClient importer, string dataset, string header, Func<int, IEnumerable<string>> rowsOf)
    {
        var rows = Enumerable.Range(1, Lines).SelectMany(rowsOf);
        using var body = new StringContent(string.Join('\n', rows.Prepend(header)) + "\n", Encoding.UTF8, "text/csv");
        using var answer = await importer.Http.PostAsync($"/imports/{dataset}?plant=FOR", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Dictionary<string, Guid> Ids(JsonElement connection) => connection.GetProperty("nodes").EnumerateArray()
        .ToDictionary(n => n.GetProperty("code").GetString()!, n => n.GetProperty("id").GetGuid(), StringComparer.Ordinal);
}
