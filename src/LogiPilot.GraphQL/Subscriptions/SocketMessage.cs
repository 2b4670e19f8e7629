using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Http;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>A message of a <c>graphql-transport-ws</c> client; what the protocol does not know is refused.</summary>
internal readonly record struct SocketMessage(string Type, string Id, JsonElement Payload)
{
    private const int MaxReason = 123;

    public static SocketMessage Read(ReadOnlyMemory<byte> bytes)
    {
        var root = Parse(bytes);
        if (root.ValueKind != JsonValueKind.Object) throw Refused("it is no JSON object");
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) throw Refused("it has no \"type\"");
        var payload = root.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? given : default;
        var name = type.GetString()!;
        switch (name)
        {
            case "connection_init" or "ping" or "pong":
                if (payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) throw Refused($"the payload of \"{name}\" is no object");
                return new(name, "", payload);
            case "subscribe":
                if (payload.ValueKind != JsonValueKind.Object) throw Refused("\"subscribe\" has no payload");
                return new(name, IdOf(root, name), payload);
            case "complete":
                return new(name, IdOf(root, name), default);
            default:
                throw Refused($"\"{name}\" is no type of a client's message");
        }
    }

    /// <summary>A reason as long as a close frame can hold, in whole characters.</summary>
    public static string Reason(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MaxReason) return text;
        var kept = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > MaxReason - 3) break;
            kept.Append(rune);
        }
        return kept.Append('…').ToString();
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            ReceivedBody.RequireText(new(bytes));
            var reader = new Utf8JsonReader(bytes.Span);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            throw Refused("it is not JSON");
        }
    }

    private static string IdOf(JsonElement root, string type) =>
        root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw Refused($"\"{type}\" has no \"id\"");

    private static RequestRefusedException Refused(string reason) => new(400, reason);
}
