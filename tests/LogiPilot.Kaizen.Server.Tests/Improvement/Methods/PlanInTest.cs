using System.Reflection;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>
/// A plan as a gate sees it, part by part: complete at first, spoiled by a test in one place. It is put together below the plan's own
/// commands, which would refuse most of what is tried here.
/// </summary>
public sealed class PlanInTest(MethodDefinition method)
{
    public static readonly Guid Leader = Id(1);
    public static readonly Guid Sponsor = Id(2);
    public static readonly Guid Operator = Id(3);
    public static readonly Guid Planner = Id(4);
    public static readonly Guid Area = Id(50);
    public static readonly Guid BufferB2 = Id(60);
    public static readonly DateOnly ActionDone = new(2026, 2, 1);
    public static readonly DateTimeOffset Opened = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset SignedAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, FieldVersion> _values = new(StringComparer.Ordinal);

    public MethodDefinition Method { get; } = method;

    public List<ImprovementAction> Actions { get; } = [];

    public List<Indicator> Indicators { get; } = [];

    public List<Communication> Communications { get; } = [];

    public List<PlanParticipant> Participants { get; } =
        [new(Operator, "Opérateur", "Relever", "Poste 7"), new(Planner, "Ordonnanceur", "Calculer", "Flux")];

    public Guid? SponsorId { get; set; } = Sponsor;

    public Guid? AreaId { get; set; } = Area;

    public DateTimeOffset? ApprovedAt { get; set; } = Opened.AddDays(1);

    public HashSet<string> NotSigned { get; } = new(StringComparer.Ordinal);

    public List<StepCheck> Checks { get; set; } = [];

    public IReadOnlyList<PastCycle> PastCycles { get; set; } = [];

    public DateOnly? CameBackOn { get; set; }

    public int Shifts { get; set; } = 12;

    public List<Guid> AlertsSince { get; } = [];

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    /// <summary>Writes a field as JSON; null empties it.</summary>
    public PlanInTest Write(string field, string? json, Guid? by = null)
    {
        var (step, code) = (field.Split('.')[0], field.Split('.')[1]);
        Assert.NotNull(Method.Field(field));
        _values[field] = new FieldVersion(Guid.Empty, Guid.Empty, 1, step, code, 1, json, by ?? Leader, SignedAt);
        return this;
    }

    public string Read(string field) => _values[field].Value!;

    public PlanInTest Act(
        string number, ActionKind kind, string? cause = null, ActionState state = ActionState.Verified, string? proof = "photo",
        bool? isEffective = true, string? removal = null, bool isRemoved = false, DateTimeOffset? doneAt = null,
        DateOnly? doneOn = null, DateTimeOffset? createdAt = null, int cycle = 1, string? step = null)
    {
        Actions.RemoveAll(a => a.Number == number);
        Actions.Add(Make<ImprovementAction>(
            ("Number", number), ("Kind", kind), ("State", state), ("CauseIds", cause is null ? Array.Empty<string>() : new[] { cause }),
            ("Proof", new ActionProof(proof, null, [])), ("IsEffective", isEffective), ("RemovalCondition", removal),
            ("RemovedAt", isRemoved ? SignedAt : (object?)null), ("CreatedAt", createdAt ?? Opened), ("Cycle", cycle), ("Step", step),
            ("DoneOn", doneOn ?? (state is ActionState.Done or ActionState.Verified ? ActionDone : (object?)null)),
            ("DoneAt", state is ActionState.Done or ActionState.Verified ? doneAt ?? Opened.AddHours(20) : (object?)null)));
        return this;
    }

    /// <summary>14 stock-outs in four weeks before; then the value given, over the days and with the hours given.</summary>
    public PlanInTest Measure(
        decimal? value, decimal? target = 1, int days = 28, decimal hours = 320, int startsAfter = 1, bool hasBaseline = true, int points = 14)
    {
        Indicators.Clear();
        return MeasureToo(value, target, days, hours, startsAfter, hasBaseline, points);
    }

    /// <summary>One indicator more.</summary>
    public PlanInTest MeasureToo(
        decimal? value, decimal? target = 1, int days = 28, decimal hours = 320, int startsAfter = 1, bool hasBaseline = true, int points = 14,
        Direction direction = Direction.Lower, bool hasDay = true)
    {
        var (before, from) = (new MeasuredPeriod(new(2026, 1, 4), new(2026, 1, 31), 14, 320, points), ActionDone.AddDays(startsAfter));
        var indicator = Indicator.Define(Id(70), Id(71), new IndicatorTerms(
            "Ruptures", "ruptures", direction, MeasureSource.Manual, [], Exposure.WorkingHours, hasBaseline ? before : null, target,
            target is null || !hasDay ? null : new DateOnly(2026, 3, 1)));
        if (value is { } measured)
        {
            indicator.Record(new Measure(
                Id(72), 1, new MeasuredPeriod(from, from.AddDays(days - 1), measured, hours, 3), MeasureSource.Manual, new(2026, 3, 2)));
        }

        Indicators.Add(indicator);
        return this;
    }

    public PlanInTest Tell(DateTimeOffset at, params Guid[] readers)
    {
        var communication = Communication.Send(Id(71), Leader, "Le standard a changé", [Operator, Planner], at);
        Array.ForEach(readers, r => communication.Read(r, at.AddHours(1)));
        Communications.Clear();
        Communications.Add(communication);
        return this;
    }

    public IReadOnlyList<GateFinding> Check(string step) => Gate.Check(Picture(), Method.Step(step)!);

    public IEnumerable<GateFinding> Missing(string step) => Check(step).Where(f => !f.Holds);

    private PlanPicture Picture()
    {
        var steps = Method.Steps.Select(s => new PlanStep(
            s.Code, NotSigned.Contains(s.Code) ? StepState.Open : StepState.Signed, null, null, Leader, NotSigned.Contains(s.Code) ? null : SignedAt, [], null, 1));
        var plan = Make<ActionPlan>(
            ("LeaderId", Leader), ("SponsorId", SponsorId), ("AreaId", AreaId), ("Participants", Participants), ("ApprovedAt", ApprovedAt),
            ("Steps", steps.ToList()), ("Checks", Checks), ("PastCycles", PastCycles), ("OpenedAt", Opened), ("Cycle", 1 + PastCycles.Count),
            ("CycleOpenedAt", PastCycles.Count == 0 ? Opened : SignedAt), ("CameBackOn", CameBackOn));
        var areas = new Dictionary<Guid, IReadOnlyList<Guid>> { [Operator] = [Area], [Planner] = [Id(51)] };
        var facts = new PlanFacts(
            SignedAt, new(2026, 3, 2), TimeZoneInfo.Utc, [new Named(BufferB2, "B2", "Tampon B2")], areas, Shifts, AlertsSince);
        return new PlanPicture(plan.Following(Method), _values, Actions, Indicators, [], Communications, facts);
    }

    private static T Make<T>(params (string Name, object? Value)[] values)
    {
        var made = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        foreach (var (name, value) in values)
        {
            typeof(T).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(made, value);
        }

        return made;
    }
}
