using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

internal static class AlertTables
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Alert>("alerts")
            .Computed("ProblemKey", a => KeyOf(a.PlantId, a.Key))
            .Computed("SeverityRank", a => (int)a.Severity)
            .Computed("Searched", a => Columns.Fold(a.Number + " " + a.Description)),
        new TableMap<TimelineEntry>("timeline_entries"),
        new TableMap<EscalationPolicy>("escalation_policies"),
        new TableMap<KindSetting>("kind_settings", nameof(KindSetting.PlantId), nameof(KindSetting.Kind)),
        new TableMap<Escalation>("escalations", nameof(Escalation.AlertId)),
        new TableMap<EscalationCall>(
            "escalation_calls", nameof(EscalationCall.AlertId), nameof(EscalationCall.Round), nameof(EscalationCall.Track),
            nameof(EscalationCall.Loop), nameof(EscalationCall.Level)),
        new TableMap<ShiftHandover>("handovers"),
        new TableMap<MaintenanceWindow>("maintenance_windows"),
        new TableMap<RecurrenceRule>("recurrence_rules", nameof(RecurrenceRule.PlantId), nameof(RecurrenceRule.Criterion)),
        new TableMap<Recurrence>("recurrences").Computed("Subject", r => SubjectOf(r)),
    ];

    /// <summary>What recurs, in one short column: a problem's key, or a cause.</summary>
    public static string SubjectOf(Recurrence recurrence) =>
        recurrence.Key is { } key ? KeyOf(recurrence.PlantId, key) : recurrence.CauseCode!;

    /// <summary>Plant and key in one short column, so that what is the same problem is found in one step.</summary>
    public static string KeyOf(Guid plantId, AlertKey key) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{plantId}|{key.Family}|{key.PlaceId}|{key.ProductId}|{key.SupplierOrder}"))),
        0, 16);
}
