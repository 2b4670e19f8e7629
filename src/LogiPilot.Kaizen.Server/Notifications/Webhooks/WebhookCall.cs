using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Notifications.Webhooks;

/// <summary>
/// What a webhook receives: a JSON object, and a signature over the instant of sending and the body's bytes,
/// <c>X-Kaizen-Signature: t={unix seconds},v1={hex of HMAC-SHA256(secret, t + "." + body)}</c>, so that nobody else's call passes for ours
/// and an old one can be told. The id is the same at every attempt.
/// </summary>
public static class WebhookCall
{
    public const string SignatureHeader = "X-Kaizen-Signature";

    private const string Test = "TEST";

    public static byte[] Body(OutboxItem item, OrganisationPicture picture, NoticeTexts words, PublicAddress address)
    {
        var (french, english) = (words.Of(item, picture, Language.Fr), words.Of(item, picture, Language.En));
        return Write(item.Id, Naming.Screaming(item.Kind), item.CreatedAt, picture.Plant(item.PlantId), json =>
        {
            json.WriteBoolean("urgent", item.IsUrgent);
            WriteAlert(json, item);
            json.WriteString("link", address.Of(french.Link));
            WriteSentence(json, french.Text, english.Text);
        });
    }

    /// <summary>As a call of no event: the receiver's people see that it arrives and that its signature holds.</summary>
    public static byte[] TestBody(Webhook webhook, OrganisationPicture picture, Texts texts, DateTimeOffset now) =>
        Write(Guid.CreateVersion7(now), Test, now, picture.Plant(webhook.PlantId), json =>
        {
            json.WriteBoolean("urgent", value: false);
            json.WriteNull("alert");
            WriteSentence(json, texts.Of(Language.Fr, "webhooks.test"), texts.Of(Language.En, "webhooks.test"));
        });

    public static string Sign(string secret, byte[] body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] said = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), said);
        return $"t={time},v1={Convert.ToHexStringLower(signed)}";
    }

    private static byte[] Write(Guid id, string happened, DateTimeOffset at, Plant? plant, Action<Utf8JsonWriter> rest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("event", happened);
            json.WriteString("at", at);
            json.WriteStartObject("plant");
            json.WriteString("code", plant?.Code);
            json.WriteString("name", plant?.Name);
            json.WriteEndObject();
            rest(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The facts as they were told; null when it is about no alert.</summary>
    private static void WriteAlert(Utf8JsonWriter json, OutboxItem item)
    {
        using var facts = JsonDocument.Parse(item.Arguments);
        if (!facts.RootElement.TryGetProperty("number", out _))
        {
            json.WriteNull("alert");
            return;
        }

        json.WriteStartObject("alert");
        json.WriteString("id", item.SubjectId);
        foreach (var name in (string[])["number", "kind", "severity", "where", "level"])
        {
            if (facts.RootElement.TryGetProperty(name, out var value))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, string french, string english)
    {
        json.WriteStartObject("sentence");
        json.WriteString("fr", french);
        json.WriteString("en", english);
        json.WriteEndObject();
    }
}
