using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>The work of a plant or an area between two instants; none when the second is not after the first.</summary>
[Needs(Permission.SeeBoard)]
public sealed record MeasureWorkingTime(Guid PlantId, Guid? AreaId, DateTimeOffset From, DateTimeOffset To) : IQuery<WorkSpan>;

/// <summary>An amount of work.</summary>
public sealed record WorkSpan(TimeSpan Work)
{
    public const int FarthestYears = 10;

    /// <summary>Calendars are asked about years that somebody may plan or remember.</summary>
    internal static bool IsFar(DateTimeOffset at, DateTimeOffset now) =>
        at < now.AddYears(-FarthestYears) || at > now.AddYears(FarthestYears);
}

/// <inheritdoc cref="MeasureWorkingTime"/>
public sealed class MeasureWorkingTimeHandler(IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<MeasureWorkingTime, Outcome<WorkSpan>>
{
    public async Task<Outcome<WorkSpan>> Handle(MeasureWorkingTime request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PlaceAsked.Refuses(picture, current.Actor, request.PlantId, request.AreaId) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        return WorkSpan.IsFar(request.From, now) || WorkSpan.IsFar(request.To, now)
            ? Refusal.Invalid("from", "instantFar", ("years", WorkSpan.FarthestYears))
            : new WorkSpan(picture.Calendar(request.PlantId, request.AreaId).WorkingTime(request.From, request.To));
    }
}
