using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>
/// A plant that a story fits in: two areas with a line and its stations each, a store, three products; and another plant, whose things
/// nobody of the first may see. Taken in by the API, as any plant is. People are named after their role.
/// </summary>
public sealed class SmallPlant : IAsyncLifetime
{
    public KaizenHost Host { get; private set; } = null!;

    public Guid PlantId { get; private set; }

    public Guid OtherPlantId { get; private set; }

    public IReadOnlyDictionary<string, Guid> Places { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Guid> Products { get; private set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        Host = await KaizenHost.Start();
        var importer = Host.WithToken(await Host.AddToken("erp", Role.Admin));
        foreach (var plant in (string[])["ROA", "BIS"])
        {
            await Import(importer, plant, "locations", Locations(plant));
            await Import(importer, plant, "products", "code;name;unit\nVIS;Vis M6;pcs\nECROU;Écrou M6;pcs\nCADRE;Cadre 54;pcs\n");
            await Import(importer, plant, "stock", """
                product;place;quantity;minimum;reorderPoint
                VIS;P11;100;20;50
                ECROU;P11;100;20;
                CADRE;P21;10;2;
                VIS;MAG;500;;50

                """);
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            await Host.AddPerson(UserName(role), role, "ROA", role == Role.Pilot ? Language.En : Language.Fr);
        }

        var data = await (await SignIn(Role.Admin)).Query("{ plants { id } products { nodes { id code } } places(first: 100) { nodes { id code kind } } }");
        PlantId = data.GetProperty("plants")[0].GetProperty("id").GetGuid();
        Products = Ids(data.GetProperty("products"));
        Places = Ids(data.GetProperty("places"));
        OtherPlantId = (await importer.Query("{ plants { id code } }")).GetProperty("plants").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "BIS").GetProperty("id").GetGuid();
    }

    public Task<KaizenClient> SignIn(Role role) => Host.SignIn(UserName(role));

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();

    private static string UserName(Role role) => role.ToString();

    private static string Locations(string plant) => $"""
        plant;plantName;area;areaName;line;lineName;station;stationName;location;locationName
        {plant};Usine {plant};A1;Montage;L1;Ligne 1;P11;Poste 1.1;;
        {plant};Usine {plant};A1;Montage;L1;Ligne 1;P12;Poste 1.2;;
        {plant};Usine {plant};A2;Peinture;L2;Ligne 2;P21;Poste 2.1;;
        {plant};Usine {plant};A3;Magasin;;;;;MAG;Magasin central

        """;

    private static async Task Import(KaizenClient importer, string plant, string dataset, string csv)
    {
        using var body = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await importer.Http.PostAsync($"/imports/{dataset}?plant={plant}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Dictionary<string, Guid> Ids(JsonElement connection) => connection.GetProperty("nodes").EnumerateArray()
        .ToDictionary(n => n.GetProperty("code").GetString()!, n => n.GetProperty("id").GetGuid(), StringComparer.Ordinal);
}
