using System.Text;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>
/// What a file is by its first bytes, whatever its name or its sender says: photographs, PDF and plain text are taken, nothing that a
/// browser would run.
/// </summary>
public static class AttachmentType
{
    private const int Looked = 4096;

    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [] => null,
        _ => IsText(content) ? "text/plain" : null,
    };

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, Looked)];
        return !head.ContainsAnyInRange((byte)0, (byte)8) && (content.Length > Looked || IsUtf8(head));
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
