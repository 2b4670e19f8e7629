namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the team of the PDCA wrote about the wheels that arrive too late.</summary>
internal static class WheelsCase
{
    public const string Problem = "Du 1er au 14 février, le poste 8 a attendu ses roues six fois, 120 minutes en tout.";

    public static readonly object Questions = new
    {
        who = "Les deux équipes du poste 8", what = "Les roues de 28 pouces arrivent après la fin du chariot", where = "Îlot 3, poste 8",
        when = "En milieu de matinée et d’après-midi", how = "Le monteur vide le chariot et attend le petit train", howMuch = "6 attentes, 120 minutes en deux semaines",
        why = "12 vélos de moins par quinzaine",
    };

    public static readonly object[] Ishikawa =
    [
        new { id = "i1", family = "METHOD", text = "Le poste 8 est servi en dernier", verdict = "VERIFIED", proof = new { kind = "CORRELATED", text = "Plan de tournée n° 3" } },
        new { id = "i2", family = "MACHINE", text = "Le petit train tombe en panne", verdict = "REFUTED", proof = new { kind = "CORRELATED", text = "Aucune panne au carnet de février" } },
        new { id = "i3", family = "MILIEU", text = "L’allée du poste 8 est encombrée", verdict = "OPEN" },
    ];

    public static readonly object[] Suspected = [new { id = "c1", text = "Le petit train arrive après la fin du chariot", verdict = "OPEN", isRoot = true }];

    /// <summary>Where the second cycle starts: what was refuted stays refuted, what was answered stays, and one cause more is proved.</summary>
    public static object[] TimedAgain =>
    [
        .. Timed(isRefutedWithProof: true),
        Why("c4", "c1", "Le train passe à heure fixe, que le poste ait besoin de lui ou non", "VERIFIED", "Trois attentes sur trois, deux roues restantes au passage d’avant", isRoot: true),
    ];

    public static object[] Timed(bool isRefutedWithProof) =>
    [
        Why("c1", null, "Le petit train arrive après la fin du chariot", "VERIFIED", "Six attentes sur six au relevé de Hugo"),
        Why("c2", "c1", "Le poste 8 est le dernier servi de la tournée", "VERIFIED", "Tournée inversée une matinée : aucune attente", "REPRODUCED", isRoot: true),
        isRefutedWithProof
            ? Why("c3", "c1", "Le magasin prépare les roues en retard", "REFUTED", "Roues prêtes 40 minutes avant chaque départ")
            : new { id = "c3", parentId = "c1", text = "Le magasin prépare les roues en retard", verdict = "REFUTED" },
    ];

    private static object Why(string id, string? parentId, string text, string verdict, string proof, string kind = "CORRELATED", bool isRoot = false) =>
        new { id, parentId, text, verdict, proof = new { kind, text = proof }, isRoot };
}
