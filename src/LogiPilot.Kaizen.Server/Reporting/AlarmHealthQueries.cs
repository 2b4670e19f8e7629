using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Reporting;

[QueryType]
public static class AlarmHealthQueries
{
    [Needs(Permission.SeeIndicators)]
    [GraphQLDescription("The alarm health of a plant from an instant to another (excluded), a year at most.")]
    public static Task<AlarmHealth> GetAlarmHealthAsync(
        Guid plantId, DateTimeOffset from, DateTimeOffset to, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Ask(new ReviewAlarmHealth(plantId, from, to), cancellationToken);

    [Needs(Permission.SeeIndicators)]
    [GraphQLDescription("For supply points whose alerts chattered in the last 30 days: what another threshold would have done.")]
    public static Task<IReadOnlyList<ThresholdProposal>> GetThresholdProposalsAsync(
        Guid plantId, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Ask(new ProposeThresholds(plantId), cancellationToken);
}
