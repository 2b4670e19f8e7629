using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LogiPilot.Kaizen.Server.Notifications.Sending;

/// <summary>
/// Why nothing was sent, as people read it: a word of the catalogue (<c>words.error</c>) where what happened is known, what the other
/// side answered as it stands, else what the machine says of it.
/// </summary>
public static class SendTrouble
{
    public const string TimedOut = "TIMED_OUT";
    public const string ConnectionRefused = "CONNECTION_REFUSED";
    public const string NameNotFound = "NAME_NOT_FOUND";
    public const string Unreachable = "UNREACHABLE";
    public const string HungUp = "HUNG_UP";
    public const string NotEncrypted = "NOT_ENCRYPTED";
    public const string NotTrusted = "NOT_TRUSTED";
    public const string AddressInvalid = "ADDRESS_INVALID";

    /// <summary>Where .NET puts the words of a mail server, after its own.</summary>
    private const string Answered = "The server response was: ";

    /// <summary>What .NET says of a mail server that offers no STARTTLS: it has no code for it.</summary>
    private const string Unencrypted = "secure connection";

    /// <summary>With the reasons beneath: a general failure says nothing alone.</summary>
    public static string Of(Exception failure)
    {
        var said = new List<string>();
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (Known(inner) is { } known)
            {
                return known;
            }

            said.Add(inner.Message);
        }

        return string.Join(' ', said.Distinct(StringComparer.Ordinal));
    }

    private static string? Known(Exception failure) => failure switch
    {
        SmtpException refused when (int)refused.StatusCode > 0 => Answer(refused),
        SmtpException open when open.Message.Contains(Unencrypted, StringComparison.OrdinalIgnoreCase) => NotEncrypted,
        SocketException socket => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => ConnectionRefused,
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => NameNotFound,
            SocketError.TimedOut => TimedOut,
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => Unreachable,
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => HungUp,
            _ => null,
        },
        AuthenticationException => NotTrusted,
        TimeoutException or OperationCanceledException => TimedOut,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => HungUp,
        FormatException => AddressInvalid,
        _ => null,
    };

    private static string? Answer(SmtpException refused) =>
        refused.Message.IndexOf(Answered, StringComparison.Ordinal) is var at and >= 0
            ? $"{(int)refused.StatusCode} {refused.Message[(at + Answered.Length)..]}"
            : null;
}
