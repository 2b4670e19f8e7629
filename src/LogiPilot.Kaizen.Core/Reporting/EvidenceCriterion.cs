namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// A criterion of the certification ("pilote opérationnel en logistique de production", the reference of the trade): its id, and which records
/// show it; none: no record of the product can, as it is today.
/// </summary>
public sealed record EvidenceCriterion(string Id, IReadOnlyList<EvidenceSource> ShownBy)
{
    public string Competence => Id.Split('.') is [var competence, _] ? competence : EvidenceBlock.Surroundings;

    /// <summary>Whether any record of the product can show it.</summary>
    public bool CanBeShown => ShownBy.Count > 0;

    public bool IsShownBy(EvidenceRecord record)
    {
        foreach (var source in ShownBy)
        {
            if (source.Kind == record.Kind && source.When?.Invoke(record) != false)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Records of a kind; with a condition, those that meet it.</summary>
public sealed record EvidenceSource(EvidenceKind Kind, Func<EvidenceRecord, bool>? When = null)
{
    public static implicit operator EvidenceSource(EvidenceKind kind) => new(kind);
}

/// <summary>The blocks of the certification with their competences; what is common to competences 1 to 5 ("milieu") is of none.</summary>
public sealed record EvidenceBlock(string? Code, IReadOnlyList<string> Competences)
{
    /// <summary>The criteria of the surroundings, the same for competences 1 to 5.</summary>
    public const string Surroundings = "E";

    public static readonly IReadOnlyList<EvidenceBlock> All =
    [
        new("BDC0307", ["C1", "C2", "C3"]), new("BDC0308", ["C4", "C5"]), new(null, [Surroundings]), new("BDC0309", ["C6", "C7"]),
    ];
}
