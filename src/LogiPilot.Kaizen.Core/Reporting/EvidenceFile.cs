namespace LogiPilot.Kaizen.Core.Reporting;

public enum EvidenceState
{
    /// <summary>At least one record shows it.</summary>
    Shown,

    /// <summary>Records could show it; none of the person's does.</summary>
    Empty,

    /// <summary>No record of the product can show it: somebody is to see it done.</summary>
    ToObserve,
}

/// <summary>A criterion with the records that show it, newest first.</summary>
public sealed record CriterionEvidence(EvidenceCriterion Criterion, IReadOnlyList<EvidenceRecord> Records)
{
    public EvidenceState State => !Criterion.CanBeShown ? EvidenceState.ToObserve : Records.Count > 0 ? EvidenceState.Shown : EvidenceState.Empty;
}

/// <summary>A competence with its criteria, in the order of the reference.</summary>
public sealed record CompetenceEvidence(string Id, IReadOnlyList<CriterionEvidence> Criteria)
{
    public int Count(EvidenceState state) => Criteria.Count(c => c.State == state);
}

/// <summary>The evidence of a person over plant days, both included, with whom the person shares it as far as the reader may know.</summary>
public sealed record EvidenceFile(
    Guid PersonId, DateOnly From, DateOnly To, bool IsOwn, IReadOnlyList<EvidenceShare> Shares, IReadOnlyList<EvidenceRecord> Records)
{
    private readonly List<EvidenceRecord> _newestFirst = [.. Records.OrderByDescending(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.SubjectId)];

    public IReadOnlyList<CompetenceEvidence> Of(EvidenceBlock block) =>
        [.. block.Competences.Select(id => new CompetenceEvidence(id, [.. EvidenceCriteria.All.Where(c => c.Competence == id).Select(Show)]))];

    private CriterionEvidence Show(EvidenceCriterion criterion) =>
        new(criterion, criterion.CanBeShown ? [.. _newestFirst.Where(criterion.IsShownBy)] : []);
}
