using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>Where screens watch a board: <c>/hubs/live</c>. Translates; what may be watched is decided by <see cref="WatchBoard"/>.</summary>
public sealed class LiveHub(
    IMediator mediator, CurrentActor current, IDirectory directory, LivePublisher publisher, Presence presence, Texts texts) : Hub
{
    /// <summary>Subscribes to a scope and answers with its board; what the connection watched before, it watches no longer.</summary>
    /// <exception cref="HubException">Refused: the code, then the sentence in the person's language.</exception>
    public async Task<Board> Join(BoardScope? scope)
    {
        var actor = current.Actor = await Caller();
        scope ??= new(Guid.Empty);
        var view = await mediator.Send(new WatchBoard(scope), Context.ConnectionAborted);
        return view.Refusal is null
            ? await publisher.Join(new Watcher(Context, actor.PersonId!.Value, scope), view.Value)
            : throw new HubException(Told(view.Refusal, actor.Language));
    }

    /// <summary>This device has shown these notices to the person.</summary>
    public async Task Confirm(IReadOnlyList<Guid>? noticeIds)
    {
        current.Actor = await Caller();
        await mediator.Send(new ConfirmNotices(noticeIds ?? []), Context.ConnectionAborted);
    }

    public override async Task OnConnectedAsync()
    {
        presence.Came((await Caller()).PersonId!.Value, Context);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        presence.Left(Context.ConnectionId);
        return publisher.Leave(Context.ConnectionId);
    }

    /// <summary>Who this is at this moment; nobody any more: parted from.</summary>
    private async Task<Actor> Caller()
    {
        var organisation = await directory.Current(Context.ConnectionAborted);
        if (Context.User?.PersonId() is { } personId && organisation.ActorOf(personId) is { } actor)
        {
            return actor;
        }

        Context.Abort();
        throw new HubException("UNAUTHENTICATED");
    }

    private string Told(Refusal refusal, Language language) =>
        $"{LiveJson.NameOf(refusal.Code)}: {texts.Of(language, $"refusals.{refusal.Reason}", refusal.Arguments)}";
}
