using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Notifications;

[QueryType]
public static class NoticeQueries
{
    [Needs(Permission.Self)]
    [UseConnection(Name = "Notice")]
    [GraphQLDescription("What the caller was told, newest first.")]
    public static async Task<Connection<NoticeNode>> GetNoticesAsync(
        PageRequest page, UseCases useCases, NoticeTexts texts, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken,
        bool unreadOnly = false)
    {
        var found = await useCases.Ask(new ListNotices(unreadOnly, page.ToCore()), cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return found.ToConnection(n => NoticeNode.Of(n, texts, picture, current.Actor.Language));
    }

    [Needs(Permission.Self)]
    [GraphQLDescription("How many notices the caller has not read.")]
    public static Task<int> GetUnreadNoticesAsync(INoticeReader reader, ICurrentActor current, CancellationToken cancellationToken) =>
        current.Actor.PersonId is { } personId ? reader.CountUnread(personId, [.. current.Actor.PlantIds], cancellationToken) : Task.FromResult(0);

    [Needs(Permission.Self)]
    [GraphQLDescription("What the caller wants by mail, and when not.")]
    public static async Task<NoticePreferencesNode> GetNoticePreferencesAsync(
        INoticeReader reader, ICurrentActor current, CancellationToken cancellationToken)
    {
        var personId = current.Actor.PersonId ?? Guid.Empty;
        return new(await reader.FindPreferences(personId, cancellationToken) ?? NoticePreferences.Of(personId));
    }

    [Needs(Permission.Administer)]
    [UseConnection(Name = "Outbox")]
    [GraphQLDescription("Everything that was and is to be sent, by every channel, newest first.")]
    public static async Task<Connection<OutboxItemNode>> GetOutboxAsync(
        IReadOnlyList<Guid>? plantIds, IReadOnlyList<OutboxState>? states, IReadOnlyList<NoticeChannel>? channels, IReadOnlyList<Guid>? personIds,
        PageRequest page, UseCases useCases, NoticeTexts texts, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var found = await useCases.Ask(new ListOutbox(new(plantIds, states, channels, personIds), page.ToCore()), cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return found.ToConnection(i => new OutboxItemNode(i, texts, picture, current.Actor.Language));
    }
}
