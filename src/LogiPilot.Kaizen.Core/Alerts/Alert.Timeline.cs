using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>The timeline: every step is an entry.</content>
public sealed partial class Alert
{
    private static readonly JsonSerializerOptions FactsJson = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    private void Step(
        TimelineKind kind, Report report, string? comment = null, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        if (_newEntries.Count == 0)
        {
            Version++;
        }

        NoteTurn(kind, report.OccurredAt);
        Enter(kind, report, comment, facts);
    }

    private void Enter(
        TimelineKind kind, Report report, string? comment, ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            if (value is not null)
            {
                known[name] = value;
            }
        }

        var json = known.Count > 0 ? JsonSerializer.Serialize(known, FactsJson) : null;
        _newEntries.Add(new TimelineEntry(
            Guid.CreateVersion7(report.RecordedAt), Id, kind, report.ById, report.OccurredAt, report.RecordedAt, comment, json, Version));
    }
}
