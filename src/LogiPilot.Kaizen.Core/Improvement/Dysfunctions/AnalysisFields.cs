using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Each kind of analysis as the field that it is in a method, so that its value is checked and drawn in the same way.</summary>
public static class AnalysisFields
{
    private static readonly FieldColumn[] Opinions =
    [
        Column("who", "Qui", "Who"), Column("what", "Ce qu’en dit la personne", "What the person says"),
        new("when", new("Quand", "When"), FieldType.Date),
    ];

    private static readonly FieldColumn[] IsIsNot =
    [
        Column("question", "Question", "Question"), Column("is", "Est", "Is"), Column("isNot", "N’est pas", "Is not"),
        Column("distinction", "Ce qui distingue", "Distinction", required: false),
    ];

    public static FieldDefinition Of(AnalysisKind kind) => kind switch
    {
        AnalysisKind.FiveWhy => Field("whys", "5 pourquoi", "5 whys", FieldType.Tree),
        AnalysisKind.Ishikawa => Field("ishikawa", "Ishikawa (6M)", "Ishikawa (6M)", FieldType.Ishikawa),
        AnalysisKind.Qqoqccp => Field("qqoqccp", "QQOQCCP", "5W2H", FieldType.Qqoqccp),
        AnalysisKind.Pareto => Field("pareto", "Pareto des alertes", "Pareto of the alerts", FieldType.Pareto),
        AnalysisKind.Risks => Field("risks", "Risques", "Risks", FieldType.Risks),
        AnalysisKind.IsIsNot => Field("isIsNot", "Est / n’est pas", "Is / is not", FieldType.Table) with { Columns = IsIsNot, Drawing = "IS_IS_NOT" },
        _ => Field("opinions", "Avis recueillis", "Opinions gathered", FieldType.Table) with { Columns = Opinions },
    };

    /// <summary>What is wrong with a value of a kind; one that says nothing is no analysis.</summary>
    public static Refusal? Check(AnalysisKind kind, JsonElement value, string path) =>
        FieldValues.Check(Of(kind), value, path) ?? (SaysSomething(value) ? null : Refusal.Invalid(path, "analysisEmpty"));

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(SaysSomething),
        JsonValueKind.Object => value.EnumerateObject().Any(p => p.Name is not ("id" or "parentId" or "branch" or "family" or "verdict") && SaysSomething(p.Value)),
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Number => true,
        _ => false,
    };

    private static FieldDefinition Field(string code, string fr, string en, FieldType type) => new(code, new(fr, en), type, Required: true);

    private static FieldColumn Column(string code, string fr, string en, bool required = true) =>
        new(code, new(fr, en), FieldType.Text, Required: required);
}
