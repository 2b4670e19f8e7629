using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

public sealed class EvidenceCriteriaTests
{
    /// <summary>The ids of the reference, in its order.</summary>
    private const string Reference = """
        C1.M1 C1.M2 C1.M3 C1.O1 C1.O2 C1.R1 C1.R2 C1.R3 C1.R4
        C2.M1 C2.M2 C2.M3 C2.O1 C2.O2 C2.R1 C2.R2
        C3.M1 C3.M2 C3.M3 C3.M4 C3.M5 C3.O1 C3.O2 C3.O3 C3.R1 C3.R2 C3.R3
        C4.M1 C4.M2 C4.M3 C4.M4 C4.O1 C4.O2 C4.R1 C4.R2
        C5.M1 C5.M2 C5.M3 C5.M4 C5.M5 C5.M6 C5.O1 C5.O2 C5.O3 C5.R1 C5.R2
        E1 E2 E3 E4 E5 E6 E7
        C6.M1 C6.M2 C6.M3 C6.M4 C6.O1 C6.O2 C6.R1 C6.R2 C6.E1
        C7.M1 C7.M2 C7.M3 C7.M4 C7.M5 C7.M6 C7.O1 C7.O2 C7.R1 C7.R2 C7.R3 C7.E1
        """;

    [Fact]
    public void Each_criterion_of_the_reference_has_one_entry_in_its_order_and_stands_in_one_block()
    {
        var ids = Reference.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var file = File();

        Assert.Equal(ids, EvidenceCriteria.All.Select(c => c.Id));
        Assert.Equal(ids, EvidenceBlock.All.SelectMany(file.Of).SelectMany(c => c.Criteria).Select(c => c.Criterion.Id));
    }

    [Fact]
    public void Every_kind_of_record_shows_some_criterion()
    {
        var used = EvidenceCriteria.All.SelectMany(c => c.ShownBy).Select(s => s.Kind).ToHashSet();

        Assert.Empty(Enum.GetValues<EvidenceKind>().Except(used));
    }

    [Fact]
    public void An_alert_shows_the_competence_of_its_kind_and_posture_is_never_shown_by_a_record()
    {
        var file = File(Alert(AlertKind.InventoryVariance), Alert(AlertKind.FiveS));
        var shown = EvidenceBlock.All.SelectMany(file.Of).SelectMany(c => c.Criteria).Where(c => c.State == EvidenceState.Shown)
            .Select(c => $"{c.Criterion.Id} {c.Records.Count}");

        Assert.Equal(["C2.M3 1", "C2.R2 1", "C3.R3 1", "E4 2"], shown);
        Assert.Equal(EvidenceState.ToObserve, Of(file, "E2").State);
        Assert.Equal(EvidenceState.Empty, Of(file, "C6.M1").State);
    }

    [Fact]
    public void Documents_and_lots_count_where_the_criterion_asks_for_them_and_the_newest_come_first()
    {
        var (bare, documented, lot) = (Movement(1, null, null), Movement(2, "BL-1", null), Movement(3, null, "L12"));
        var file = File(bare, lot, documented);

        Assert.Equal([lot, documented, bare], Of(file, "C2.M1").Records);
        Assert.Equal([documented], Of(file, "C1.M1").Records);
        Assert.Equal([lot, documented], Of(file, "C2.O1").Records);
        Assert.Empty(Of(file, "C3.O1").Records);
    }

    private static CriterionEvidence Of(EvidenceFile file, string id) =>
        EvidenceBlock.All.SelectMany(file.Of).SelectMany(c => c.Criteria).Single(c => c.Criterion.Id == id);

    private static EvidenceFile File(params EvidenceRecord[] records) =>
        new(Guid.Empty, new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31), true, [], records);

    private static EvidenceRecord Alert(AlertKind kind) =>
        new(EvidenceKind.AlertRaised, DateTimeOffset.UnixEpoch, EvidenceTopic.Alert, Guid.Empty, "1", null, new(Alert: kind));

    private static EvidenceRecord Movement(int day, string? document, string? lot) => new(
        EvidenceKind.MovementRecorded, DateTimeOffset.UnixEpoch.AddDays(day), EvidenceTopic.Movement, Guid.Empty, document, "VIS", new(Movement: MovementKind.Receipt, Detail: lot));
}
