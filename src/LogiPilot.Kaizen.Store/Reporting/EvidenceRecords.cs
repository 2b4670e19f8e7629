using System.Data.Common;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Reporting;

/// <inheritdoc cref="IEvidenceRecords"/>
public sealed class EvidenceRecords(StoreSession session) : IEvidenceRecords
{
    private static readonly Dictionary<string, EvidenceKind> Kinds = Names<EvidenceKind>();
    private static readonly Dictionary<string, EvidenceTopic> Topics = Names<EvidenceTopic>();
    private static readonly Dictionary<string, AlertKind> Alerts = Names<AlertKind>();
    private static readonly Dictionary<string, MovementKind> Movements = Names<MovementKind>();
    private static readonly Dictionary<string, AnalysisKind> Analyses = Names<AnalysisKind>();
    private static readonly Dictionary<string, SupportService> Services = Names<SupportService>();
    private static readonly Dictionary<string, DecisionKind> Decisions = Names<DecisionKind>();

    public Task<IReadOnlyList<EvidenceRecord>> Of(
        Guid personId, IReadOnlyCollection<Guid>? plantIds, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var found = new List<EvidenceRecord>();
        foreach (var question in EvidenceQuestions.All)
        {
            found.AddRange(session.Reading.Rows(
                question, Read, ("person", personId), ("plants", plantIds is null ? null : Columns.FromIds(plantIds)), ("from", from), ("to", to)));
        }

        return Task.FromResult<IReadOnlyList<EvidenceRecord>>(found);
    }

    private static EvidenceRecord Read(DbDataReader row)
    {
        var kind = Kinds[row.GetString(0)];
        var variant = Text(row, 6);
        var facts = new EvidenceFacts(
            Step: Step(Text(row, 7)), Detail: Text(row, 8), Amount: row.IsDBNull(9) ? null : Columns.ToQuantity(row.GetInt64(9)), Unit: Text(row, 10));
        return new(
            kind, Columns.ToInstant(row.GetInt64(1)), Topics[row.GetString(2)], row.GetGuid(3), Text(row, 4), Text(row, 5),
            variant is null ? facts : kind switch
            {
                EvidenceKind.MovementRecorded => facts with { Movement = Movements[variant] },
                EvidenceKind.AnalysisMade => facts with { Analysis = Analyses[variant] },
                EvidenceKind.ReferralAsked or EvidenceKind.ReferralAnswered => facts with { Service = Services[variant] },
                EvidenceKind.ProposalDecided => facts with { Decision = Decisions[variant] },
                _ => facts with { Alert = Alerts[variant] },
            });
    }

    /// <summary>A step that the plan's method names, in both languages.</summary>
    private static Bilingual? Step(string? named) => named is null ? null
        : named.StartsWith('{') ? JsonSerializer.Deserialize<Bilingual>(named, Columns.Json)
        : new(named, named);

    private static string? Text(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static Dictionary<string, TEnum> Names<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()), StringComparer.Ordinal);
}
