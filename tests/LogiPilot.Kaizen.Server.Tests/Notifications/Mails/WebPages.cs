using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Server.Tests.Architecture;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>The addresses that the web knows, read from its routes: each path within those of the objects around it.</summary>
internal static partial class WebPages
{
    public static IReadOnlyList<Regex> All() =>
    [
        .. Source.Files("web/src/app", ".tsx").Where(f => f.Name == "routes").SelectMany(f => Paths(f.Text))
            .Select(p => new Regex($"^/{Parameter().Replace(p, "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1))),
    ];

    private static IEnumerable<string> Paths(string source)
    {
        var around = new Stack<string>();
        foreach (Match token in Token().Matches(source))
        {
            if (token.Value == "{")
            {
                around.Push("");
            }
            else if (token.Value == "}")
            {
                around.Pop();
            }
            else
            {
                around.Pop();
                around.Push(token.Groups["path"].Value.Trim('/'));
                yield return string.Join('/', around.Reverse().Where(p => p.Length > 0));
            }
        }
    }

    [GeneratedRegex(@"path:\s*'(?<path>[^']*)'|[{}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(":[^/]+", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
