using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// What is asked of the actor, most urgent first: the alerts he owns or was given, then those nobody took that he may take in his
/// areas. A stopped line comes before everything; information asks nothing of anybody until somebody takes it.
/// </summary>
[Needs(Permission.SeeBoard)]
public sealed record ListMyWork : IQuery<MyWork>;

public sealed record MyWork(IReadOnlyList<Alert> Alerts);

public sealed class ListMyWorkHandler(IAlertReader reader, ICurrentActor current) : IRequestHandler<ListMyWork, Outcome<MyWork>>
{
    public async Task<Outcome<MyWork>> Handle(ListMyWork request, CancellationToken cancellationToken)
    {
        var actor = current.Actor;
        var open = await reader.Open([.. actor.PlantIds], cancellationToken);
        return new MyWork([.. open
            .Where(a => IsMine(a, actor) || IsForMe(a, actor))
            .OrderBy(a => a.LineStoppedAt is null)
            .ThenBy(a => a.Severity)
            .ThenBy(a => !IsMine(a, actor))
            .ThenBy(a => a.RecordedAt)
            .ThenBy(a => a.Number, StringComparer.Ordinal)]);
    }

    private static bool IsMine(Alert alert, Actor actor) => actor.PersonId is { } person && alert.OwnerId == person;

    private static bool IsForMe(Alert alert, Actor actor) =>
        alert.State == AlertState.Raised && alert.Severity != Severity.Information && actor.May(Permission.TakeAlert, alert)
        && actor.Memberships.Any(m => m.PlantId == alert.PlantId && RoleTable.IsOwnArea(m, alert));
}
