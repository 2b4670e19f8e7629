using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What a store of plans keeps, finds, lists and counts.</summary>
public abstract class PlanStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Leader = Samples.Id(11);
    private static readonly Guid Sponsor = Samples.Id(12);
    private static readonly Guid Pilot = Samples.Id(13);
    private static readonly Guid Place = Samples.Id(21);
    private static readonly Guid Product = Samples.Id(22);

    private static readonly OrganisationPicture People = new(
        [Core.Organisation.Plant.Create(Samples.Plant, "ROA", "Roanne", "Europe/Paris", Language.Fr)],
        [Core.Organisation.Place.Create(Place, Samples.Plant, PlaceKind.Area, "A1", "Montage", "A1", null, null, 1)],
        [Of(Leader, Role.TeamLeader), Of(Sponsor, Role.Manager), Of(Pilot, Role.Pilot)]);

    private static readonly MethodDefinition Method = MethodOf("SIMPLE");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_plan_comes_back_whole_with_the_method_it_was_opened_with()
    {
        var plan = Plan(1, new PlanCharter(
            "Ruptures de vis", "Ligne 1", [new("Supply", null, Product)], SponsorId: Sponsor,
            Participants: [new(Pilot, "Pilote", "Compter", "5S")], Choices: new("Trois métiers", IsGroup: true), FollowUpDays: 7,
            Deadline: new(2026, 5, 1), Constraints: new(Safety: "Rien"), Cost: new Money(12.5m), Gain: new Money(300)));
        _ = plan.Sign("A", [], Turn(Leader)) ?? plan.Return("A", "Faux", Turn(Leader));
        await store.Write<IPlanStore>(s => s.Add(plan));

        var back = (await store.Ask((IPlanReader r) => r.Find(plan.Id, default)))!;

        Assert.Equivalent(plan, back);
        Assert.Equal("A", back.Method.Steps[0].Code);
        Assert.Equal("Faux", Assert.Single(back.Step("A")!.Returns).Reason);
        Assert.Empty(plan.NewEvents);
    }

    [Fact]
    public async Task Each_plant_counts_its_own_numbers_and_a_refused_one_leaves_no_gap()
    {
        async Task<string> Next(Guid plant, bool keep)
        {
            var number = "";
            await store.Apply(async services =>
            {
                number = await services.GetRequiredService<IPlanStore>().NextNumber(plant, default);
                return keep ? (Made)plant : Refusal.NotFound("plan");
            });
            return number;
        }

        Assert.Equal("P-0001", await Next(Samples.Plant, keep: true));
        Assert.Equal("P-0002", await Next(Samples.Plant, keep: false));
        Assert.Equal("P-0002", await Next(Samples.Plant, keep: true));
        Assert.Equal("P-0001", await Next(Samples.Id(2), keep: true));
    }

    [Fact]
    public async Task Every_version_of_a_field_stays_and_the_present_one_is_the_last_of_its_cycle()
    {
        var plan = Plan(1, new PlanCharter("Vis"));
        FieldVersion Write(int id, int cycle, string field, int version, string? value) =>
            new(Samples.Id(100 + id), plan.Id, cycle, "A", field, version, value, Pilot, Samples.Start.AddMinutes(id));
        FieldVersion[] all =
            [Write(1, 1, "symptom", 1, "\"a\""), Write(2, 1, "symptom", 2, "\"b\""), Write(3, 1, "gap", 1, null), Write(4, 2, "symptom", 1, "\"c\"")];
        await store.Write<IPlanStore>(s =>
        {
            s.Add(plan);
            all.ToList().ForEach(s.Add);
        });

        Assert.Equal(["\"b\""], (await store.Ask((IPlanStore s) => s.Fields(plan.Id, 1, "A", default))).Where(f => f.Field == "symptom").Select(f => f.Value));
        Assert.Equal([all[1], all[2], all[3]], (await store.Ask((IPlanReader r) => r.Fields([plan.Id], default))).OrderBy(f => f.At));
        Assert.Equal([all[2], all[0], all[1], all[3]], await store.Ask((IPlanReader r) => r.Versions([plan.Id], default)));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write<IPlanStore>(s => s.Add(all[0] with { Id = Samples.Id(999) })));
    }

    [Fact]
    public async Task What_happened_is_told_in_order_latest_first_page_by_page()
    {
        var plan = Plan(1, new PlanCharter("Vis"));
        await store.Write<IPlanStore>(s => s.Add(plan));
        plan.Fill("A", ["symptom"], Turn(Pilot));
        await store.Write<IPlanStore>(s => s.Note(plan));
        Assert.Null(plan.Sign("A", [], Turn(Leader)));
        await store.Write<IPlanStore>(s => s.Save(plan));

        var first = await store.Ask((IPlanReader r) => r.History(plan.Id, new(2, null, null, null, WantsTotal: true), default));
        var rest = await store.Ask((IPlanReader r) => r.History(plan.Id, new(2, first.Items[^1].Cursor, null, null, WantsTotal: false), default));

        Assert.Equal([PlanEventKind.Signed, PlanEventKind.Filled], first.Items.Select(i => i.Item.Kind));
        Assert.Equal([PlanEventKind.Opened], rest.Items.Select(i => i.Item.Kind));
        Assert.Equal(3, first.TotalCount);
        Assert.Equal([PlanEventKind.Signed], await store.Ask((IPlanStore s) => s.KindsSince(plan.Id, 1, default)));
    }

    [Fact]
    public async Task Meetings_communications_referrals_and_settings_come_back()
    {
        var plan = Plan(1, new PlanCharter("Vis"));
        var meeting = new Meeting(Samples.Id(31), plan.Id, Samples.Start, 15, [Leader, Pilot], "Notes", ["Commander un bac"], [Samples.Id(41)], Leader);
        var told = Communication.Send(plan.Id, Leader, "Bac double", [Pilot], Samples.Start);
        var asked = Referral.OfPlan(plan, SupportService.Quality, "Le lot est-il bon ?", Leader, Samples.Start);
        var settings = new PlanSettings(Samples.Plant, new Money(9_000), [new("LINE", new(7, 45))], 1);
        await store.Write<IPlanStore>(s =>
        {
            s.Add(plan);
            s.Add(meeting);
            s.Add(told);
            s.Add(asked);
            s.Put(settings);
        });
        Assert.True(told.Read(Pilot, Samples.Start));
        await store.Write<IPlanStore>(s => s.Save(told));

        Assert.Equivalent(meeting, Assert.Single(await store.Ask((IPlanReader r) => r.Meetings([plan.Id], default))), strict: true);
        Assert.True(Assert.Single(await store.Ask((IPlanReader r) => r.Communications([plan.Id], default))).HasRead(Pilot));
        Assert.Equal(asked.Id, Assert.Single(await store.Ask((IPlanReader r) => r.OpenReferrals([Samples.Plant], default))).Id);
        Assert.Empty(await store.Ask((IPlanReader r) => r.OpenReferrals([Samples.Id(2)], default)));
        Assert.Equivalent(settings, await store.Ask((IPlanReader r) => r.Settings(Samples.Plant, default)), strict: true);
        Assert.Equal(PlanSettings.StandardLimit, (await store.Ask((IPlanReader r) => r.Settings(Samples.Id(2), default))).CostLimit!.Amount);
    }

    [Fact]
    public async Task Plans_are_found_by_every_filter_alone_and_never_those_of_a_plant_not_asked()
    {
        var vis = Plan(1, new PlanCharter("Ruptures de vis", SponsorId: Sponsor, Participants: [new(Pilot, "P", "M")], Keys: [new("Supply", Place, null)]));
        var cadre = Plan(2, new PlanCharter("Cadres rayés", Keys: [new("Quality", null, Product)], Deadline: new(2026, 3, 20)), MethodOf("OTHER") with { Levels = [new("LINE", new("Ligne", "Line"), LevelRhythm.EveryShift)] });
        Assert.Null(cadre.Sign("A", [], Turn(Leader)));
        await store.Write<IPlanStore>(s =>
        {
            s.Add(vis);
            s.Add(cadre);
        });
        async Task<string> Numbers(ActionPlanFilter filter, Guid? plant = null) => string.Join(
            ' ',
            (await store.Ask((IPlanReader r) => r.List(
                [plant ?? Samples.Plant], filter, ActionPlanOrder.OldestFirst, new DateOnly(2026, 3, 10), new(10, null, null, null, WantsTotal: true), default)))
            .Items.Select(i => i.Item.Number));

        Assert.Equal("P-0001 P-0002", await Numbers(new()));
        Assert.Equal("", await Numbers(new(), Samples.Id(2)));
        Assert.Equal("P-0002", await Numbers(new(Methods: ["OTHER"])));
        Assert.Equal("P-0001 P-0002", await Numbers(new(LeaderIds: [Leader], States: [PlanState.Draft])));
        Assert.Equal("", await Numbers(new(States: [PlanState.Closed])));
        Assert.Equal("P-0001", await Numbers(new(SponsorIds: [Sponsor])));
        Assert.Equal("P-0001", await Numbers(new(ParticipantIds: [Pilot])));
        Assert.Equal("P-0001 P-0002", await Numbers(new(PersonIds: [Leader])));
        Assert.Equal("P-0001", await Numbers(new(PersonIds: [Sponsor])));
        Assert.Equal("P-0001", await Numbers(new(PlaceIds: [Place])));
        Assert.Equal("P-0002", await Numbers(new(ProductIds: [Product])));
        Assert.Equal("P-0002", await Numbers(new(Steps: ["B"])));
        Assert.Equal("P-0001", await Numbers(new(Steps: ["A"])));
        Assert.Equal("P-0002", await Numbers(new(Levels: ["LINE"])));
        Assert.Equal("P-0002", await Numbers(new(Text: "rayes cadres")));
        Assert.Equal("P-0001", await Numbers(new(Text: "p-0001")));
        Assert.Equal("P-0001", await Numbers(new(Late: true)));
        Assert.Equal("P-0002", await Numbers(new(Late: false)));
        Assert.Equal("", await Numbers(new(IsRecurring: true)));

        cadre.Revise(new PlanCharter(Keys: []), Turn(Leader));
        await store.Write<IPlanStore>(s => s.Save(cadre));
        Assert.Equal("", await Numbers(new(ProductIds: [Product])));
    }

    [Fact]
    public async Task Plans_are_found_by_what_happens_in_the_plant_and_by_the_time_at_which_they_go_a_level_up()
    {
        var leveled = Method with
        {
            Code = "LEVELED", Levels = [new("LINE", new("Ligne", "Line"), LevelRhythm.Daily), new("AREA", new("Atelier", "Area"), LevelRhythm.Daily)],
        };
        var (watching, other) = (Plan(1, new PlanCharter("Vis", Keys: [new("Supply", Place, null)])), Plan(2, new PlanCharter("Cadres", Keys: [new("Quality", Place, null)])));
        var (given, held) = (Plan(3, new PlanCharter("Vis", Keys: [new("Supply", null, null)])), Plan(4, new PlanCharter("Cas"), leveled));
        Assert.Null(given.Abandon("Autre plan", Turn(Leader)));
        await store.Write<IPlanStore>(s => ((ActionPlan[])[watching, other, given, held]).ToList().ForEach(s.Add));
        var alert = Core.Alerts.Alert.Raise("A-1", Samples.Problem(place: Place), Core.Alerts.Report.BySystem(Samples.Start));

        Assert.Equal([watching.Id], (await store.Ask((IPlanStore s) => s.Watching(alert, Samples.Start.AddDays(-90), default))).Select(p => p.Id));
        Assert.Null(await store.Ask((IPlanStore s) => s.LastSeen(watching.Id, alert.Id, default)));
        foreach (var minute in (int[])[1, 2])
        {
            await store.Write<IPlanStore>(s => s.Put(new AlertSeen(watching.Id, alert.Id, Samples.Start.AddMinutes(minute))));
        }

        Assert.Equal(Samples.Start.AddMinutes(2), await store.Ask((IPlanStore s) => s.LastSeen(watching.Id, alert.Id, default)));
        Assert.Equal(
            [new AlertSeen(watching.Id, alert.Id, Samples.Start.AddMinutes(2))],
            await store.Ask((IPlanReader s) => s.AlertsSeen([watching.Id, other.Id], default)));
        Assert.Empty(await store.Ask((IPlanReader s) => s.AlertsSeen([other.Id], default)));
        var midnight = new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(midnight, held.PromoteAt);
        Assert.Null(await store.Ask((IPlanStore s) => s.NextPromoted(midnight.AddMinutes(-1), [], default)));
        Assert.Equal(held.Id, (await store.Ask((IPlanStore s) => s.NextPromoted(midnight, [], default)))?.Id);
        Assert.Null(await store.Ask((IPlanStore s) => s.NextPromoted(midnight, [held.Id], default)));
        Assert.Equal(2, await store.Ask((IPlanStore s) => s.OpenCases(Samples.Plant, Leader, Method.Code, default)));
        Assert.Equal(0, await store.Ask((IPlanStore s) => s.OpenCases(Samples.Plant, Sponsor, Method.Code, default)));
    }

    private static ActionPlan Plan(int number, PlanCharter charter, MethodDefinition? method = null) => ActionPlan.Open(
        string.Create(CultureInfo.InvariantCulture, $"P-{number:D4}"), method ?? Method,
        new PlanDraft(Samples.Plant, new PlanOrigin(PlanOriginKind.Project, null, [], null), charter), Turn(Leader, number)).Value;

    private static PlanTurn Turn(Guid person, int minutes = 0) => new(People.ActorOf(person)!, Samples.Start.AddMinutes(minutes), People);

    private static Person Of(Guid id, Role role) =>
        Person.Create(id, PersonKind.Human, role.ToString(), role.ToString(), null, Language.Fr, [new Membership(Samples.Plant, role, [])]);

    private static MethodDefinition MethodOf(string code)
    {
        static Bilingual Both(string text) => new(text, text);
        return new MethodDefinition(
            code, 1, Both(code), Both("Deux étapes"), Both("Commanditaire"),
            [
                new StepDefinition(
                    "A", Both("A"), Both("A"), [new FieldDefinition("symptom", Both("Symptôme"), FieldType.Text, Required: true)],
                    [new GateRule("minRows", new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal))], new StepDue(3, Working: false),
                    SignedBy.Leader, SuspendedByRecurrence: false, null, []),
                new StepDefinition(
                    "B", Both("B"), Both("B"), [], [], null, SignedBy.Sponsor, SuspendedByRecurrence: false, null, ["A"]),
            ],
            HasCycles: false, [], ActionsNeedApproval: true);
    }
}
