using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Reporting;

/// <summary>Evidence as its reader says it: names of blocks, competences and criteria, and one sentence a record.</summary>
public sealed class EvidenceWords(Texts texts, Language language)
{
    public Language Language => language;

    public string Of(string key, params (string Name, object? Value)[] arguments) => texts.Of(language, "evidence." + key, arguments);

    public string Block(EvidenceBlock block) => Of("block." + (block.Code ?? "E"));

    public string Competence(string id) => Of("competence." + id);

    public string Criterion(EvidenceCriterion criterion) => Of("criterion." + criterion.Id);

    public string Role(EvidenceRole role) => Of("role." + Naming.Screaming(role));

    public string State(EvidenceState state) => Of("state." + Naming.Screaming(state));

    public string Say(EvidenceRecord record)
    {
        var facts = record.Facts;
        return Of(
            "record." + Naming.Screaming(record.Kind), ("number", record.Number), ("about", About(record)), ("step", facts.Step), ("detail", facts.Detail?.Trim(' ', '–')),
            ("amount", Amount(facts)), ("tool", Word("dysfunctions.analysis", facts.Analysis)), ("answer", Word("dysfunctions.decision", facts.Decision)),
            ("service", Word("dysfunctions.service", facts.Service)));
    }

    /// <summary>What the sentence ends with: the thing in a few words.</summary>
    private string About(EvidenceRecord record) => record.Kind switch
    {
        EvidenceKind.MovementRecorded => string.Join(
            ", ",
            ((string?[])
            [
                Word("supply.movement", record.Facts.Movement), $"{Amount(record.Facts)} {record.Title}",
                record.Facts.Detail is { } lot ? Of("lot", ("lot", lot)) : null, record.Number is { } document ? Of("document", ("document", document)) : null,
            ]).OfType<string>()),
        EvidenceKind.ShiftHandedOver or EvidenceKind.ShiftTakenOver => record.Title ?? texts.Of(language, "alerts.wholePlant"),
        _ => record.Facts.Alert is { } alert
            ? string.Join(", ", ((string?[])[texts.Of(language, "alerts.kind." + Naming.Screaming(alert)), record.Title]).OfType<string>())
            : record.Title ?? "",
    };

    private string? Word(string part, Enum? value) => value is null ? null : texts.Of(language, $"{part}.{Naming.Screaming(value)}");

    private string? Amount(EvidenceFacts facts) => facts.Amount is not { } amount ? null
        : texts.Say(language, "amount", new Dictionary<string, object?>(StringComparer.Ordinal) { ["amount"] = amount }) + (facts.Unit is null ? "" : "\u00a0" + facts.Unit);
}
