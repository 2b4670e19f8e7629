using LogiPilot.Kaizen.Server.Hosting;
using Microsoft.Extensions.Configuration;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>A wrong setting of mails stops the start by its name.</summary>
public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Host", "--Kaizen:Mail:Host=not a host", "--Kaizen:Mail:From=a@forez.fr")]
    [InlineData("From", "--Kaizen:Mail:Host=smtp.forez.fr")]
    [InlineData("From", "--Kaizen:Mail:From=Kaizen")]
    [InlineData("Port", "--Kaizen:Mail:Port=70000")]
    [InlineData("Port", "--Kaizen:Mail:Port=465", "--Kaizen:Mail:Host=smtp.forez.fr", "--Kaizen:Mail:From=a@forez.fr")]
    [InlineData("UserName", "--Kaizen:Mail:UserName=kaizen")]
    [InlineData("TimeoutSeconds", "--Kaizen:Mail:TimeoutSeconds=0")]
    public void It_is_refused_by_its_name(string name, params string[] settings)
    {
        var refused = Assert.Throws<CommandRefusedException>(() => Read(settings));

        Assert.StartsWith($"Correct the setting Kaizen:Mail:{name}: it must be ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_is_taken_from_the_environment_alone_and_never_repeated()
    {
        var refused = Assert.Throws<CommandRefusedException>(() => Read(["--Kaizen:Mail:UserName=kaizen", "--Kaizen:Mail:Password=open sesame"]));

        Assert.Contains("Kaizen__Mail__Password", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", refused.Message, StringComparison.Ordinal);
    }

    private static KaizenSettings Read(string[] settings) =>
        KaizenSettings.Read(new ConfigurationBuilder().AddCommandLine(settings).Build());
}
