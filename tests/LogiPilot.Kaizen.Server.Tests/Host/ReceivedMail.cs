using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>A mail as its reader's program sees it: headers unfolded and decoded, the two bodies decoded. Read from what was really sent.</summary>
public sealed partial class ReceivedMail
{
    private ReceivedMail(IReadOnlyList<(string Name, string Value)> headers, string text, string html) =>
        (Headers, Text, Html) = (headers, text, html);

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public string Text { get; }

    public string Html { get; }

    public string Subject => this["Subject"]!;

    public string MessageId => this["Message-ID"]!;

    public string? this[string header] => Headers.Where(h => string.Equals(h.Name, header, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).SingleOrDefault();

    /// <summary>What lies in a pickup folder, oldest first.</summary>
    public static List<ReceivedMail> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(f => Read(File.ReadAllText(f)))]
        : [];

    public static ReceivedMail Read(string source)
    {
        var (headers, body) = Split(source.ReplaceLineEndings("\n"));
        var boundary = Boundary().Match(headers.Single(h => Is(h.Name, "Content-Type")).Value).Groups["boundary"].Value;
        var parts = body.Split("--" + boundary)[1..^1].Select(p => Split(p.TrimStart('\n'))).ToList();
        return new(
            [.. headers.Select(h => (h.Name, Decode(h.Value)))], Body(parts.Single(p => IsType(p.Headers, "text/plain"))),
            Body(parts.Single(p => IsType(p.Headers, "text/html"))));
    }

    private static (List<(string Name, string Value)> Headers, string Body) Split(string source)
    {
        var end = source.IndexOf("\n\n", StringComparison.Ordinal);
        var unfolded = Fold().Replace(source[..end], " ");
        return ([.. unfolded.Split('\n').Select(l => l.Split(':', 2)).Select(h => (h[0], h[1].Trim()))], source[(end + 2)..]);
    }

    private static string Body((List<(string Name, string Value)> Headers, string Body) part)
    {
        Assert.Equal("quoted-printable", part.Headers.Single(h => Is(h.Name, "Content-Transfer-Encoding")).Value);
        Assert.Contains("utf-8", part.Headers.Single(h => Is(h.Name, "Content-Type")).Value, StringComparison.Ordinal);
        return Unquote(SoftBreak().Replace(part.Body, "")).TrimEnd('\n') + "\n";
    }

    private static string Unquote(string quoted)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '=')
            {
                bytes.Add(byte.Parse(quoted.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add(checked((byte)quoted[i]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).ReplaceLineEndings("\n");
    }

    /// <summary>RFC 2047: words that follow each other are one text, and a letter may be cut between them.</summary>
    private static string Decode(string value) => Words().Replace(value, run => Encoding.UTF8.GetString(
        [.. Word().Matches(run.Value).SelectMany(w => w.Groups["how"].Value is "B" or "b"
            ? Convert.FromBase64String(w.Groups["text"].Value)
            : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes(w.Groups["text"].Value.Replace('_', ' ')))))]));

    private static byte[] Bytes(string quoted) => [.. Hex().Replace(quoted, m => ((char)byte.Parse(m.Value.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()).Select(c => (byte)c)];

    private static bool IsType(List<(string Name, string Value)> headers, string type) =>
        headers.Any(h => Is(h.Name, "Content-Type") && h.Value.StartsWith(type, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\n", RegexOptions.None, 1000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"=\?[\w-]+\?[bBqQ]\?[^?]*\?=(\s+=\?[\w-]+\?[bBqQ]\?[^?]*\?=)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?[\w-]+\?(?<how>[bBqQ])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("=[0-9A-Fa-f]{2}", RegexOptions.None, 1000)]
    private static partial Regex Hex();
}
