using System.Text;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the team of the QRQC wrote about the stems of the wrong diameter.</summary>
internal static class StemsCase
{
    public static readonly byte[] Diameters = Encoding.UTF8.GetBytes("bac;potence;diamètre\n1;1;25,4\n1;2;31,8\n1;3;25,4\n2;1;25,4\n2;2;25,4\n");

    public static readonly object[] Compared =
    [
        new { id = "p1", point = "Diamètre au cintre", bad = "31,8 mm au pied à coulisse", good = "25,4 mm au pied à coulisse", difference = "6,4 mm de plus" },
        new { id = "p2", point = "Marquage", bad = "Gravé 31.8 sous le capot", good = "Gravé 25.4 sous le capot", difference = "Invisible une fois en bac" },
        new { id = "p3", point = "Sachet d’origine", bad = "Sachet noir ouvert", good = "Sachet noir ouvert", difference = "Aucune : même sachet" },
    ];

    public static object[] Whys(bool isProved) =>
    [
        new { id = "c1", text = "Le bac du poste 8 contient deux diamètres", verdict = "VERIFIED", isRoot = false, proof = new { kind = "CORRELATED", text = "Six potences de 31,8 sur vingt-quatre" } },
        new { id = "c3", parentId = "c1", text = "Le fournisseur mélange les cartons", verdict = "REFUTED", proof = isProved ? new { kind = "CORRELATED", text = "Douze cartons ouverts, tous justes" } : null },
        isProved
            ? new { id = "c2", parentId = "c1", text = "Les retours de ligne sont vidés dans le premier bac venu", verdict = "VERIFIED", isRoot = true, proof = new { kind = "REPRODUCED", text = "Retour suivi le 2 mars à 8 h : bac faux" } }
            : new { id = "c2", parentId = "c1", text = "Les retours de ligne sont vidés dans le premier bac venu", verdict = "OPEN", isRoot = true },
    ];
}
