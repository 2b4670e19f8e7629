using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database finds of what a person took part in, and of whom the person shows it to.</summary>
public abstract class EvidenceContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Lea = Samples.Id(30), Tom = Samples.Id(31), Screw = Samples.Id(3), Elsewhere = Samples.Id(99);

    private static readonly Actor Manager = new(Lea, "Léa", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Records_are_found_by_person_period_and_plant_with_what_they_say()
    {
        await store.Write((ISupplyStore s) => s.Add(Product.Create(Screw, "VIS", "Vis M6", "pcs")));
        await store.Write((ISupplyStore s) =>
        {
            s.Add(Movement(1, Samples.Plant, Lea, 0));
            s.Add(Movement(2, Elsewhere, Lea, 1));
            s.Add(Movement(3, Samples.Plant, Tom, 1));
            s.Add(Movement(4, Samples.Plant, Lea, 5));
        });

        var all = await Of(Lea, null);
        Assert.Equal(
            new EvidenceRecord(
                EvidenceKind.MovementRecorded, Samples.Start, EvidenceTopic.Movement, Samples.Id(101), "BL-1", "VIS Vis M6",
                new(Movement: MovementKind.Receipt, Detail: "L1", Amount: 1.5m, Unit: "pcs")),
            all[0]);
        Assert.Equal([Samples.Id(101), Samples.Id(102)], all.Select(r => r.SubjectId));
        Assert.Equal([Samples.Id(101)], (await Of(Lea, [Samples.Plant])).Select(r => r.SubjectId));
        Assert.Empty(await Of(Samples.Id(77), null));
    }

    [Fact]
    public async Task Who_stands_in_a_column_with_others_is_found_each_once_however_often_it_is_saved()
    {
        var about = Dysfunction.Report(
            Samples.Plant, "DF-0001", new(DysfunctionKind.Technical, "Bacs en retard", "Trois fois", null, null, null, null, []), new(null, Samples.Start, [], null), Tom, Samples.Start).Value;
        about.Analyse(null, AnalysisKind.Qqoqccp, JsonDocument.Parse("""{"who":"Léa"}""").RootElement, null, Manager, Samples.Start);
        await store.Write((IDysfunctionStore s) => s.Add(about));
        about.Analyse(about.Analyses[0].Id, AnalysisKind.Qqoqccp, JsonDocument.Parse("""{"who":"Tom"}""").RootElement, null, Manager, Samples.Start.AddHours(1));
        await store.Write((IDysfunctionStore s) => s.Save(about));
        var meeting = new Meeting(Samples.Id(50), Samples.Id(51), Samples.Start, 30, [Lea, Tom], null, [], [], Lea);
        await store.Write((IPlanStore s) => s.Add(meeting));

        var (lea, tom) = (await Of(Lea, null), await Of(Tom, null));
        Assert.Equal([(EvidenceKind.AnalysisMade, "DF-0001", "Bacs en retard", AnalysisKind.Qqoqccp)], lea.Select(r => (r.Kind, r.Number!, r.Title!, r.Facts.Analysis!.Value)));
        Assert.Equal([EvidenceKind.DysfunctionReported], tom.Select(r => r.Kind));
    }

    [Fact]
    public async Task A_share_is_found_by_both_until_it_is_ended()
    {
        var (open, ended) = (EvidenceShare.Open(Lea, Tom, new DateOnly(2026, 4, 1), Samples.Start), EvidenceShare.Open(Lea, Samples.Id(32), null, Samples.Start.AddMinutes(1)));
        await store.Write((IEvidenceShares s) =>
        {
            s.Add(open);
            s.Add(ended);
        });
        Assert.Equal([open.Id, ended.Id], (await store.Ask((IEvidenceShares s) => s.Of(Lea, default))).Select(s => s.Id));
        ended.End(Samples.Start.AddHours(1));
        await store.Write((IEvidenceShares s) => s.Save(ended));

        var found = Assert.Single(await store.Ask((IEvidenceShares s) => s.Of(Lea, default)));
        Assert.Equivalent(open, found, strict: true);
        Assert.Equal([open.Id], (await store.Ask((IEvidenceShares s) => s.With(Tom, default))).Select(s => s.Id));
        Assert.Empty(await store.Ask((IEvidenceShares s) => s.With(Samples.Id(32), default)));
        Assert.Equal(Samples.Start.AddHours(1), (await store.Ask((IEvidenceShares s) => s.Find(ended.Id, default)))!.EndedAt);
    }

    private Task<IReadOnlyList<EvidenceRecord>> Of(Guid person, Guid[]? plants) =>
        store.Ask((IEvidenceRecords s) => s.Of(person, plants, Samples.Start, Samples.Start.AddDays(5), default));

    private static Movement Movement(int number, Guid plant, Guid actor, int day) => new(
        Samples.Id(100 + number), plant, MovementKind.Receipt, Screw, null, Samples.Id(2), 1.5m, "L1", Samples.Start.AddDays(day),
        Samples.Start.AddDays(day), "BL-1", actor);
}
