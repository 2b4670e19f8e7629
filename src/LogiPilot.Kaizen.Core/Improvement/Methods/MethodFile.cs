using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>What is wrong in a method's file: the line, and a refusal whose field is the path and whose sentence says what to do.</summary>
public sealed record MethodFault(int Line, Refusal Why)
{
    public string Path => Why.Field ?? "";
}

/// <summary>A method's file as it was read: the method, or everything that is wrong with it.</summary>
public sealed record MethodReading(MethodDefinition? Method, IReadOnlyList<MethodFault> Faults);

/// <summary>
/// Reads a method from its file (JSON; format in <c>docs/methods-file.md</c>): checks codes, types, the rules of the gates with their
/// arguments and every reference, and names all faults at once.
/// </summary>
public static class MethodFile
{
    public const int LargestFile = 1_000_000;

    /// <param name="plants">The codes of the plants that it may name; null: whatever it names.</param>
    public static MethodReading Read(ReadOnlyMemory<byte> file, IReadOnlyCollection<string>? plants = null)
    {
        if (file.Length > LargestFile)
        {
            return new MethodReading(null, [new(1, Refusal.Invalid("", "methodFileTooLarge", ("most", LargestFile)))]);
        }

        try
        {
            var json = Unmarked(file);
            var lines = new JsonLines(json.Span);
            using var document = JsonDocument.Parse(json);
            var reading = new CheckedJson();
            var method = new MethodReader().Read(reading.Root(document.RootElement), plants);
            return reading.Faults is { Count: > 0 } faults
                ? new MethodReading(null, [.. faults.Select(f => new MethodFault(lines.Of(f.Field!), f)).OrderBy(f => f.Line)])
                : new MethodReading(method, []);
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            return new MethodReading(null, [new(line, Refusal.Invalid("", "methodJson", ("column", (broken.BytePositionInLine ?? 0) + 1)))]);
        }
    }

    /// <summary>Without the mark that some editors write before UTF-8.</summary>
    private static ReadOnlyMemory<byte> Unmarked(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith("\uFEFF"u8) ? file["\uFEFF"u8.Length..] : file;
}
