using System.Runtime.CompilerServices;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>
/// Compares a text with the committed <c>NAME.verified.EXT</c> beside the test. Where they differ it writes <c>NAME.received.EXT</c>: look
/// at the difference and, when it is wanted, replace the verified file by it.
/// </summary>
public static class Snapshot
{
    public static void Verify(string text, string name, string extension, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        var actual = Lines(text);
        var expected = File.Exists(verified) ? Lines(File.ReadAllText(verified)) : [];
        if (actual.SequenceEqual(expected, StringComparer.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, string.Join('\n', actual) + "\n");
        Assert.Fail($"{name} is not what was verified. Compare {received} with {verified}.\n{FirstDifference(expected, actual)}");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string FirstDifference(string[] expected, string[] actual)
    {
        var line = Enumerable.Range(0, Math.Max(expected.Length, actual.Length))
            .First(i => !string.Equals(expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i), StringComparison.Ordinal));
        return $"Line {line + 1}:\n- {expected.ElementAtOrDefault(line)}\n+ {actual.ElementAtOrDefault(line)}";
    }
}
