using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The facts of an event as a notice keeps them: a JSON object, codes as the API spells them, what is unknown left out.</summary>
public static class NoticeFacts
{
    /// <summary>Stands for the place of what lies in the stores as a whole.</summary>
    public const string Stores = "STORES";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static string Write(IReadOnlyDictionary<string, object?> facts) =>
        JsonSerializer.Serialize(facts.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), Json);

    /// <summary>Which alert, what is wrong, how bad, where; and more.</summary>
    public static Dictionary<string, object?> Of(
        Alert alert, OrganisationPicture organisation, Product? product, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = alert.Number,
            ["kind"] = alert.Kind,
            ["severity"] = alert.Severity,
            ["where"] = Where(organisation.Name(alert.PlaceId)?.Name, product?.Name),
        };
        foreach (var (name, value) in more)
        {
            facts[name] = value;
        }

        return facts;
    }

    /// <summary>The place (none: the stores), and the product when there is one.</summary>
    public static string[] Where(string? place, string? product) => product is null ? [place ?? Stores] : [place ?? Stores, product];

    /// <summary>One thing among those of a digest: which sentence (<c>notices.line.*</c>) with which facts.</summary>
    public static IReadOnlyDictionary<string, object?> Line(string line, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { ["line"] = line };
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        return all;
    }
}
