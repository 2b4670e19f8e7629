using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Supply.Import;

namespace LogiPilot.Kaizen.Server.Tests.Supply.Import;

public sealed class MappingTests
{
    /// <summary>The usual export of a French system: semicolons, Windows-1252, decimal comma, day first, minus behind.</summary>
    private const string French = """
        {
          // Nothing of the format is stated but the zone: the rest shows in the values.
          "format": { "timeZone": "Europe/Paris" },
          "constants": { "plant": "FOREZ", "plantName": "Cycles du Forez", "timeZone": "Europe/Paris", "language": "fr" },
          "datasets": {
            "locations": {
              "file": "Emplacements.csv",
              "where": [{ "column": "Type", "in": ["BDL"] }],
              "columns": { "area": "Atelier", "line": "Ligne", "station": "Code", "stationName": "Désignation" }
            },
            "products": {
              "file": "Articles.csv",
              "columns": { "code": "Réf.", "name": "Désignation", "unit": { "column": "Unité", "values": { "PCE": "pcs", "KG": "kg" } } }
            },
            "stock": {
              "file": "Stock.csv",
              "complete": true,
              "columns": {
                "product": { "column": "N° interne", "lookup": { "file": "Articles.csv", "key": "N°", "value": "Réf." } },
                "place": "Emplacement",
                "quantity": "Quantité",
                "reorderPoint": { "column": "N° interne", "lookup": { "file": "Articles.csv", "key": "N°", "value": "Point de commande" } }
              }
            },
            "deliveries": {
              "file": "Commandes.csv",
              "columns": {
                "order": "Commande", "line": "Poste", "supplier": "Fournisseur", "product": "Article",
                "ordered": "Commandé", "received": "Reçu", "dueAt": "Échéance",
                "state": { "column": "Soldé", "values": { "O": "COMPLETE" }, "otherwise": "OPEN" }
              }
            }
          }
        }
        """;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    static MappingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_French_extract_is_taken_by_a_mapping_alone()
    {
        var files = Files(
            ("Emplacements.csv", "Code;Type;Atelier;Ligne;Désignation\nP4;BDL;MONT;L1;Poste n° 4 – été\nM1;MAG;;;Allée\n"),
            ("Articles.csv", "N°;Réf.;Désignation;Unité;Point de commande\n7;FOU-120;Fourche carbone – 120 €;PCE;1 234,50\n8;GRA-1;Graisse;KG;\n"),
            ("Stock.csv", "N° interne;Emplacement;Quantité\n7;P4;12\u00A0345,50\n8;P4;100-\n"),
            ("Commandes.csv", "Commande;Poste;Fournisseur;Article;Commandé;Reçu;Échéance;Soldé\nC1;10;DUPONT;FOU-120;1 000;0,5;31/12/2025;N\nC2;10;DUPONT;GRA-1;5;;05/04/2025;O\n"));
        var extract = Read(French, files);
        Assert.Empty(extract.BadRows);

        var place = Assert.Single(extract.Locations!);
        Assert.Equal(("FOREZ", "MONT", "L1", "P4", "Poste n° 4 – été", Language.Fr), (place.Plant, place.Area, place.Line, place.Station, place.StationName, place.Language!.Value));
        Assert.Equal(("Fourche carbone – 120 €", "pcs", "kg"), (extract.Products![0].Name, extract.Products[0].Unit, extract.Products[1].Unit));
        Assert.Equal((12345.5m, 1234.5m), (extract.Stock![0].Quantity, extract.Stock[0].ReorderPoint!.Value));
        Assert.Equal((-100m, (decimal?)null), (extract.Stock[1].Quantity, extract.Stock[1].ReorderPoint));
        Assert.Equal([Dataset.Stock], extract.Complete);
        Assert.Equal(("C1", 1000m, 0.5m, OrderLineState.Open), (extract.Deliveries![0].Order, extract.Deliveries[0].Ordered, extract.Deliveries[0].Received, extract.Deliveries[0].State));
        Assert.Equal(new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero).AddMicroseconds(-1), extract.Deliveries[0].DueAt);
        Assert.Equal((4, OrderLineState.Complete), (extract.Deliveries[1].DueAt.Month, extract.Deliveries[1].State));
    }

    [Fact]
    public void Every_value_that_cannot_be_read_is_named_by_file_line_column_and_reason()
    {
        var files = Files(
            ("Articles.csv", "N°;Réf.;Désignation;Unité;Point de commande\n7;FOU-120;Fourche;PCE;10\n8;;Graisse;KG;\n9;VIS-1;Vis;BOITE;\n"),
            ("Stock.csv", "N° interne;Emplacement;Quantité\n7;P4;douze\n99;P4;1\n7;;0,5\n"),
            ("Commandes.csv", "Commande;Poste;Fournisseur;Article;Commandé;Reçu;Échéance;Soldé\nC1;10;DUPONT;FOU-120;5-;0;31/02/2025;N\n"));
        var bad = Read(French, files).BadRows;
        string[] expected =
        [
            "Articles.csv 3 Réf. '' missing", "Articles.csv 4 Unité 'BOITE' translation", "Commandes.csv 2 Commandé '5-' negative",
            "Commandes.csv 2 Échéance '31/02/2025' date", "Stock.csv 2 Quantité 'douze' number", "Stock.csv 3 N° interne '99' lookup",
            "Stock.csv 4 Emplacement '' missing",
        ];
        var told = bad.Select(r => $"{r.Arguments["file"]} {r.Arguments["line"]} {r.Arguments["column"]} '{r.Arguments["value"]}' {r.Reason["import.".Length..]}");
        Assert.Equal(string.Join('\n', expected), string.Join('\n', told.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_canonical_file_needs_no_mapping_and_its_header_is_checked()
    {
        var extract = Read("""{ "datasets": { "products": { "file": "products.csv" } } }""", Files(("products.csv", "Code,NAME\nA1,Écrou\n")));
        Assert.Equal(("A1", "Écrou", (string?)null), (extract.Products![0].Code, extract.Products[0].Name, extract.Products[0].Unit));
        var wrong = Read("""{ "datasets": { "products": { "file": "products.csv" } } }""", Files(("products.csv", "name,colour\nÉcrou,gris\n")));
        Assert.Equal("import.unknownColumn colour, import.columnMissing code", string.Join(", ", wrong.BadRows.Select(r => $"{r.Reason} {r.Field}")));
    }

    [Fact]
    public void A_mapping_that_names_what_is_not_there_says_so_once()
    {
        const string mapping = """
            { "datasets": { "products": { "file": "a.csv", "columns": {
                "code": "Nope", "name": { "column": "x", "lookup": { "file": "b.csv", "key": "x", "value": "y" } }, "size": "x" } } } }
            """;
        var bad = Read(mapping, Files(("a.csv", "x\n1\n2\n3\n"))).BadRows;
        Assert.Equal(
            "import.unknownColumn size, import.noColumn Nope, import.noFile file", string.Join(", ", bad.Select(r => $"{r.Reason} {r.Field}")));
    }

    [Fact]
    public void Numbers_that_may_be_thousands_or_thousandths_must_be_stated()
    {
        const string Mapping = """{ FORMAT "datasets": { "stock": { "file": "s.csv", "columns": { "product": "p", "place": "l", "quantity": "q" } } } }""";
        var files = Files(("s.csv", "p;l;q\nA;P4;1.250\n"));
        Assert.Equal("import.unclearNumbers", Assert.Single(Read(Mapping.Replace("FORMAT", "", StringComparison.Ordinal), files).BadRows).Reason);
        var stated = Mapping.Replace("FORMAT", """ "files": { "S.CSV": { "decimal": "," } }, """, StringComparison.Ordinal);
        Assert.Equal(1250m, Read(stated, files).Stock![0].Quantity);
    }

    [Fact]
    public void Conditions_and_parts_choose_rows_and_files()
    {
        const string Mapping = """
            { "datasets": { "suppliers": [
              { "file": "a.csv", "where": [{ "column": "n", "from": 10, "to": 20 }, { "column": "x", "filled": true }], "columns": { "code": "n" } },
              { "file": "b.csv", "where": [{ "column": "n", "notIn": ["3"] }], "columns": { "code": "n", "active": { "constant": "non" } } },
              { "file": "absent.csv", "columns": { "code": "n" } } ] } }
            """;
        var reader = new ExtractReader(ExtractMapping.Parse(Mapping), Files(("a.csv", "n;x\n9;a\n10;a\n15;\n20;b\n21;c\n"), ("b.csv", "n\n3\n4\n")));
        var rows = reader.Read(_ => Paris).Value.Suppliers!;
        Assert.Equal("10 True, 20 True, 4 False", string.Join(", ", rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Code} {r.IsActive}"))));
        Assert.Equal("absent.csv", Assert.Single(reader.Absent));
    }

    [Fact]
    public void Words_that_a_mapping_does_not_know_are_refused()
    {
        Assert.Throws<JsonException>(() => ExtractMapping.Parse("""{ "dataset": {} }"""));
        Assert.Equal("import.unknownDataset", Refused("articles"));
        Assert.Equal("import.workOrders", Refused("work-orders"));
        Assert.Equal(
            "import.neverComplete",
            Assert.Single(Read("""{ "datasets": { "products": { "file": "p.csv", "complete": true } } }""", Files(("p.csv", "code\n"))).BadRows).Reason);

        static string Refused(string dataset) =>
            new ExtractReader(ExtractMapping.Parse($$"""{ "datasets": { "{{dataset}}": { "file": "f.csv" } } }"""), _ => null)
                .Read(_ => Paris).Refusal!.Reason;
    }

    private static Extract Read(string mapping, OpenFile files) => new ExtractReader(ExtractMapping.Parse(mapping), files).Read(_ => Paris).Value;

    /// <summary>Files as a French system writes them: in Windows-1252.</summary>
    private static OpenFile Files(params (string Name, string Text)[] files) =>
        name => files.Where(f => f.Name == name).Select(f => Encoding.GetEncoding(1252).GetBytes(f.Text)).FirstOrDefault();
}
