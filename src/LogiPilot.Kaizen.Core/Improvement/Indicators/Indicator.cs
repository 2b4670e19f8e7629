using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>Which way is better.</summary>
public enum Direction
{
    Lower,
    Higher,
}

/// <summary>What a period is compared by: how much the plant worked in it.</summary>
public enum Exposure
{
    WorkingHours,
    UnitsMade,
    Deliveries,
}

/// <summary>Where a value comes from: a person, or the plant's own data.</summary>
public enum MeasureSource
{
    Manual,
    StockOuts,
    Alerts,
    LineStopMinutes,
    StockOutHours,
    TimeToResolve,
    TimeToAcknowledge,
    LateDeliveries,
}

/// <summary>A value over a period of plant days, both ends included, with its exposure and the number of points that it comes from.</summary>
public sealed record MeasuredPeriod(DateOnly From, DateOnly To, decimal Value, decimal Exposure, int Points)
{
    /// <summary>Length of the period in days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>One measurement of an indicator, in a cycle of its plan; kept for ever.</summary>
public sealed record Measure(
    Guid Id, int Cycle, MeasuredPeriod Period, MeasureSource Source, DateOnly MeasuredOn, Guid? ById = null, string? Note = null);

/// <summary>What of an indicator is decided: saved as a whole.</summary>
public sealed record IndicatorTerms(
    string Name,
    string Unit,
    Direction Direction,
    MeasureSource Source,
    IReadOnlyList<PlanKey> Keys,
    Exposure ExposureKind,
    MeasuredPeriod? Baseline,
    decimal? Target,
    DateOnly? TargetOn);

/// <summary>
/// What a plan's effect is measured by: unit, direction, exposure, baseline, target with its date and every measured value. The
/// baseline of a next cycle is the last value of those before; the first stays drawn.
/// </summary>
public sealed class Indicator
{
    private Indicator()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    public string Name { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public Direction Direction { get; private set; }

    public MeasureSource Source { get; private set; }

    public IReadOnlyList<PlanKey> Keys { get; private set; } = [];

    public Exposure ExposureKind { get; private set; }

    public MeasuredPeriod? Baseline { get; private set; }

    public decimal? Target { get; private set; }

    public DateOnly? TargetOn { get; private set; }

    public IReadOnlyList<Measure> Measures { get; private set; } = [];

    public int Version { get; private set; }

    public IndicatorTerms Terms => new(Name, Unit, Direction, Source, Keys, ExposureKind, Baseline, Target, TargetOn);

    public static Indicator Define(Guid id, Guid planId, IndicatorTerms terms)
    {
        var indicator = new Indicator { Id = id, PlanId = planId };
        indicator.Revise(terms);
        return indicator;
    }

    public void Revise(IndicatorTerms terms)
    {
        (Name, Unit, Direction, Source) = (terms.Name, terms.Unit, terms.Direction, terms.Source);
        (Keys, ExposureKind, Baseline) = (terms.Keys, terms.ExposureKind, terms.Baseline);
        (Target, TargetOn) = (terms.Target, terms.TargetOn);
        Version++;
    }

    public void Record(Measure measure)
    {
        Measures = [.. Measures, measure];
        Version++;
    }

    /// <summary>What a cycle starts from: the last value of the cycles before it, else the first baseline.</summary>
    public MeasuredPeriod? BaselineOf(int cycle) => Latest(Measures.Where(m => m.Cycle < cycle))?.Period ?? Baseline;

    /// <summary>The latest measurement of a cycle.</summary>
    public Measure? LastOf(int cycle) => Latest(Measures.Where(m => m.Cycle == cycle));

    /// <summary>Measured again over the very same period, to put it right: the later one counts.</summary>
    public bool IsSuperseded(Measure measure) =>
        Measures.SkipWhile(m => m.Id != measure.Id).Skip(1).Any(m => (m.Cycle, m.Period.From, m.Period.To) == (measure.Cycle, measure.Period.From, measure.Period.To));

    /// <summary>Of one period, what was recorded last.</summary>
    private static Measure? Latest(IEnumerable<Measure> measures) => measures.OrderBy(m => m.Period.To).LastOrDefault();
}

/// <summary>Measures from the plant's own data; answered by the room that reports.</summary>
public interface IMeasureSource
{
    /// <summary>The value over plant days, both ends included, in the unit of the source (minutes, hours or a count), with its exposure.</summary>
    Task<MeasuredPeriod> Measure(
        MeasureSource source,
        Guid plantId,
        IReadOnlyList<PlanKey> keys,
        Exposure exposure,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken);
}
