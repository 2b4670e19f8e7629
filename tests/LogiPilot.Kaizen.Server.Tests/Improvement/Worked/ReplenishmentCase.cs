namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the team of the DMAIC wrote about a station that waits too long, and not twice the same time, for its parts.</summary>
internal static class ReplenishmentCase
{
    public const string Problem = "Le poste 7 attend ses faisceaux 34 minutes en médiane après l’appel, de 12 à 71 minutes ; 14 arrêts en février.";
    public const string SystemChecked = "30 appels chronométrés à la main en double : écart de 1 minute au plus, répétable à 3 % ; l’horloge de la douchette est recalée chaque lundi.";

    /// <summary>How the delays of four weeks are spread, as a picture: two humps, one for each team.</summary>
    public static byte[] Histogram => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAeAAAADIAQAAAAAYJw/XAAAAtklEQVR42u3UWwqDMBSE4QNuKDvI1ruk7CDSFmmpES/HjGn8D/gk37zMEMuOMzD473AECzHz7HvbyWy4K85gIWaebLtH/PwiWIgzeB1P0I0jWIgzmG2z7ZbwtoDmcAAL8bUj+Q2YB/aFA1iIT+25vHfwYlXgM3Gppm8Aro"
        + "kD+Dhefo43VAWujQNYiJkn23bhT0BzOIGFWNNz6ecdcQILcdWe3wHgnXWBd+OHHbzBix0HBoPBrxsB1ctbh7qWArcAAAAASUVORK5CYII=");

    public const string Sheet = """
        équipe;appel;livraison;minutes
        A;01/03 06:12;01/03 06:34;22
        A;01/03 08:40;01/03 09:05;25
        B;01/03 14:02;01/03 14:51;49
        B;01/03 17:30;01/03 18:41;71

        """;

    public static readonly object[] Voice =
    [
        new { id = "1", who = "Monteurs du poste 7", says = "On ne sait jamais si le bac arrive dans dix minutes ou dans une heure", requirement = "Livré en moins de 20 minutes, neuf fois sur dix" },
        new { id = "2", who = "Expéditions", says = "Un vélo en retard fait partir un camion incomplet", requirement = "Aucun arrêt du poste 7 faute de faisceau" },
    ];

    public static readonly object[] Ishikawa =
    [
        new { id = "i1", family = "METHOD", text = "Seuil d’appel figé depuis 2024", verdict = "VERIFIED", proof = new { kind = "REPRODUCED", text = "Essai du 30 mars" } },
        new { id = "i2", family = "MILIEU", text = "Pas d’emplacement pour le bac vide", verdict = "VERIFIED", proof = new { kind = "CORRELATED", text = "41 attentes sur 96 livraisons" } },
        new { id = "i3", family = "MAN", text = "Cariste de nuit moins formé", verdict = "REFUTED", proof = new { kind = "CORRELATED", text = "Même délai à équipe changée" } },
        new { id = "i4", family = "MACHINE", text = "Petit train en panne", verdict = "REFUTED", proof = new { kind = "CORRELATED", text = "Une panne en quatre semaines" } },
        new { id = "i5", family = "MEASURE", text = "Horloge de la douchette décalée", verdict = "REFUTED", proof = new { kind = "ELIMINATED", text = "Recalée le 8 mars, délai inchangé" } },
    ];

    public static readonly string[] Letters = ["SPECIFIC", "MEASURABLE", "ACHIEVABLE", "RELEVANT", "TIME_BOUND"];

    private static readonly string[] Goals =
    [
        "Raccourcir le délai entre l’appel et la livraison du FAI-081 au poste 7", "De 34 à 20 minutes en médiane, quatre ruptures au plus en quatre semaines",
        "L’équipe A tient déjà 22 minutes sans moyen de plus", "Chaque arrêt retarde les vélos du jour", "Avant la rentrée, le 30 septembre 2027",
    ];

    private static readonly (string Part, string What)[] Flow =
    [
        ("SUPPLIERS", "Magasin central"), ("SUPPLIERS", "Caristes du petit train, équipes A et B"), ("PROCESS", "Appeler au seuil"), ("PROCESS", "Préparer le bac au magasin"),
        ("PROCESS", "Livrer au bord de ligne"), ("PROCESS", "Reprendre le bac vide"), ("OUTPUTS", "Un bac de 6 faisceaux au poste 7, en moins de 20 minutes"),
        ("INPUTS", "Appel par la douchette"), ("INPUTS", "Bacs vides rendus"), ("INPUTS", "Plan de tournée"), ("CUSTOMERS", "Monteurs du poste 7"), ("CUSTOMERS", "Expéditions"),
    ];

    public static object[] Smart(int letters) => [.. Letters.Take(letters).Select((letter, i) => (object)new { id = letter, letter, answer = Goals[i] })];

    /// <summary>At first without what goes in and whom it is for.</summary>
    public static object[] Sipoc(bool isWhole) => [.. Flow.Take(isWhole ? Flow.Length : 7).Select((f, i) => (object)new { id = $"{i}", part = f.Part, what = f.What })];

    public static object Reading(string id, string what, string how, Guid? who, int size) => new
    {
        id, what, how, where = "Poste 7 et magasin central", who, from = "2027-03-01", to = "2027-03-28", size,
    };

    /// <summary>Nothing is proved at first; then one cause lacks its data; then all are there.</summary>
    public static object[] Whys(int stage, Guid sheet, Guid picture) =>
    [
        Why("w1", null, "L’appel part quand il reste moins de 12 minutes de faisceaux", "VERIFIED", "CORRELATED", "88 appels sur 96"),
        stage == 0
            ? new { id = "w2", parentId = "w1", text = "Le seuil d’appel, 8, date d’une cadence de 18 vélos par heure", verdict = "OPEN", isRoot = true }
            : Why("w2", "w1", "Le seuil d’appel, 8, date d’une cadence de 18 vélos par heure", "VERIFIED", "REPRODUCED", "Délai ramené à 21 minutes avec un seuil à 14, essai du 30 mars", 60, true, stage == 1 ? [] : [sheet, picture]),
        Why("w3", null, "Le petit train attend un bac vide avant de livrer", "VERIFIED", "CORRELATED", "41 attentes sur 96 livraisons"),
        Why("w4", "w3", "Le bac vide n’a pas d’emplacement : il est cherché autour du poste", "VERIFIED", "ELIMINATED", "Emplacement marqué à la craie le 31 mars : plus aucune attente", 30, stage > 0, [sheet]),
        stage == 0
            ? new { id = "w5", text = "Le magasin prépare trop lentement", verdict = "REFUTED" }
            : Why("w5", null, "Le magasin prépare trop lentement", "REFUTED", "CORRELATED", "4 minutes en moyenne, 1 d’écart, sur 96 livraisons"),
    ];

    public static object Tie(string cause, string? explains, int share) => new { id = cause, cause, explains, share };

    public static object Step(string id, string what, Guid who, string by) => new { id, what, where = "Îlot 3, équipes A et B", who, by };

    public static object Watched(string id, string what, string limit, string frequency, Guid? owner, string reaction) => new { id, what, limit, frequency, owner, reaction };

    private static object Why(
        string id, string? parentId, string text, string verdict, string kind, string proof, int? contribution = null, bool isRoot = false, Guid[]? data = null) => new
    {
        id, parentId, text, verdict, proof = new { kind, text = proof, attachmentIds = data ?? [] }, contribution, isRoot,
    };
}
