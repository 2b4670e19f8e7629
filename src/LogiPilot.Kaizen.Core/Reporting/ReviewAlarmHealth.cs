using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>The alarm health of a plant in a period of a year at most, its end excluded.</summary>
[Needs(Permission.SeeIndicators)]
public sealed record ReviewAlarmHealth(Guid PlantId, DateTimeOffset From, DateTimeOffset To) : IQuery<AlarmHealth>
{
    public const int MostDays = 366;
}

/// <inheritdoc cref="ReviewAlarmHealth"/>
public sealed class ReviewAlarmHealthHandler(IAlarmHistory history, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ReviewAlarmHealth, Outcome<AlarmHealth>>
{
    public async Task<Outcome<AlarmHealth>> Handle(ReviewAlarmHealth request, CancellationToken cancellationToken)
    {
        var (from, to) = (request.From, request.To);
        var refusal = IndicatorAccess.Refuse(current.Actor, request.PlantId)
            ?? (from >= to ? Refusal.Invalid("to", "periodBackwards") : null)
            ?? (to - from > TimeSpan.FromDays(ReviewAlarmHealth.MostDays)
                ? Refusal.Invalid("from", "periodTooLong", ("days", ReviewAlarmHealth.MostDays)) : null);
        return refusal is not null
            ? refusal
            : AlarmHealth.Of(await history.Traces(request.PlantId, from, to, cancellationToken), from, to, clock.GetUtcNow());
    }
}

/// <summary>Who sees the indicators of a plant.</summary>
internal static class IndicatorAccess
{
    public static Refusal? Refuse(Actor actor, Guid plantId) =>
        !actor.Sees(plantId) ? Refusal.NotFound("plant")
        : !actor.May(Permission.SeeIndicators, plantId) ? Refusal.Forbidden(Permission.SeeIndicators)
        : null;
}
