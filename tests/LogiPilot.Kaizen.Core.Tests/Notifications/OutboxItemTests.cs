using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class OutboxItemTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_failing_mail_is_tried_twelve_times_each_pause_twice_as_long_up_to_an_hour()
    {
        var mail = Mail();
        var pauses = new List<double>();
        while (mail.State == OutboxState.Waiting)
        {
            var now = mail.DueAt!.Value;
            mail.Claim(now, TimeSpan.FromMinutes(2), "forez.fr");
            mail.Fail("450 busy", isFinal: false, jitter: 0, now);
            pauses.Add((mail.DueAt - now)?.TotalSeconds ?? 0);
        }

        Assert.Equal([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 0], pauses);
        Assert.Equal((OutboxState.Dead, 12, "450 busy"), (mail.State, mail.Attempts, mail.LastError));
        Assert.Equal($"<{mail.Id:N}@forez.fr>", mail.MessageId);
    }

    [Fact]
    public void Jitter_only_shortens_a_pause_by_a_quarter_at_most()
    {
        var mail = Mail();
        mail.Claim(Start, TimeSpan.FromMinutes(2), "forez.fr");
        mail.Fail("450 busy", isFinal: false, jitter: 1, Start);

        Assert.Equal(Start.AddSeconds(22.5), mail.DueAt);
    }

    [Fact]
    public void What_is_refused_for_good_is_given_up_at_once_and_begins_anew_when_it_is_retried()
    {
        var mail = Mail();
        mail.Claim(Start, TimeSpan.FromMinutes(2), "forez.fr");
        mail.Fail("550 no such user", isFinal: true, 0, Start);
        var messageId = mail.MessageId;
        Assert.Equal((OutboxState.Dead, null), (mail.State, mail.DueAt));

        Assert.Null(mail.Retry(Start.AddHours(1)));
        mail.Claim(Start.AddHours(1), TimeSpan.FromMinutes(2), "forez.fr");

        Assert.Equal((OutboxState.Sending, 1, messageId), (mail.State, mail.Attempts, mail.MessageId));
        Assert.Equal("outboxNotDead", mail.Retry(Start)?.Reason);
    }

    private static OutboxItem Mail() => OutboxItem.For(
        Notice.To(
            Guid.CreateVersion7(Start),
            new NoticeEvent(Guid.Empty, "call:1", NoticeKind.AlertCalled, Guid.Empty, [], NoticeEvent.ToOne, new Dictionary<string, object?>(StringComparer.Ordinal)),
            "{}", Start),
        NoticeChannel.Mail, "lena@forez.fr", null);
}
