namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the team of the 8D wrote about the harness that runs out.</summary>
internal static class HarnessCase
{
    public const string Statement = "Du 1er au 28 février, le poste 7 de l’îlot 3 s’est arrêté 14 fois, 212 minutes en tout, sans faisceau FAI-081.";

    public static readonly object Questions = new
    {
        who = "Les deux équipes de l’îlot 3", what = "Le faisceau moteur FAI-081 manque au montage", where = "Îlot 3, poste 7",
        when = "Vers 10 h 40 et 16 h 15, deux heures avant chaque fin de bac", how = "Le monteur lève la main, la ligne attend un bac",
        howMuch = "14 ruptures et 212 min d’arrêt en quatre semaines", why = "60 vélos livrés en retard, trois clients prévenus",
    };

    public static readonly object[] Compared =
    [
        Pair("a", "OBJECT", "Faisceau moteur FAI-081", "Faisceau éclairage FAI-079", "Le FAI-081 est livré par bacs de 6, l’autre par bacs de 24"),
        Pair("b", "WHERE", "Poste 7 de l’îlot 3", "Poste 4 de l’îlot 1", "L’îlot 3 est passé de 18 à 30 vélos par heure"),
        Pair("c", "FIRST_SEEN", "Le 1er février", "Avant le 1er février", "La nouvelle cadence date du 1er février"),
        Pair("d", "PATTERN", "À la fin du troisième bac", "En début d’équipe", "Le train passe une fois par heure"),
    ];

    /// <summary>What somebody thought, before anything was looked at.</summary>
    public static readonly object[] Suspected =
    [
        new { id = "o1", branch = "OCCURRENCE", text = "Le poste tombe à zéro avant le petit train", verdict = "OPEN", isRoot = true },
    ];

    /// <summary>Two branches; before the scans were read the second has no proof, and nobody has weighed the causes.</summary>
    public static object[] Whys(bool isRead) =>
    [
        Why("o1", null, "OCCURRENCE", "Le poste tombe à zéro avant le petit train", "VERIFIED", "CORRELATED", "14 ruptures sur 14, relevé des scans"),
        Why("o1b", null, "OCCURRENCE", "Le petit train saute l’îlot 3", "REFUTED", "CORRELATED", "41 passages sur 41 au relevé"),
        Why("o2", "o1", "OCCURRENCE", "L’appel part trop tard, à 6 faisceaux", "VERIFIED", "CORRELATED", "Heure des appels et cadence, deux équipes"),
        Why("o3", "o2", "OCCURRENCE", "Le point de commande, 8, date d’une cadence de 18 vélos par heure", "VERIFIED", "ELIMINATED", "Fiche de 2024 ; à 14, plus de rupture en deux équipes"),
        Why("o4", "o3", "OCCURRENCE", "Rien ne recalcule le point de commande quand la cadence change", "VERIFIED", "REPRODUCED", "Rupture reproduite à 30 vélos par heure le 2 mars", isRead ? 70 : null, isRoot: true),
        Why("e1", null, "ESCAPE", "Personne ne voit le manque avant l’arrêt", "VERIFIED", "CORRELATED", "14 alertes sur 14 levées à zéro"),
        Why("e2", "e1", "ESCAPE", "L’alerte part au même seuil que l’appel", "VERIFIED", "CORRELATED", "Réglages relevés le 2 mars"),
        isRead
            ? Why("e3", "e2", "ESCAPE", "Le poste n’est compté qu’une fois par équipe", "VERIFIED", "CORRELATED", "Relevé des scans de Karim, deux équipes", 30, isRoot: true)
            : new { id = "e3", parentId = "e2", branch = "ESCAPE", text = "Le poste n’est compté qu’une fois par équipe", verdict = "VERIFIED", isRoot = true },
    ];

    /// <summary>What the rupture of 16 April taught.</summary>
    public static readonly object Saturday = Why(
        "o5", "o2", "OCCURRENCE", "Le recalcul ignore les équipes de rattrapage", "VERIFIED", "REPRODUCED", "Rattrapage du 16 avril rejoué : appel à 6 faisceaux", 20, isRoot: true);

    public static readonly object[] Ishikawa =
    [
        new { id = "i1", family = "METHOD", text = "Point de commande figé", verdict = "VERIFIED", proof = new { kind = "REPRODUCED", text = "Essai du 2 mars" } },
        new { id = "i2", family = "MACHINE", text = "Douchette du poste 7 en panne", verdict = "REFUTED", proof = new { kind = "CORRELATED", text = "212 lectures, 3 refaites" } },
        new { id = "i3", family = "MEASURE", text = "Un seul comptage par équipe", verdict = "OPEN" },
    ];

    public static object Option(string id, string cause, string option, decimal cost, bool isChosen) => new
    {
        id, cause, option, cost, delay = 10, effect = "Plus aucun arrêt du poste 7", risk = "LOW", chosen = isChosen,
    };

    public static object Spread(string subject, string what, string state, string? reason = null) => new
    {
        id = subject, subject, what, state, reason, doneOn = state == "DONE" ? "2027-04-16" : null,
    };

    public static object Counted(Guid location, int counted) => new { id = location.ToString(), location, counted, sorted = counted, bad = 0, remark = "Connecteurs contrôlés un par un" };

    private static Dictionary<string, string> Pair(string id, string aspect, string isSo, string isNot, string distinction) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = id, ["aspect"] = aspect, ["is"] = isSo, ["isNot"] = isNot, ["distinction"] = distinction,
    };

    private static object Why(string id, string? parentId, string branch, string text, string verdict, string kind, string proof, int? contribution = null, bool isRoot = false) => new
    {
        id, parentId, branch, text, verdict, proof = new { kind, text = proof }, contribution, isRoot,
    };
}
