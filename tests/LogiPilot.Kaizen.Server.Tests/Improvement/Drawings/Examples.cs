using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Server.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Drawings;

/// <summary>Values of fields as a plan of the bicycle plant holds them.</summary>
internal static class Examples
{
    public static JsonElement Tree => Json("""
        [
          {"id": "a1", "branch": "OCCURRENCE", "text": "Le poste tombe à zéro avant le petit train", "verdict": "VERIFIED"},
          {"id": "a2", "branch": "OCCURRENCE", "text": "Le petit train saute l’îlot 3", "verdict": "REFUTED", "proof": {"kind": "CORRELATED", "text": "41/41"}},
          {"id": "a3", "parentId": "a1", "text": "L’appel part trop tard, à 6 faisceaux", "verdict": "VERIFIED"},
          {"id": "a4", "parentId": "a1", "text": "Les bacs vides ne sont pas scannés", "verdict": "REFUTED", "proof": {"kind": "CORRELATED", "text": "3/212"}},
          {"id": "a5", "parentId": "a3", "text": "Le point de commande, 8, date d’une cadence de 18 vélos par heure", "verdict": "VERIFIED", "proof": {"kind": "CORRELATED", "text": "fiche de 2024"}},
          {"id": "a6", "parentId": "a5", "text": "Rien ne recalcule le point de commande quand la cadence change", "verdict": "VERIFIED", "isRoot": true, "contribution": 70, "proof": {"kind": "REPRODUCED", "text": "essai du 18 novembre"}},
          {"id": "b1", "branch": "ESCAPE", "text": "Personne ne voit le manque avant l’arrêt", "verdict": "VERIFIED", "proof": {"kind": "CORRELATED", "text": "14 fois sur 14"}},
          {"id": "b2", "parentId": "b1", "text": "L’alerte part au même seuil que l’appel", "verdict": "VERIFIED"},
          {"id": "b3", "parentId": "b1", "text": "L’écran de l’îlot était éteint", "verdict": "REFUTED", "proof": {"kind": "ELIMINATED", "text": "journal"}},
          {"id": "b4", "parentId": "b2", "text": "Le poste n’est compté qu’une fois par équipe", "verdict": "OPEN", "isRoot": true}
        ]
        """);

    /// <summary>Two first whys, each asked on: more than a hundred causes over five levels.</summary>
    public static JsonElement LargeTree
    {
        get
        {
            var causes = new List<object>();
            void Add(string id, string? parent, int depth)
            {
                var verdict = (id.Length + (id[^1] - '0')) % 3 == 0 ? "REFUTED" : depth == 5 ? "OPEN" : "VERIFIED";
                causes.Add(new
                {
                    id, parentId = parent, branch = parent is null ? (id == "1" ? "OCCURRENCE" : "ESCAPE") : null,
                    text = $"Why {id}: the reorder point was set for another pace and nobody has set it anew since", verdict,
                    isRoot = depth == 5 && verdict == "VERIFIED",
                });
                for (var i = 1; depth < 5 && i <= (depth < 3 ? 3 : 2); i++)
                {
                    Add($"{id}.{i}", id, depth + 1);
                }
            }

            foreach (var first in (string[])["1", "2"])
            {
                Add(first, null, 1);
            }

            return JsonSerializer.SerializeToElement(causes);
        }
    }

    public static JsonElement Ishikawa => JsonSerializer.SerializeToElement(
        ((string[])["MAN", "MACHINE", "MATERIAL", "METHOD", "MILIEU", "MEASURE"]).SelectMany((family, f) => Enumerable.Range(1, 5).Select(i => new
        {
            id = $"{f}-{i}", family,
            text = (i % 5) switch
            {
                1 => $"Le point de commande n’a pas été revu depuis le passage à 30 vélos par heure ({f})",
                2 => $"Scan oublié ({f})",
                3 => $"Bac de 12 au lieu de 24 : deux fois plus d’appels ({f})",
                4 => $"Petit train en retard à la reprise ({f})",
                _ => $"Écran de l’îlot 3 illisible depuis le poste 7 ({f})",
            },
            verdict = (i % 3) switch { 0 => "REFUTED", 1 => "VERIFIED", _ => "OPEN" },
        })));

    public static JsonElement Qqoqccp => JsonSerializer.SerializeToElement(new
    {
        who = "Operators of station 7, both shifts; the little train’s driver; nobody else handles the bins.",
        what = "The engine harness FAI-081 runs out at the station; the line stops until a bin is brought by hand. "
            + string.Concat(Enumerable.Repeat("It is the same part each time, from the same rack, with the same label and the same bin of 24. ", 6)),
        where = "Island 3, station 7, right-hand rack.",
        when = "Since 14 October, 14 times, mostly between 10 and 11 and after the break.",
        how = "The empty bin is seen when the operator reaches for a harness.",
        howMuch = "14 stock-outs, 212 minutes of line stop in four weeks.",
        why = "The line misses its pace: 18 bicycles late a week.",
    });

    public static FieldDefinition IsIsNotField { get; } = new(
        "isIsNot", new("Est / n’est pas", "Is / is not"), FieldType.Table, Drawing: "IS_IS_NOT", Columns:
        [
            new("aspect", new("Aspect", "Aspect"), FieldType.Choice, [new("OBJECT", new("Objet", "Object")), new("WHERE", new("Où dans l’usine", "Where in the plant"))]),
            new("is", new("Est", "Is"), FieldType.Text), new("isNot", new("N’est pas", "Is not"), FieldType.Text),
            new("distinction", new("Distinction (ou « aucune »)", "Distinction (or “none”)"), FieldType.Text),
        ]);

    public static JsonElement IsIsNot => Json("""
        [
          {"aspect": "OBJECT", "is": "Le faisceau moteur FAI-081", "isNot": "Le faisceau batterie FAI-079, pourtant dans le même rayonnage et livré par le même train", "distinction": "Bac de 12 pour le premier, de 24 pour le second"},
          {"aspect": "WHERE", "is": "Îlot 3, poste 7", "isNot": "Îlots 1 et 2", "distinction": "aucune"},
          {"aspect": "WHERE", "is": "Après la pause", "isNot": "En début d’équipe"}
        ]
        """);

    public static JsonElement Sipoc => Json("""
        [
          {"part": "SUPPLIERS", "what": "Magasin central"}, {"part": "SUPPLIERS", "what": "Cariste du petit train"},
          {"part": "INPUTS", "what": "Bacs de 6 faisceaux FAI-081"}, {"part": "INPUTS", "what": "Appel du poste, à 8 faisceaux"}, {"part": "INPUTS", "what": "Feuille de tournée"},
          {"part": "PROCESS", "what": "Appeler"}, {"part": "PROCESS", "what": "Prélever au magasin"}, {"part": "PROCESS", "what": "Livrer au bord de ligne par le petit train"}, {"part": "PROCESS", "what": "Vider le bac et le scanner"},
          {"part": "OUTPUTS", "what": "Un bac plein au poste 7 en moins de 20 minutes"},
          {"part": "CUSTOMERS", "what": "Monteurs du poste 7"}, {"part": "CUSTOMERS", "what": "Clients de la livraison du jour"}
        ]
        """);

    public static JsonElement Comparison => Json("""
        [
          {"point": "Connecteur", "bad": "Broche 4 reculée de 2 mm, le verrou ne claque pas", "good": "Les six broches affleurent, le verrou claque", "difference": "Broche 4 mal sertie"},
          {"point": "Étiquette du lot", "bad": "Lot 2706, équipe de nuit, et une référence de sertissage que le plan de contrôle ne connaît pas", "good": "Lot 2705, équipe du matin", "difference": "Réglage de la presse changé entre les deux lots, sans validation du premier faisceau"},
          {"point": "Longueur", "bad": "412 mm", "good": "412 mm"}
        ]
        """);

    /// <summary>A field of a method as it ships.</summary>
    public static FieldDefinition Field(string method, string name) => MethodLibrary.Shipped.First(m => m.Code == method).Field(name)!;

    public static JsonElement Risks => Json("""
        {
          "cost": {"score": 1, "reason": "Deux étiquettes."},
          "delay": {"score": 3, "reason": "Le recalcul demande une extraction chaque semaine, et personne n’en a encore la charge ; sans elle, les points de commande dérivent de nouveau."},
          "safety": {"score": 4, "reason": "Un passage de plus du petit train dans l’allée des piétons."},
          "environment": {"score": 2}
        }
        """);

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
