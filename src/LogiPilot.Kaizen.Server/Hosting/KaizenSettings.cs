using LogiPilot.Kaizen.Server.Notifications.Mails;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// Every setting of the server, section <c>Kaizen</c>: from appsettings.json, the environment (<c>Kaizen__SweepSeconds=5</c>) or
/// arguments (<c>--Kaizen:SweepSeconds=5</c>). A wrong or unknown one is refused at the start, by its name.
/// </summary>
public sealed class KaizenSettings
{
    public const string Section = "Kaizen";

    /// <summary>Folder of the database, the keys of the session cookies and the mails.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Load the demo plant into an empty database and keep it alive.</summary>
    public bool Demo { get; set; }

    /// <summary>Address people open, printed on QR labels; without it, the address of the request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Largest body of a request, in MiB.</summary>
    public int MaxBodyMegabytes { get; set; } = 8;

    /// <summary>How often what time alone changes is looked at.</summary>
    public int SweepSeconds { get; set; } = 5;

    /// <summary>Days a session lasts without being used; that of a screen lasts a year.</summary>
    public int SessionDays { get; set; } = 30;

    /// <summary>Limit the requests of each caller.</summary>
    public bool LimitRates { get; set; } = true;

    /// <summary>Requests a caller may make in a minute.</summary>
    public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>Sign-ins tried in a minute from one address.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Addresses of reverse proxies whose X-Forwarded headers are believed, separated by commas; none by default.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>How mails leave.</summary>
    public MailSettings Mail { get; set; } = new();

    /// <exception cref="CommandRefusedException">A setting is wrong; the message names it.</exception>
    public static KaizenSettings Read(IConfiguration configuration)
    {
        var settings = new KaizenSettings();
        RequireSecrecy(configuration, $"{Section}:{nameof(Mail)}:{nameof(MailSettings.Password)}");
        try
        {
            configuration.GetSection(Section).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException wrong)
        {
            throw new CommandRefusedException($"Correct the setting: {wrong.Message}");
        }

        settings.Validate();
        return settings;
    }

    private void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Data), nameof(Data), "a folder");
        Require(MaxBodyMegabytes is >= 1 and <= 1024, nameof(MaxBodyMegabytes), "between 1 and 1024");
        Require(SweepSeconds is >= 1 and <= 3600, nameof(SweepSeconds), "between 1 and 3600");
        Require(SessionDays is >= 1 and <= 365, nameof(SessionDays), "between 1 and 365");
        Require(RequestsPerMinute > 0, nameof(RequestsPerMinute), "above 0");
        Require(SignInsPerMinute > 0, nameof(SignInsPerMinute), "above 0");
        Require(
            PublicUrl is null || (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
            nameof(PublicUrl), "an http or https address");
        Require(Proxies().All(p => p is not null), nameof(TrustedProxies), "IP addresses separated by commas");
        Require(Mail.Wrong() is null, $"{nameof(Mail)}:{Mail.Wrong()?.Name}", Mail.Wrong()?.Expected ?? "");
    }

    /// <summary>The trusted proxies; null where one is no address.</summary>
    public IEnumerable<System.Net.IPAddress?> Proxies() =>
        (TrustedProxies ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(p => System.Net.IPAddress.TryParse(p, out var address) ? address : null);

    /// <summary>Arguments are seen by everybody on the machine, files by whoever copies them.</summary>
    private static void RequireSecrecy(IConfiguration configuration, string name)
    {
        if (configuration is IConfigurationRoot root
            && root.Providers.Any(p => p is not EnvironmentVariablesConfigurationProvider && p.TryGet(name, out _)))
        {
            throw new CommandRefusedException(
                $"Give the setting {name} by the environment alone ({name.Replace(":", "__", StringComparison.Ordinal)}).");
        }
    }

    private static void Require(bool holds, string name, string expected)
    {
        if (!holds)
        {
            throw new CommandRefusedException($"Correct the setting {Section}:{name}: it must be {expected}.");
        }
    }
}
