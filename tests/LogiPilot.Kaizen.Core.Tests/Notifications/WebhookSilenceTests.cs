using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Notifications;

public sealed class WebhookSilenceTests
{
    private readonly AlertWorld _world = new();
    private readonly Guid _webhook = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task After_the_twelfth_silence_in_a_row_what_waits_is_given_up_and_an_answer_of_any_kind_begins_anew()
    {
        var (tried, waiting) = (Row("a"), Row("b"));
        for (var silence = 1; silence < OutboxItem.MostAttempts; silence++)
        {
            await Call(tried, isSilent: true);
        }

        await Call(tried, isSilent: false);
        Assert.Null(await _world.Notices.Webhooks.SilenceOf(_webhook, default));
        for (var silence = 1; silence <= OutboxItem.MostAttempts; silence++)
        {
            Assert.Equal(OutboxState.Waiting, waiting.State);
            await Call(Row($"{silence}"), isSilent: true);
        }

        Assert.Equal((OutboxState.Dead, "No answer"), (waiting.State, waiting.LastError));
        Assert.Single(_world.Log.All.OfType<SendingGivenUp>(), g => g.Error == "No answer");
    }

    private OutboxItem Row(string key)
    {
        var row = OutboxItem.ForWebhook(
            _webhook, "https://forez.fr/sms",
            new NoticeEvent(
                _world.Plant.Id, key, NoticeKind.AlertCalled, Guid.Empty, [], NoticeEvent.ToOne, new Dictionary<string, object?>(StringComparer.Ordinal)),
            "{}", _world.Now);
        _world.Notices.Outbox.Add(row);
        return row;
    }

    private async Task Call(OutboxItem row, bool isSilent)
    {
        row.Claim(_world.Now, TimeSpan.FromMinutes(5), "forez.fr");
        var record = new RecordOutboxResult(row.Id, row.Version, isSilent ? "No answer" : "HTTP 503", IsSilent: isSilent);
        Assert.Equal(1, (await _world.Send(Actor.System, record)).Value);
    }
}
