using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>
/// Measures an indicator of a plan over a period that is over, in the plan's present cycle, by hand (<see cref="Period"/>) or from the
/// plant's data (<see cref="Compute"/>); kept for ever.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record RecordMeasure(Guid IndicatorId, PeriodDraft? Period, PeriodDraft? Compute, string? Note = null) : CommandOn;

/// <inheritdoc cref="RecordMeasure"/>
public sealed class RecordMeasureHandler(PlanBook book, IIndicatorStore indicators, Measuring measuring)
    : IRequestHandler<RecordMeasure, Outcome<Made>>
{
    public const int Most = 400;

    public async Task<Outcome<Made>> Handle(RecordMeasure request, CancellationToken cancellationToken)
    {
        if (await indicators.Find(request.IndicatorId, cancellationToken) is not { } indicator
            || await book.Find(indicator.PlanId, null, cancellationToken) is not { Refusal: null, Value: { } plan })
        {
            return Refusal.NotFound("indicator");
        }

        var turn = await book.Turn(plan.PlantId, cancellationToken);
        if (plan.WhyNot(PlanCommandName.RecordMeasure, turn) is { } forbidden)
        {
            return forbidden;
        }

        if (request.ExpectedVersion is { } expected && expected != indicator.Version)
        {
            return Refusal.Conflict("indicatorChanged", ("currentVersion", indicator.Version), ("changed", Array.Empty<string>()));
        }

        if (request is { Period: null, Compute: null } or { Period: not null, Compute: not null })
        {
            return Refusal.Invalid("period", "measureOneWay");
        }

        if ((Words.TooLong("note", request.Note, Words.InText)
            ?? (indicator.Measures.Count >= Most ? Refusal.Invalid("indicatorId", "measuresMany", ("most", Most)) : null)) is { } wrong)
        {
            return wrong;
        }

        var today = turn.Today(plan.PlantId);
        var measured = await measuring.Measure("period", request.Period ?? request.Compute!, indicator.Terms, plan, today, cancellationToken);
        if (measured.Refusal is { } refusal)
        {
            return refusal;
        }

        var measure = new Measure(
            Guid.CreateVersion7(turn.Now), plan.Cycle, measured.Value, indicator.Source, today, turn.Actor.PersonId, Words.Given(request.Note));
        indicator.Record(measure);
        indicators.Save(indicator);
        plan.Note(
            PlanEventKind.Measured, turn, null, null, ("indicator", indicator.Name), ("value", measure.Period.Value), ("unit", indicator.Unit),
            ("from", measure.Period.From), ("until", measure.Period.To));
        book.Note(plan);
        return new Made([plan.Id, indicator.Id, measure.Id]);
    }
}
