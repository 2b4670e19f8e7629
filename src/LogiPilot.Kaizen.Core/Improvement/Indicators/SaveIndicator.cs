using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>What of an indicator is said; what is absent stays, or is as usual: lower is better, by hand, per working hour, on the plan's keys.</summary>
public sealed record IndicatorDraft(
    string? Name = null, string? Unit = null, Direction? Direction = null, MeasureSource? Source = null, IReadOnlyList<PlanKey>? Keys = null,
    Exposure? ExposureKind = null, PeriodDraft? Baseline = null, PeriodDraft? ComputeBaseline = null, decimal? Target = null, DateOnly? TargetOn = null);

/// <summary>
/// Defines an indicator of a plan, or says otherwise what it is. What was measured stays comparable: then unit, source, keys, direction and
/// exposure stay. What an approved plan aims at is its sponsor's to change.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record SaveIndicator(Guid? PlanId, Guid? IndicatorId, IndicatorDraft Draft) : CommandOn;

/// <inheritdoc cref="SaveIndicator"/>
public sealed class SaveIndicatorHandler(PlanBook book, IIndicatorStore indicators, Measuring measuring)
    : IRequestHandler<SaveIndicator, Outcome<Made>>
{
    public const int MostOfPlan = 20;
    private const int MostKeys = 20;
    private const int InUnit = 40;

    public async Task<Outcome<Made>> Handle(SaveIndicator request, CancellationToken cancellationToken)
    {
        var before = request.IndicatorId is { } id ? await indicators.Find(id, cancellationToken) : null;
        if (request.IndicatorId is not null && before is null)
        {
            return Refusal.NotFound("indicator");
        }

        if ((before?.PlanId ?? request.PlanId) is not { } planId)
        {
            return Refusal.Invalid("planId", "textNeeded");
        }

        var found = await book.Find(planId, null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return before is null ? refusal : Refusal.NotFound("indicator");
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        var others = await indicators.OfPlan(plan.Id, cancellationToken);
        var terms = Terms(request.Draft, before);
        if ((MayChange(plan, turn, before, request) ?? Faults(request.Draft, terms, others, before)) is { } wrong)
        {
            return wrong;
        }

        if ((request.Draft.Baseline ?? request.Draft.ComputeBaseline) is { } draft)
        {
            var measured = await measuring.Measure("baseline", draft, terms, plan, turn.Today(plan.PlantId), cancellationToken);
            if (measured.Refusal is { } unmeasured)
            {
                return unmeasured;
            }

            terms = terms with { Baseline = measured.Value };
        }

        if (Unlike(terms, before) is { } unlike)
        {
            return unlike;
        }

        if (IsAgreed(terms, before) && plan.IsApproved && !plan.Sponsors(turn.Actor))
        {
            return AlertBook.Name(
                Refusal.Of(RefusalCode.Forbidden, "forbiddenAgreedTarget", ("permission", Permission.SponsorPlan), ("sponsor", plan.SponsorId)),
                turn.People);
        }

        var indicator = Keep(terms, before, plan.Id, turn.Now);
        if (plan.Aim(indicator, [.. others.Where(o => o.Id != indicator.Id), indicator], turn))
        {
            book.Save(plan);
        }
        else
        {
            book.Note(plan);
        }

        return new Made([plan.Id, indicator.Id]);
    }

    private static IndicatorTerms Terms(IndicatorDraft draft, Indicator? before)
    {
        var source = draft.Source ?? before?.Source ?? MeasureSource.Manual;
        return new IndicatorTerms(
            Words.Given(draft.Name) ?? (draft.Name is null ? before?.Name : null) ?? "",
            UnitOf(source) ?? Words.Given(draft.Unit) ?? (draft.Unit is null ? before?.Unit : null) ?? "",
            draft.Direction ?? before?.Direction ?? Direction.Lower, source, draft.Keys ?? before?.Keys ?? [],
            draft.ExposureKind ?? before?.ExposureKind ?? Exposure.WorkingHours, before?.Baseline,
            draft.Target is { } target ? decimal.Round(target, 3, MidpointRounding.AwayFromZero) : before?.Target, draft.TargetOn ?? before?.TargetOn);
    }

    /// <summary>What the plant measures has the unit of its definition; a count is counted in whatever is counted.</summary>
    private static string? UnitOf(MeasureSource source) => source switch
    {
        MeasureSource.LineStopMinutes or MeasureSource.TimeToResolve or MeasureSource.TimeToAcknowledge => "min",
        MeasureSource.StockOutHours => "h",
        _ => null,
    };

    private static Refusal? MayChange(ActionPlan plan, PlanTurn turn, Indicator? before, SaveIndicator request) =>
        plan.WhyNot(PlanCommandName.SaveIndicator, turn) is { } refusal ? refusal
        : before is not null && request.ExpectedVersion is { } expected && expected != before.Version
            ? Refusal.Conflict("indicatorChanged", ("currentVersion", before.Version), ("changed", Array.Empty<string>()))
        : null;

    private static Refusal? Faults(IndicatorDraft draft, IndicatorTerms terms, IReadOnlyList<Indicator> others, Indicator? before) => Refusal.All([
        draft is { Baseline: not null, ComputeBaseline: not null } ? Refusal.Invalid("computeBaseline", "measureOneWay") : null,
        before is null && others.Count >= MostOfPlan ? Refusal.Invalid("planId", "indicatorsMany", ("most", MostOfPlan)) : null,
        Words.Missing("name", terms.Name) ?? Words.TooLong("name", terms.Name, Words.InName),
        others.Any(o => o.Id != before?.Id && string.Equals(o.Name, terms.Name, StringComparison.OrdinalIgnoreCase))
            ? Refusal.Invalid("name", "indicatorTwice")
            : null,
        Words.Missing("unit", terms.Unit) ?? Words.TooLong("unit", terms.Unit, InUnit),
        terms.Keys.Count > MostKeys ? Refusal.Invalid("keys", "planKeysMany", ("most", MostKeys)) : null,
        .. terms.Keys.Select((k, i) => k.IsEmpty ? Refusal.Invalid($"keys[{i}]", "planKeyEmpty") : null),
        terms.Target is < -PeriodDraft.Largest or > PeriodDraft.Largest
            ? Refusal.Invalid("target", "measureRange", ("most", PeriodDraft.Largest))
            : null]);

    /// <summary>Once measured, it stays the same indicator; until then, what is changed is measured anew.</summary>
    private static Refusal? Unlike(IndicatorTerms terms, Indicator? before)
    {
        if (before is null || (before.Measures.Count == 0 && (before.Baseline is null || before.Baseline != terms.Baseline)))
        {
            return null;
        }

        var isSame = (before.Unit, before.Direction, before.Source, before.ExposureKind) == (terms.Unit, terms.Direction, terms.Source, terms.ExposureKind)
            && before.Keys.SequenceEqual(terms.Keys);
        return isSame ? null : Refusal.Conflict("indicatorMeasured", ("currentVersion", before.Version), ("changed", Array.Empty<string>()));
    }

    /// <summary>Whether what was agreed on would be another.</summary>
    private static bool IsAgreed(IndicatorTerms terms, Indicator? before) =>
        before is not null
        && ((before.Target is not null && terms.Target != before.Target)
            || (before.TargetOn is not null && terms.TargetOn != before.TargetOn)
            || (before.Baseline is not null && terms.Baseline != before.Baseline));

    private Indicator Keep(IndicatorTerms terms, Indicator? before, Guid planId, DateTimeOffset now)
    {
        if (before is null)
        {
            var defined = Indicator.Define(Guid.CreateVersion7(now), planId, terms);
            indicators.Add(defined);
            return defined;
        }

        before.Revise(terms);
        indicators.Save(before);
        return before;
    }
}
