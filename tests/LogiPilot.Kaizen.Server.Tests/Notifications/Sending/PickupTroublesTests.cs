using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Mails;
using LogiPilot.Kaizen.Server.Notifications.Sending;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Sending;

/// <summary>What a mail must survive: a server that died while it was written, and names that are no names.</summary>
public sealed class PickupTroublesTests : IDisposable
{
    private readonly DataFolder _data = new(new KaizenSettings
    {
        Data = Path.Combine(Path.GetTempPath(), "kaizen-tests", Path.GetRandomFileName()),
    });

    public void Dispose() => Directory.Delete(_data.Path, recursive: true);

    [Fact]
    public async Task A_mail_whose_writing_was_cut_short_is_written_whole_the_next_time()
    {
        var mail = To("Lena", "Panne");
        var half = Path.Combine(_data.File("mail"), $"{mail.Id:N}.writing");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "half.eml"), "X-Sender: half");

        Assert.Equal(SendEnd.Sent, (await new PickupFolder(_data, new MailSettings()).Send(mail, default)).End);

        Assert.Equal("Panne", Assert.Single(ReceivedMail.In(_data.File("mail"))).Subject);
        Assert.Single(Directory.GetFileSystemEntries(_data.File("mail")));
    }

    [Theory]
    [InlineData("Lena\r\nBcc: eve@roa.fr", "Panne")]
    [InlineData("Lena", "Panne\r\nBcc: eve@roa.fr")]
    [InlineData("Lena", "Panne\u0085Bcc: eve@roa.fr\u0000")]
    [InlineData("Lena \"la grande\" <eve@roa.fr>,", "Panne")]
    [InlineData("Léna\\", "Panne 🚨")]
    public async Task Names_and_subjects_stay_on_their_line_and_the_mail_goes_to_nobody_else(string name, string subject)
    {
        await new PickupFolder(_data, new MailSettings()).Send(To(name, subject), default);

        var written = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_data.File("mail"), "*.eml")));
        var mail = ReceivedMail.Read(written);
        Assert.Null(mail["Bcc"]);
        Assert.EndsWith("<lena@roa.fr>", mail["To"], StringComparison.Ordinal);
        Assert.DoesNotContain(written, c => char.IsControl(c) && c is not ('\r' or '\n'));
        Assert.StartsWith("Panne", mail.Subject, StringComparison.Ordinal);
    }

    private static Mail To(string name, string subject) => new(
        Guid.CreateVersion7(), "<1@roa.fr>", null, "lena@roa.fr", name, DateTimeOffset.UnixEpoch, false,
        new(Language.Fr, subject, "Prenez-la", null, [], [], new("Ouvrir", "http://roa.fr/1"), new("Choisir", "http://roa.fr/2"), "Usine ROA"));
}
