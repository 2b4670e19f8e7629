using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>Where screens watch a board: <c>/hubs/live</c>. Translates; what may be watched is decided by <see cref="WatchBoard"/>.</summary>
public sealed class LiveHub(IMediator mediator, CurrentActor current, IDirectory directory, LivePublisher publisher, Texts texts) : Hub
{
    /// <summary>Subscribes to a scope and answers with its board; what the connection watched before, it watches no longer.</summary>
    /// <exception cref="HubException">Refused: the code, then the sentence in the person's language.</exception>
    public async Task<Board> Join(BoardScope? scope)
    {
        var organisation = await directory.Current(Context.ConnectionAborted);
        if (Context.User?.PersonId() is not { } personId || organisation.ActorOf(personId) is not { } actor)
        {
            Context.Abort();
            throw new HubException("UNAUTHENTICATED");
        }

        current.Actor = actor;
        scope ??= new(Guid.Empty);
        var view = await mediator.Send(new WatchBoard(scope), Context.ConnectionAborted);
        return view.Refusal is null
            ? await publisher.Join(new Watcher(Context, personId, scope), view.Value)
            : throw new HubException(Told(view.Refusal, actor.Language));
    }

    public override Task OnDisconnectedAsync(Exception? exception) => publisher.Leave(Context.ConnectionId);

    private string Told(Refusal refusal, Language language) =>
        $"{LiveJson.NameOf(refusal.Code)}: {texts.Of(language, $"refusals.{refusal.Reason}", refusal.Arguments)}";
}
