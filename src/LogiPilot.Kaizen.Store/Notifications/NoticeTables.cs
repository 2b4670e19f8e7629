using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Notifications;

internal static class NoticeTables
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Notice>("notices"),
        new TableMap<OutboxItem>("outbox"),
        new TableMap<NoticePreferences>("notice_preferences", nameof(NoticePreferences.PersonId)),
        new TableMap<CalendarLink>("calendar_links"),
        new TableMap<Webhook>("webhooks"),
        new TableMap<WebhookSilence>("webhook_silences", nameof(WebhookSilence.WebhookId)),
    ];
}
