using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Improvement.Indicators;

[GraphQLName("Indicator")]
[GraphQLDescription("What a plan's effect is measured by.")]
public sealed class IndicatorNode(Indicator indicator, OrganisationPicture people)
{
    public Guid Id => indicator.Id;

    public string Name => indicator.Name;

    public string Unit => indicator.Unit;

    [GraphQLDescription("Which way is better.")]
    public Direction Direction => indicator.Direction;

    public MeasureSource Source => indicator.Source;

    [GraphQLDescription("What it is measured on; none: the plan's keys.")]
    public IEnumerable<PlanKeyNode> Keys => indicator.Keys.Select(k => new PlanKeyNode(k, people));

    [GraphQLDescription("What periods are compared by.")]
    public Exposure Exposure => indicator.ExposureKind;

    [GraphQLDescription("The first one: it stays drawn.")]
    public MeasuredPeriod? Baseline => indicator.Baseline;

    public decimal? Target => indicator.Target;

    public DateOnly? TargetOn => indicator.TargetOn;

    [GraphQLDescription("In the order in which they were recorded.")]
    public IEnumerable<MeasureNode> Measures => indicator.Measures.Select(m => new MeasureNode(indicator, m, people));

    public int Version => indicator.Version;

    [GraphQLDescription("What the present cycle starts from: the last value of those before, else the first baseline.")]
    public async Task<MeasuredPeriod?> GetCycleBaselineAsync(PictureByPlan pictures, CancellationToken cancellationToken) =>
        indicator.BaselineOf((await pictures.LoadAsync(indicator.PlanId, cancellationToken))!.Plan.Cycle);

    [GraphQLDescription("What can be said of the effect today; only EFFECTIVE is one.")]
    public async Task<EffectNode> GetEffectAsync(PictureByPlan pictures, CancellationToken cancellationToken) =>
        new(new PlanEffects((await pictures.LoadAsync(indicator.PlanId, cancellationToken))!).Of(indicator));

    [GraphQLDescription("Before and after with the target, as a picture (SVG).")]
    public async Task<string> GetDrawingAsync(PictureByPlan pictures, Texts texts, ICurrentActor current, CancellationToken cancellationToken)
    {
        var effects = new PlanEffects((await pictures.LoadAsync(indicator.PlanId, cancellationToken))!);
        return IndicatorDrawing.Draw(indicator, m => effects.WhyNotCounted(indicator, m), new DrawingWords(texts, current.Actor.Language)).Svg;
    }
}

[GraphQLName("Measure")]
public sealed class MeasureNode(Indicator indicator, Measure measure, OrganisationPicture people)
{
    public Guid Id => measure.Id;

    public int Cycle => measure.Cycle;

    public MeasuredPeriod Period => measure.Period;

    public MeasureSource Source => measure.Source;

    public DateOnly MeasuredOn => measure.MeasuredOn;

    public PersonName? By => people.NamePerson(measure.ById);

    public string? Note => measure.Note;

    [GraphQLDescription("What it says of the effect.")]
    public async Task<EffectNode> GetEffectAsync(PictureByPlan pictures, CancellationToken cancellationToken) =>
        new(new PlanEffects((await pictures.LoadAsync(indicator.PlanId, cancellationToken))!).Of(indicator, measure));
}

[GraphQLName("Effect")]
public sealed class EffectNode(EffectVerdict verdict)
{
    public EffectKind Verdict => verdict.Kind;

    [GraphQLDescription("Whether the value says something of the actions, be it good or bad.")]
    public bool IsComparable => verdict.IsMeasured;

    public bool IsEffective => verdict.IsEffective;

    [GraphQLDescription("One sentence in the reader's language: the effect, or why nothing can be said of it.")]
    public string GetText(Texts texts, ICurrentActor current) => texts.Of(
        current.Actor.Language, verdict.IsEffective ? "indicators.effective" : $"methods.gates.effect{verdict.Kind}", verdict.Arguments);
}

[ObjectType<MeasuredPeriod>]
[GraphQLName("MeasuredPeriod")]
[GraphQLDescription("A value over plant days, both ends included, with how much the plant worked in them and how many points it comes from.")]
public static class MeasuredPeriodNode;
