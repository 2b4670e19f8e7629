using System.Text;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class FrenchExtractStory
{
    private const string Mapping = """
        {
          "constants": { "plant": "FOREZ", "plantName": "Cycles du Forez", "timeZone": "Europe/Paris", "language": "fr" },
          "datasets": {
            "locations": { "file": "POSTES.CSV", "columns": { "area": "Atelier", "line": "Ligne", "station": "Poste", "stationName": "Libellé" } },
            "products": { "file": "ARTICLES.CSV", "columns": { "code": "Référence", "name": "Désignation" } },
            "suppliers": { "file": "CDES.CSV", "where": [{ "column": "Position", "in": ["1"] }], "columns": { "code": "Fournisseur" } },
            "stock": { "file": "STOCK.CSV", "columns": { "product": "Référence", "place": "Poste", "quantity": "Quantité", "minimum": "Mini" } },
            "deliveries": {
              "file": "CDES.CSV",
              "columns": {
                "order": "Commande", "line": "Position", "supplier": "Fournisseur", "product": "Référence",
                "ordered": "Commandé", "received": "Reçu", "dueAt": "Échéance"
              }
            }
          }
        }
        """;

    [Fact]
    public async Task A_French_extract_is_taken_by_a_mapping_file_alone()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var folder = Directory.CreateTempSubdirectory("kaizen-extract-").FullName;
        await Write(folder, "POSTES.CSV", "Atelier;Ligne;Poste;Libellé\r\nMONT;L1;P4;Poste n° 4\r\n");
        await Write(folder, "ARTICLES.CSV", "Référence;Désignation\r\nGRA-1;Graisse d’été – 5 €\r\nFOU-120;Fourche\r\n");
        await Write(folder, "STOCK.CSV", "Référence;Poste;Quantité;Mini\r\nGRA-1;P4;1\u00A0234,50;1 500,00\r\nFOU-120;P4;100-;10\r\n");
        await Write(folder, "CDES.CSV", "Commande;Position;Fournisseur;Référence;Commandé;Reçu;Échéance\r\nC7;1;DUPONT;FOU-120;1 000;0;31/12/2025\r\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "mapping.json"), Mapping);
        await using var host = await KaizenHost.Start();

        var taken = await ImportProcess.Run(host.Folder, folder, "--mapping", Path.Combine(folder, "mapping.json"), "--as-of", "2025-12-31");
        Directory.Delete(folder, recursive: true);
        Assert.True(taken.Code == 0, taken.Errors);

        var client = host.WithToken(await host.AddToken("erp", Role.Admin));
        var data = await client.Query("""
            { products { nodes { code name } }
              supplyPoints { nodes { product { code } place { code } onHand minimum status } }
              deliveries { nodes { orderNumber ordered dueAt state } } }
            """);
        var products = data.GetProperty("products").GetProperty("nodes").EnumerateArray().Select(p => p.GetProperty("name").GetString());
        Assert.Contains("Graisse d’été – 5 €", products);
        var points = data.GetProperty("supplyPoints").GetProperty("nodes").EnumerateArray()
            .Where(p => p.GetProperty("place").ValueKind != System.Text.Json.JsonValueKind.Null)
            .Select(p => $"{p.GetProperty("product").GetProperty("code")} {p.GetProperty("onHand")} {p.GetProperty("minimum")} {p.GetProperty("status")}");
        Assert.Equal("FOU-120 0 10 STOCK_OUT, GRA-1 1234.5 1500 LOW", string.Join(", ", points));
        var delivery = Assert.Single(data.GetProperty("deliveries").GetProperty("nodes").EnumerateArray());
        Assert.Equal((1000, "EXPECTED"), (delivery.GetProperty("ordered").GetInt32(), delivery.GetProperty("state").GetString()));
        Assert.StartsWith("2025-12-31T22:59:59", delivery.GetProperty("dueAt").GetString(), StringComparison.Ordinal);
    }

    private static Task Write(string folder, string name, string text) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), Encoding.GetEncoding(1252).GetBytes(text));
}
