using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of actions.</summary>
public abstract class ActionStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly PlanKey Key = new("Supply", Samples.Id(11), null);

    private int _made;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task An_action_comes_back_as_it_was_saved()
    {
        var action = Make(4, key: Key);
        action.Progress(Turn(0), ActionState.Doing, new("vu", "https://gmao.example", [Samples.Id(5)]), "moins d’écarts", true, null);
        action.ArgueDelay(Turn(1), "cause", "effet", "mesures", Today.AddDays(9));
        await Add(action);
        Assert.Equivalent(action, await store.Ask((IActionStore s) => s.Find(action.Id, default)), strict: true);

        action.AcceptDelay(Turn(1) with { Actor = Manager(2) }, null, "oui");
        action.Progress(Turn(2), ActionState.Done, null, null, null, null);
        action.Verify(Turn(3) with { Actor = Manager(2) }, true, "tenu");
        action.StepsTold();
        await store.Write((IActionStore s) => s.Save(action));
        Assert.Equivalent(action, await store.Ask((IActionReader r) => r.Find(action.Id, default)), strict: true);
    }

    [Fact]
    public async Task Numbers_are_counted_plant_by_plant()
    {
        var numbers = new List<string>();
        await store.Apply(async services =>
        {
            foreach (var plant in (Guid[])[Samples.Plant, Samples.Plant, Samples.Id(77)])
            {
                numbers.Add(await ((IActionStore)services.GetService(typeof(IActionStore))!).NextNumber(plant, default));
            }

            return (Made)Guid.Empty;
        });

        Assert.Equal(["A-0001", "A-0002", "A-0001"], numbers);
    }

    [Fact]
    public async Task Lists_are_limited_to_plants_filtered_ordered_and_paged()
    {
        var (late, asked, soon, done) = (Make(1), Make(2, what: "Étiqueter l’allée"), Make(8, area: Samples.Id(21)), Make(3, plan: Samples.Id(31)));
        asked.ArgueDelay(Turn(0), "cause", "effet", "mesures", Today.AddDays(9));
        done.Progress(Turn(0), ActionState.Done, null, null, null, null);
        var foreign = Make(1, plant: Samples.Id(77));
        await Add(late, asked, soon, done, foreign);

        Assert.Equal([late, asked, done, soon], await List(new()));
        Assert.Equal([soon, done, asked, late], await List(new(), ActionOrder.DueLast));
        Assert.Equal([done, soon, asked, late], await List(new(), ActionOrder.NewestFirst));
        Assert.Equal([late], await List(new(Drift: true)));
        Assert.Equal([asked, done, soon], await List(new(Drift: false)));
        Assert.Equal([asked], await List(new(DelayAsked: true)));
        Assert.Equal([late, done, soon], await List(new(DelayAsked: false)));
        Assert.Equal([done], await List(new(States: [ActionState.Done])));
        Assert.Equal([late, asked, soon], await List(new(States: [ActionState.ToDo, ActionState.Doing])));
        Assert.Equal([done], await List(new(PlanIds: [Samples.Id(31)])));
        Assert.Equal([soon], await List(new(AreaIds: [Samples.Id(21)])));
        Assert.Equal([asked, done], await List(new(DueFrom: Today.AddDays(2), DueTo: Today.AddDays(3))));
        Assert.Equal([asked], await List(new(Text: "allee etiq")));
        Assert.Empty(await List(new(Kinds: [ActionKind.Emergency])));
        Assert.Empty(await List(new(OwnerIds: [Samples.Id(999)])));
        Assert.Empty(await List(new(PlantIds: [Samples.Id(77)])));

        var first = await Page(new(2, null, null, null, WantsTotal: true));
        var second = await Page(new(2, first.Items[^1].Cursor, null, null, WantsTotal: false));
        Assert.Equal((4, true, false), (first.TotalCount, first.HasNext, second.HasNext));
        Assert.Equal([late.Id, asked.Id, done.Id, soon.Id], first.Items.Concat(second.Items).Select(i => i.Item.Id));

        Task<Page<ImprovementAction>> Page(PageRequest page) =>
            store.Ask((IActionReader r) => r.List([Samples.Plant], new(), ActionOrder.DueFirst, Today, page, default));
    }

    [Fact]
    public async Task What_is_open_due_or_alone_on_a_key_is_found()
    {
        var (one, two, three, planned) = (Make(1, key: Key), Make(9, key: Key), Make(2, key: Key), Make(2, plan: Samples.Id(31), key: Key));
        three.Cancel(Turn(0) with { Actor = Manager(2) }, "doublon");
        await Add(one, two, three, planned);

        Assert.Equal([one, two], await Ids((IActionStore s) => s.AloneOn(Samples.Plant, Key, Samples.Start, default)));
        Assert.Empty(await Ids((IActionStore s) => s.AloneOn(Samples.Plant, Key, Samples.Start.AddDays(1), default)));
        Assert.Empty(await Ids((IActionStore s) => s.AloneOn(Samples.Plant, Key with { Family = null }, Samples.Start, default)));
        Assert.Equal([one, planned], await Ids((IActionReader r) => r.OpenUntil([Samples.Plant], Today.AddDays(2), default)));
        Assert.Equal([one, planned, two], await Ids((IActionReader r) => r.OpenOf(Samples.Id(1), [Samples.Plant], default)));
        Assert.Empty(await Ids((IActionReader r) => r.OpenOf(Samples.Id(1), [Samples.Id(77)], default)));
        Assert.Equal([planned], await Ids((IActionReader r) => r.OfPlans([Samples.Id(31)], default)));
        Assert.Equal([planned], await Ids((IActionStore s) => s.OfPlan(Samples.Id(31), default)));
        Assert.Equal([one, three, planned], await Ids((IActionReader r) => r.DueWithin(Samples.Plant, Today, Today.AddDays(3), default)));

        async Task<IEnumerable<ImprovementAction>> Ids<TPort>(Func<TPort, Task<IReadOnlyList<ImprovementAction>>> read)
            where TPort : notnull => Same(await store.Ask(read), [one, two, three, planned]);
    }

    private async Task<IEnumerable<ImprovementAction>> List(ActionFilter filter, ActionOrder order = ActionOrder.DueFirst) => Same(
        [
            .. (await store.Ask((IActionReader r) => r.List(
                [Samples.Plant], filter, order, Today.AddDays(5), new(50, null, null, null, WantsTotal: false), default))).Items.Select(i => i.Item),
        ],
        _all);

    private readonly List<ImprovementAction> _all = [];

    /// <summary>The objects that a test made, in the order of those that were read.</summary>
    private static IEnumerable<ImprovementAction> Same(IReadOnlyList<ImprovementAction> read, IReadOnlyList<ImprovementAction> made) =>
        [.. read.Select(r => made.Single(m => m.Id == r.Id))];

    private async Task Add(params ImprovementAction[] actions)
    {
        foreach (var action in actions)
        {
            action.StepsTold();
            _all.Add(action);
            await store.Write((IActionStore s) => s.Add(action));
        }
    }

    private ImprovementAction Make(
        int dueIn, string what = "Refaire le marquage", Guid? plan = null, Guid? area = null, PlanKey? key = null, Guid? plant = null)
    {
        var turn = Turn(0) with { Actor = Actor.System };
        return ImprovementAction.Plan(
            plant ?? Samples.Plant, $"A-{++_made:D4}", new(ActionKind.Analysis, what, "pour voir", Samples.Id(1), Today.AddDays(dueIn)),
            new ActionOrigin(plan, AreaId: area, Key: key), Samples.Id(2), turn with { Now = turn.Now.AddSeconds(_made) }).Value;
    }

    private static ActionTurn Turn(int day) => new(Manager(1), Samples.Start.AddDays(day), Today.AddDays(day));

    private static Actor Manager(int id) => new(Samples.Id(id), "Max", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);
}
