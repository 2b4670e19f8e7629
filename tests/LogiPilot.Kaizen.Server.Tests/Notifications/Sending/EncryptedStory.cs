using System.Net.Http.Headers;
using System.Text;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Sending;

/// <summary>The whole server as a process of its own signs in to an SMTP server over STARTTLS, and its password is shown nowhere.</summary>
public sealed class EncryptedStory
{
    private const string Password = "sesame-ouvre-toi-2026";

    [Fact]
    public async Task A_mail_goes_encrypted_after_signing_in_and_waits_when_the_password_is_wrong_and_no_password_is_shown()
    {
        var (key, certificate) = Certificates.Make("localhost");
        await using var smtp = await SmtpPeer.Start(key: key, cert: certificate, user: "kaizen", password: Password);
        await using var world = await MailWorld.Start(["Lena"]);
        var token = await world.Host.AddToken("press", Role.Admin);
        await world.Host.Stop();
        var trusted = Path.Combine(world.Host.Folder, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate);

        var refused = await Serve(world, smtp, token, trusted, "wrong-" + Password, async () =>
        {
            var tried = await smtp.Next("auth");
            Assert.Equal(("kaizen", false, true), (tried.GetProperty("user").GetString(), tried.GetProperty("right").GetBoolean(), tried.GetProperty("encrypted").GetBoolean()));
            await Task.Delay(1000);
        });
        Assert.Contains("was not sent at attempt 1", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(smtp.Happened(), e => e.GetProperty("event").GetString() == "mail");

        var taken = await Serve(world, smtp, token, trusted, Password, async () =>
        {
            var mail = await smtp.Next("mail");
            Assert.True(mail.GetProperty("encrypted").GetBoolean());
            Assert.Equal(MailWorld.Address("Lena"), mail.GetProperty("to")[0].GetString());
        });
        var kept = Directory.EnumerateFiles(world.Host.Folder, "kaizen.db*").Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f)));
        Assert.All([refused, taken, .. kept], text =>
        {
            Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), text, StringComparison.Ordinal);
        });
    }

    /// <summary>Serves, tells Lena of an alert, waits until something has happened, and answers with all that the process said.</summary>
    private static async Task<string> Serve(MailWorld world, SmtpPeer smtp, string token, string trusted, string password, Func<Task> until)
    {
        using var http = new HttpClient { BaseAddress = ServerProcess.FreeAddress() };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        string[] arguments =
        [
            typeof(Program).Assembly.Location, "serve", "--data", world.Host.Folder, "--urls", http.BaseAddress.ToString().TrimEnd('/'), "--demo", "false",
            "--Kaizen:Mail:UserName=kaizen", "--Logging:LogLevel:Default=Trace", .. smtp.Settings,
        ];
        await using var server = await ServerProcess.Start(arguments, http, ("Kaizen__Mail__Password", password), ("SSL_CERT_FILE", trusted));
        await world.Tell("Lena", new KaizenClient(http));
        await until();
        return await server.Kill();
    }
}
