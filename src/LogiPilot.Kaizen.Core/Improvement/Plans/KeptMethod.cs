using System.Security.Cryptography;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A method's definition as plans follow it, kept once however many do; the key is the hash of its text.</summary>
public sealed record KeptMethod(string Key, string Code, MethodDefinition Definition)
{
    public static KeptMethod Of(MethodDefinition definition) => new(KeyOf(definition), definition.Code, definition);

    public static string KeyOf(MethodDefinition definition) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(definition)).AsSpan(0, 16));
}
