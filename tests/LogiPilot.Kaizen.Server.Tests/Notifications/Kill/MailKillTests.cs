namespace LogiPilot.Kaizen.Server.Tests.Notifications.Kill;

/// <summary>A seeded tenth of the long run.</summary>
public sealed class MailKillTests
{
    [Fact]
    public async Task Whoever_is_killed_while_alerts_escalate_every_mail_arrives_at_whom_it_is_for_and_twice_at_most_once_a_kill()
    {
        var findings = await MailKillRun.Run(kills: 5, alerts: 100, seed: 2026);

        Assert.Empty(findings.Wrong);
        Assert.Equal((findings.Expected, findings.Expected), (findings.Told, findings.Arrived));
        Assert.InRange(findings.Duplicates, 0, findings.Kills);
        Assert.True(findings.Troubles > 20, $"Only {findings.Troubles} mails were refused or dropped.");
    }
}
