using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>Cycles du Forez: a cell that builds bicycles, its stores, and what makes the cell stop.</summary>
internal static class BicyclePlant
{
    /// <summary>Days and hours of the stock-outs: 4, 3, 5 and 2 a week.</summary>
    private static readonly string[] StockOuts =
    [
        "2027-02-01 10:40", "2027-02-02 10:55", "2027-02-03 16:20", "2027-02-05 10:35", "2027-02-09 10:50", "2027-02-10 16:10", "2027-02-11 10:45",
        "2027-02-15 10:30", "2027-02-16 10:40", "2027-02-17 16:15", "2027-02-18 10:50", "2027-02-19 16:30", "2027-02-23 10:45", "2027-02-25 16:05",
    ];

    /// <summary>Two tubes seen from their ends, the wrong one wider.</summary>
    public static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAIAAABqVuVZAAABLElEQVR42u3bMRYCIQxF0b8cC0v3X1pbuR5bbWYYSD5B3jlpZfDKSICg9+tJHIQgAAgggAACCCCAFojb/QHQD0dLbAfU6BIlpR1oRp"
        + "i0D00fkzbUuWSk4rNJkk67kTxfo6BOY8dk/nlL6bR0STWnW5vOaZdUcLoNtB5vShP/F2z58UibqpaPJOXEDqCkV8YwG460HwAU+PFUnb5HyKPT0kj28Ol7imw6p00ZdDoGUT9QbP+O++1c38UAmVdY"
        + "5gXwNaAps0mqzqVBJP/wCU+XAQIIoL8FmpiwTQT6figjiFcMIIBWAyKTZi3Gap79IOt+EDuK7ElnbtpzqsG5GCergUCczVPdQX2Qpz6ICjNqFKlypU56izppKu25q8FtH+6LceOQAAgggAACaL34AL"
        + "c76agykmRyAAAAAElFTkSuQmCC");

    public static async Task<StoryPlant> Open(string at)
    {
        var plant = await StoryPlant.At(at);
        await Import(plant, "locations", """
            plant;plantName;area;areaName;line;lineName;station;stationName;location;locationName
            ROA;Cycles du Forez;I3;Îlot 3;L3;Vélos urbains;P7;Poste 7;;
            ROA;Cycles du Forez;I3;Îlot 3;L3;Vélos urbains;P8;Poste 8;;
            ROA;Cycles du Forez;MAG;Magasin;;;;;B2;Tampon B2
            ROA;Cycles du Forez;MAG;Magasin;;;;;M1;Magasin central

            """);
        await Import(plant, "products", "code;name;unit\nFAI-081;Faisceau moteur;pcs\nFAI-079;Faisceau éclairage;pcs\nROU-028;Roue 28 pouces;pcs\nPOT-254;Potence 25,4;pcs\n");
        await Import(plant, "stock", """
            product;place;quantity;minimum;reorderPoint
            FAI-081;P7;18;2;8
            FAI-081;B2;24;;
            FAI-081;M1;60;;
            FAI-079;M1;40;;
            ROU-028;P8;12;4;6
            ROU-028;M1;120;;

            """);
        foreach (var (name, role, area) in ((string, Role, string?)[])
            [("Claire", Role.Manager, null), ("Sophie", Role.TeamLeader, "I3"), ("Karim", Role.Pilot, "MAG"), ("Hugo", Role.Operator, "I3"), ("Nadia", Role.Pilot, "MAG")])
        {
            await plant.Host.AddPerson(name, role, StoryPlant.Code, Language.Fr, area is null ? null : [area]);
        }

        await plant.Host.AddPerson(WorkedPlan.EnglishReader, Role.Operator, StoryPlant.Code, Language.En, ["I3"]);

        await plant.Look();
        await plant.WorkInShifts(["Sophie", "Hugo", "Karim"], []);
        return plant;
    }

    public static async Task<Guid> Product(this StoryPlant plant, string code) =>
        (await plant.Admin.Query("{ products { nodes { id code } } }")).GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == code).GetProperty("id").GetGuid();

    /// <summary>Station 7 stands still a quarter of an hour each time, and Karim brings a bin; the last time it takes him two minutes more.</summary>
    public static async Task<IReadOnlyList<Guid>> RunOut(this StoryPlant plant)
    {
        var alerts = new List<Guid>();
        foreach (var at in StockOuts)
        {
            alerts.Add(await plant.StandStill(at, "P7", "FAI-081", at == StockOuts[^1] ? 17 : 15));
        }

        return alerts;
    }

    /// <summary>A station stands still for want of a product until Karim has brought it.</summary>
    public static async Task<Guid> StandStill(this StoryPlant plant, string at, string place, string product, int minutes)
    {
        plant.JumpTo(at);
        var alert = await plant.Order(
            "Hugo", "raiseAlert",
            new { kind = "STOCK_OUT", placeId = plant.Places[place], productId = await plant.Product(product), lineStopped = true, anyway = true, description = "La ligne attend" });
        var alertId = alert.GetProperty("id").GetGuid();
        await plant.Order("Karim", "acknowledgeAlert", new { alertId });
        plant.Host.Clock.Move(TimeSpan.FromMinutes(minutes));
        await plant.Order("Karim", "resolveAlert", new { alertId, causeCode = "LATE_INTERNAL_SUPPLY", resolution = "Apporté du magasin" });
        return alertId;
    }

    /// <summary>A file that somebody hangs on.</summary>
    public static async Task<Guid> Attach(this StoryPlant plant, string by, string name, byte[] content)
    {
        using var file = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        using var answer = await (await plant.SignIn(by)).Http.PostAsync($"/attachments?plantId={plant.PlantId}", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>The proposals of a dysfunction that the plant's own rule made of the alerts.</summary>
    public static async Task<Guid> Recurrence(this StoryPlant plant, string reader) =>
        (await (await plant.SignIn(reader)).Query("{ recurrences(states: [PROPOSED]) { id criterion } }")).GetProperty("recurrences").EnumerateArray()
            .First(r => r.GetProperty("criterion").GetString() == "KEY").GetProperty("id").GetGuid();

    public static string? Text(this JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).ToString();

    private static async Task Import(StoryPlant plant, string dataset, string csv)
    {
        using var body = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await plant.Admin.Http.PostAsync($"/imports/{dataset}?plant={StoryPlant.Code}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
