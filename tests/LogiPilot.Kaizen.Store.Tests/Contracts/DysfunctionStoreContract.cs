using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of dysfunctions and their proposals.</summary>
public abstract class DysfunctionStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Person = Samples.Id(30), Place = Samples.Id(2), Product = Samples.Id(3);

    private static readonly Actor Manager = new(Person, "Léa", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_dysfunction_and_its_proposal_come_back_as_they_were_saved()
    {
        var about = Report(1, "Bacs en retard");
        var id = about.Analyse(null, AnalysisKind.Qqoqccp, JsonDocument.Parse("""{"who":"Léa","howMuch":"3 %"}""").RootElement, null, Manager, Samples.Start).Value;
        var terms = new ProposalTerms(
            "Un bac de plus", "12 bacs", "Aucun retard", new DateOnly(2026, 4, 1), [Person], null, 240.5m, 1_000m, new("a", "b", "c", "d"),
            [new("Rien", "Coûte plus")], JsonDocument.Parse("""{"cost":{"score":2,"reason":"peu"}}""").RootElement);
        var proposal = Proposal.Make(about, terms, new DateOnly(2026, 3, 2), Person, Samples.Start).Value;
        about.Propose(Manager, Samples.Start);
        await store.Write((IDysfunctionStore s) =>
        {
            s.Add(about);
            s.Add(proposal);
            s.Put(new StopCost(Samples.Plant, 600.5m, 1));
        });
        Assert.Null(proposal.Decide(DecisionKind.Accepted, "Bonne idée", null, Person, Samples.Start.AddHours(1)));
        about.Decide(DecisionKind.Accepted, Manager, Samples.Start.AddHours(1));
        about.EnterPlan(Samples.Id(40), Manager, Samples.Start.AddHours(1));
        await store.Write((IDysfunctionStore s) =>
        {
            s.Save(about);
            s.Save(proposal);
            s.Put(new StopCost(Samples.Plant, null, 2));
        });

        var kept = (await store.Ask((IDysfunctionStore s) => s.Find(about.Id, default)))!;
        Assert.Equal(Said(about), Said(kept));
        Assert.Equal("3 %", kept.Analyses.Single(a => a.Id == id).Value.GetProperty("howMuch").GetString());
        Assert.Equal(Said(proposal), Said((await store.Ask((IDysfunctionStore s) => s.FindProposal(proposal.Id, default)))!));
        Assert.Equal(about.Id, (await store.Ask((IDysfunctionStore s) => s.OfPlan(Samples.Id(40), default)))?.Id);
        Assert.Equal(new StopCost(Samples.Plant, null, 2), await store.Ask((IDysfunctionReader r) => r.StopCost(Samples.Plant, default)));
        Assert.Equal([proposal.Id], (await store.Ask((IDysfunctionReader r) => r.Proposals([about.Id], default))).Select(p => p.Id));
    }

    [Fact]
    public async Task One_proposal_waits_at_a_time_and_a_recurrence_is_taken_once()
    {
        var about = Report(1, "Bacs en retard", recurrence: Samples.Id(50));
        var terms = new ProposalTerms("d", "m", "o", new DateOnly(2026, 4, 1), [Person], null, 0, null, new("a", "b", "c", "d"), [], null);
        await store.Write((IDysfunctionStore s) =>
        {
            s.Add(about);
            s.Add(Proposal.Make(about, terms, new DateOnly(2026, 3, 2), Person, Samples.Start).Value);
        });

        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((IDysfunctionStore s) =>
            s.Add(Proposal.Make(about, terms, new DateOnly(2026, 3, 2), Person, Samples.Start).Value)));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((IDysfunctionStore s) => s.Add(Report(2, "Encore", recurrence: Samples.Id(50)))));
    }

    [Fact]
    public async Task The_list_filters_pages_and_shows_no_other_plant()
    {
        var (first, second, ended) = (Report(1, "Étiquette illisible", Place), Report(2, "Bacs en retard", product: Product), Report(3, "Bacs en retard"));
        Assert.Null(ended.Reject("Doublon", Manager, Samples.Start));
        await store.Write((IDysfunctionStore s) =>
        {
            s.Add(first);
            s.Add(second);
            s.Add(ended);
            s.Add(Report(1, "Bacs en retard", plant: Samples.Id(99)));
        });

        Assert.Equal(["DF-0003", "DF-0002", "DF-0001"], await Numbers(new()));
        Assert.Equal(["DF-0002", "DF-0001"], await Numbers(new(States: [DysfunctionState.Reported, DysfunctionState.Analysed])));
        Assert.Equal(["DF-0001"], await Numbers(new(PlaceIds: [Place])));
        Assert.Equal(["DF-0002"], await Numbers(new(ProductIds: [Product])));
        Assert.Equal(["DF-0001"], await Numbers(new(Text: "etiquette")));
        Assert.Equal(["DF-0003", "DF-0002"], await Numbers(new(Text: "retard bacs", Kinds: [DysfunctionKind.Technical])));
        Assert.Equal(["DF-0003"], await Numbers(new(ReportedFrom: Samples.Start.AddMinutes(3), ReportedByIds: [Person])));
        Assert.Empty(await Numbers(new(PlantIds: [Samples.Id(99)])));
        Assert.Empty(await Numbers(new(SupportNeeds: [SupportNeed.Hse])));

        var page = await store.Ask((IDysfunctionReader r) => r.List([Samples.Plant], new(), DysfunctionOrder.OldestFirst, new(2, null, null, null, true), default));
        Assert.Equal(["DF-0001", "DF-0002"], page.Items.Select(i => i.Item.Number));
        Assert.Equal((true, 3), (page.HasNext, page.TotalCount));
        var rest = await store.Ask((IDysfunctionReader r) =>
            r.List([Samples.Plant], new(), DysfunctionOrder.OldestFirst, new(2, page.Items[^1].Cursor, null, null, false), default));
        Assert.Equal("DF-0003", Assert.Single(rest.Items).Item.Number);

        async Task<IEnumerable<string>> Numbers(DysfunctionFilter filter) =>
            (await store.Ask((IDysfunctionReader r) =>
                r.List([Samples.Plant], filter, DysfunctionOrder.NewestFirst, new(10, null, null, null, false), default))).Items.Select(i => i.Item.Number);
    }

    [Fact]
    public async Task Numbers_count_for_each_plant()
    {
        var numbers = new List<string>();
        foreach (var plant in new[] { Samples.Plant, Samples.Plant, Samples.Id(99) })
        {
            await store.Apply(async services =>
            {
                numbers.Add(await ((IDysfunctionStore)services.GetService(typeof(IDysfunctionStore))!).NextNumber(plant, default));
                return (Made)Guid.Empty;
            });
        }

        Assert.Equal(["DF-0001", "DF-0002", "DF-0001"], numbers);
    }

    private static Dysfunction Report(int number, string title, Guid? place = null, Guid? product = null, Guid? plant = null, Guid? recurrence = null) =>
        Dysfunction.Report(
            plant ?? Samples.Plant, $"DF-{number:D4}",
            new(DysfunctionKind.Technical, title, "Vu lundi", null, place, null, product, [new PlanKey("Supply", place, product)]),
            new(null, Samples.Start, [Samples.Id(60)], recurrence), Person, Samples.Start.AddMinutes(number)).Value;

    private static string Said(object thing) => JsonSerializer.Serialize(thing);
}
