using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Indicators;

[MutationType]
public static class IndicatorMutations
{
    [GraphQLDescription("Defines an indicator of a plan (planId) or changes one (indicatorId). Its baseline by hand, or computed from the plant's data.")]
    public static Task<FieldResult<IndicatorNode>> SaveIndicatorAsync(
        SaveIndicatorInput input, UseCases useCases, IIndicatorReader indicators, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(input.ToOrder(), made => Node(made, indicators, directory, cancellationToken), cancellationToken);

    [GraphQLDescription("Measures an indicator over days that are over: by hand (period), or from the plant's data (compute).")]
    public static Task<FieldResult<IndicatorNode>> RecordMeasureAsync(
        Guid indicatorId, MeasuredPeriodInput? period, PeriodInput? compute, string? note, int? expectedVersion, Guid? clientId, UseCases useCases,
        IIndicatorReader indicators, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(
            new RecordMeasure(indicatorId, period?.ToDraft(), compute?.ToDraft(), note) { ExpectedVersion = expectedVersion, ClientId = clientId },
            made => Node(made, indicators, directory, cancellationToken), cancellationToken);

    private static async Task<IndicatorNode> Node(Made made, IIndicatorReader indicators, IDirectory directory, CancellationToken cancellationToken) =>
        new((await indicators.Find(made.Ids[1], cancellationToken))!, await directory.Current(cancellationToken));
}
