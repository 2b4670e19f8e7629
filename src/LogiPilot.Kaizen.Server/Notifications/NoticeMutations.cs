using System.Globalization;
using System.Security.Cryptography;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.SignIn;

namespace LogiPilot.Kaizen.Server.Notifications;

[MutationType]
public static class NoticeMutations
{
    private const int TokenBytes = 24;

    /// <summary>Of this process, and in nobody else's hands.</summary>
    private static readonly byte[] TokenKey = RandomNumberGenerator.GetBytes(32);

    [GraphQLDescription("The caller has read these notices, or all.")]
    public static Task<FieldResult<UnreadCount>> ReadNoticesAsync(
        IReadOnlyList<Guid>? ids, bool? all, Guid? clientId, UseCases useCases, INoticeReader reader, ICurrentActor current,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new ReadNotices(ids, all ?? false) { ClientId = clientId },
            async made => new UnreadCount(await reader.CountUnread(made.Id, [.. current.Actor.PlantIds], cancellationToken)),
            cancellationToken);

    [GraphQLDescription("What the caller wants by mail; hours as 22:00, by the plant's clock.")]
    public static Task<FieldResult<NoticePreferencesNode>> SaveNoticePreferencesAsync(
        IReadOnlyList<NoticeGroup>? mailOff, string? quietFrom, string? quietTo, IReadOnlyList<DayOfWeek>? quietDays, bool? digestByMail,
        int? expectedVersion, Guid? clientId, UseCases useCases, Refusals refusals, INoticeReader reader, CancellationToken cancellationToken)
    {
        var (from, to) = (Time(quietFrom), Time(quietTo));
        if (quietFrom is not null && from is null || quietTo is not null && to is null)
        {
            var field = quietFrom is not null && from is null ? "quietFrom" : "quietTo";
            FieldResult<NoticePreferencesNode> refused = refusals.Failure(Refusal.Invalid(field, "quietTimeInvalid"));
            return Task.FromResult(refused);
        }

        var chosen = new SaveNoticePreferences(mailOff ?? [], from, to, quietDays ?? [], digestByMail ?? true)
        {
            ExpectedVersion = expectedVersion, ClientId = clientId,
        };
        return useCases.Do(
            chosen, async made => new NoticePreferencesNode((await reader.FindPreferences(made.Id, cancellationToken))!), cancellationToken);
    }

    [GraphQLDescription("A new address of the caller's calendar feed, shown this once; the one before is no longer answered.")]
    public static Task<FieldResult<CalendarAddress>> NewCalendarLinkAsync(
        Guid? clientId, UseCases useCases, IHttpContextAccessor http, KaizenSettings settings, ICurrentActor current,
        CancellationToken cancellationToken)
    {
        var token = NewToken(current.Actor.PersonId, clientId);
        var request = http.HttpContext!.Request;
        var address = settings.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return useCases.Do(
            new NewCalendarLink(KnownTokens.Hash(token)) { ClientId = clientId }, _ => Task.FromResult(new CalendarAddress($"{address}/calendar/{token}.ics")),
            cancellationToken);
    }

    [GraphQLDescription("Tries again what was given up.")]
    public static Task<FieldResult<RetriedItems>> RetryOutboxAsync(
        IReadOnlyList<Guid> ids, Guid? clientId, UseCases useCases, INoticeReader reader, NoticeTexts texts, IDirectory directory,
        ICurrentActor current, CancellationToken cancellationToken) =>
        useCases.Do(
            new RetryOutbox(ids) { ClientId = clientId },
            async made =>
            {
                var picture = await directory.Current(cancellationToken);
                var items = new List<OutboxItemNode>();
                foreach (var id in made.Ids)
                {
                    items.Add(new((await reader.FindItem(id, cancellationToken))!, texts, picture, current.Actor.Language));
                }

                return new RetriedItems(items);
            },
            cancellationToken);

    /// <summary>Whoever lost the answer and asks again, under the same client id, gets the same one.</summary>
    private static string NewToken(Guid? personId, Guid? clientId) => Convert.ToHexStringLower(clientId is { } asked
        ? HMACSHA256.HashData(TokenKey, (byte[])[.. (personId ?? Guid.Empty).ToByteArray(), .. asked.ToByteArray()])[..TokenBytes]
        : RandomNumberGenerator.GetBytes(TokenBytes));

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>How many notices are left to read.</summary>
[PayloadType]
public sealed record UnreadCount(int? Unread);

/// <summary>Where a calendar program finds the feed.</summary>
[PayloadType]
public sealed record CalendarAddress(string? Url);

/// <summary>What is tried again.</summary>
[PayloadType]
public sealed record RetriedItems(IReadOnlyList<OutboxItemNode>? Items);
