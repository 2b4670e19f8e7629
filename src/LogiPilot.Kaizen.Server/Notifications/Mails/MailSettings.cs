using System.Net.Mail;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>
/// How mails leave, section <c>Kaizen:Mail</c>: by the SMTP server named, else as files in the pickup folder <c>mail</c> of the data
/// folder. The password comes from the environment alone (<c>Kaizen__Mail__Password</c>) and is shown nowhere.
/// </summary>
public sealed class MailSettings
{
    private const string NoHost = "localhost";
    private const int Submission = 587;
    private const int ImplicitTls = 465;

    /// <summary>Name of the SMTP server; without one, mails are files.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = Submission;

    /// <summary>Who mails come from: an address, or a name with one; the part after its @ also names our Message-IDs.</summary>
    public string? From { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Encrypt by STARTTLS, and refuse a server that does not offer it.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>How long one mail may take.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    public bool UsesPickup => Host is null;

    public MailAddress Sender => MailAddress.TryCreate(From ?? $"LogiPilot Kaizen <kaizen@{NoHost}>", out var sender)
        ? sender
        : throw new InvalidOperationException("The sender was checked at the start.");

    public string MessageHost => Sender.Host;

    /// <summary>What is wrong: the name of the setting and what it must be; null when nothing is.</summary>
    public (string Name, string Expected)? Wrong() =>
        Host is not null && Uri.CheckHostName(Host) == UriHostNameType.Unknown ? (nameof(Host), "the name of an SMTP server")
        : Port is < 1 or > ushort.MaxValue ? (nameof(Port), "between 1 and 65535")
        : Port == ImplicitTls
            ? (nameof(Port), $"{Submission}, with STARTTLS: {ImplicitTls} encrypts before anything is said (implicit TLS), which is not supported")
        : Host is not null && From is null ? (nameof(From), "given with a server: the address that mails come from")
        : From is not null && !MailAddress.TryCreate(From, out _) ? (nameof(From), "a mail address")
        : UserName is null != Password is null ? (nameof(UserName), "given together with the password (Kaizen__Mail__Password)")
        : UserName is not null && !StartTls ? (nameof(StartTls), "true with a user name, for the password would be readable on its way")
        : TimeoutSeconds is < 1 or > 240 ? (nameof(TimeoutSeconds), "between 1 and 240")
        : null;
}
