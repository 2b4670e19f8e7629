using System.Text;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Shared;

public sealed class AttachmentTypeTests
{
    public static TheoryData<byte[], string?> Files => new()
    {
        { [0xFF, 0xD8, 0xFF, 0xDB], "image/jpeg" },
        { [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0], "image/png" },
        { [.. "GIF89a"u8, 0], "image/gif" },
        { [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8], "image/webp" },
        { [.. "%PDF-1.7"u8], "application/pdf" },
        { Encoding.UTF8.GetBytes("Repère ; quantité\nFAI-081 ; 12"), "text/plain" },
        { Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), "text/plain" },
        { [.. "PK"u8, 3, 4, 0, 0], null },
        { Encoding.Latin1.GetBytes("Repère"), null },
        { [], null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_what_its_first_bytes_say(byte[] content, string? mediaType) => Assert.Equal(mediaType, AttachmentType.Of(content));
}
