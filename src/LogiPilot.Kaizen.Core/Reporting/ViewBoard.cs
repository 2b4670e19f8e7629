using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>Which build of the product runs: a screen reloads itself when it changes.</summary>
public sealed record Build(string Name);

/// <summary>The live board of a scope as it is now.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ViewBoard(BoardScope Scope) : IQuery<Board>;

/// <inheritdoc cref="ViewBoard"/>
public sealed class ViewBoardHandler(
    LiveBoard board, ICommitSignal commits, IDirectory directory, ICurrentActor current, Build build, TimeProvider clock)
    : IRequestHandler<ViewBoard, Outcome<Board>>
{
    /// <summary>A board that cannot follow is still the best answer there is.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    public async Task<Outcome<Board>> Handle(ViewBoard request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var view = BoardView.Of(request.Scope, current.Actor, organisation);
        if (view.Refusal is { } refusal)
        {
            return refusal;
        }

        if (board.CaughtUp(commits.Count) is { IsCompleted: false } catchingUp)
        {
            await Task.WhenAny(catchingUp, Task.Delay(LongestWait, cancellationToken));
        }

        var now = clock.GetUtcNow();
        return board.Plant(request.Scope.PlantId) is { } plant
            ? plant.Snapshot(view.Value, build.Name, now) with { Shift = BoardShift.Of(organisation, view.Value, now) }
            : Refusal.NotFound("plant");
    }
}

/// <summary>Whether a scope may be watched, and what it is for the actor: asked by the hub before it subscribes.</summary>
[Needs(Permission.SeeBoard)]
public sealed record WatchBoard(BoardScope Scope) : IQuery<BoardView>;

/// <inheritdoc cref="WatchBoard"/>
public sealed class WatchBoardHandler(IDirectory directory, ICurrentActor current) : IRequestHandler<WatchBoard, Outcome<BoardView>>
{
    public async Task<Outcome<BoardView>> Handle(WatchBoard request, CancellationToken cancellationToken) =>
        BoardView.Of(request.Scope, current.Actor, await directory.Current(cancellationToken));
}
