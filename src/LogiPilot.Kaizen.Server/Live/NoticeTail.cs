using System.Text.Json;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Notifications;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>
/// Follows the change log and tells people what they were told, once it is durable: each notice to every device of its person. Whoever is
/// not connected reads it in the notification centre.
/// </summary>
public sealed class NoticeTail(
    IServiceScopeFactory scopes, IHubContext<LiveHub> hub, Presence presence, IDirectory directory, NoticeTexts texts, ICommitSignal commits,
    ILogger<NoticeTail> log) : BackgroundService
{
    private const int Farthest = 5_000;
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    private long _sequence;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        _sequence = await scope.ServiceProvider.GetRequiredService<IChangeLogReader>().LastSequence(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = commits.Next;
            try
            {
                await Advance(stoppingToken);
                await next.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Notices cannot be told at the moment; trying again.");
                await Task.Delay(BeforeTryingAgain, CancellationToken.None);
            }
        }
    }

    private async Task Advance(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<IChangeLogReader>();
        if (presence.IsEmpty)
        {
            _sequence = await changes.LastSequence(cancellationToken);
            return;
        }

        var reader = scope.ServiceProvider.GetRequiredService<INoticeReader>();
        IReadOnlyList<Change> rows;
        do
        {
            rows = await changes.After(_sequence, Farthest, cancellationToken);
            foreach (var row in rows)
            {
                if (row.Event == nameof(PeopleTold))
                {
                    await Tell(row, reader, cancellationToken);
                }
                else if (row.Event == nameof(NoticesRead))
                {
                    await Count(row.SubjectId, reader, cancellationToken);
                }

                _sequence = row.Sequence;
            }
        }
        while (rows.Count == Farthest);
    }

    private async Task Count(Guid personId, INoticeReader reader, CancellationToken cancellationToken)
    {
        if ((await directory.Current(cancellationToken)).ActorOf(personId) is { } actor)
        {
            Send(personId, "NoticesRead", new { Unread = await reader.CountUnread(personId, [.. actor.PlantIds], cancellationToken) });
        }
    }

    private async Task Tell(Change told, INoticeReader reader, CancellationToken cancellationToken)
    {
        using var facts = JsonDocument.Parse(told.Facts);
        List<Guid> ids = [.. facts.RootElement.GetProperty("noticeIds").EnumerateArray().Select(i => i.GetGuid())];
        var picture = await directory.Current(cancellationToken);
        foreach (var notice in await reader.ById(ids, cancellationToken))
        {
            if (presence.IsConnected(notice.PersonId) && picture.ActorOf(notice.PersonId) is { } actor && actor.Sees(notice.PlantId))
            {
                var unread = await reader.CountUnread(notice.PersonId, [.. actor.PlantIds], cancellationToken);
                if (Say(notice, picture, actor.Language) is { } said)
                {
                    Send(notice.PersonId, "Notified", new NotifiedNotice(said, unread));
                }
            }
        }
    }

    /// <summary>Null when it cannot be said: the others are told, and its person finds it among the unread.</summary>
    private NoticeNode? Say(Notice notice, OrganisationPicture picture, Language language)
    {
        try
        {
            return NoticeNode.Of(notice, texts, picture, language);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Notice {Notice} of {Person} cannot be told.", notice.Id, notice.PersonId);
            return null;
        }
    }

    /// <summary>Not awaited: one device that reads slowly must not hold the others. It is cut off when a send takes too long.</summary>
    private void Send(Guid personId, string method, object message) =>
        _ = Watched(hub.Clients.Clients(presence.ConnectionsOf(personId)).SendAsync(method, message), method);

    private async Task Watched(Task sending, string method)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "{Method} did not reach a device.", method);
        }
    }
}

/// <summary>A notice as the hub tells it, with how many are unread.</summary>
public sealed record NotifiedNotice : NoticeNode
{
    public NotifiedNotice(NoticeNode notice, int unread)
        : base(notice) => Unread = unread;

    public int Unread { get; }
}
