using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Server.Tests.Architecture;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>The addresses that the web knows, read from its routes.</summary>
internal static partial class WebPages
{
    public static IReadOnlyList<Regex> All()
    {
        var pages = new List<string> { "", "desk" };
        foreach (var file in Source.Files("web/src/app", ".tsx").Where(f => f.Name.Contains("routes", StringComparison.Ordinal)))
        {
            var shell = file.Path.Contains("/desk/", StringComparison.Ordinal) ? "desk/" : "";
            pages.AddRange(Route().Matches(file.Text).Select(m => m.Groups["path"].Value).Where(p => p is not ("desk" or "/")).Select(p => shell + p));
        }

        return [.. pages.Select(p => new Regex($"^/{Parameter().Replace(p, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1)))];
    }

    [GeneratedRegex(@"path:\s*'(?<path>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();

    [GeneratedRegex(":[^/]+", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
