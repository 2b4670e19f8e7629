using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// Each kind of analysis as the field that it is in a method, so that its value is checked and drawn in the same way. Its words are in the
/// catalogue: <c>dysfunctions.analysisField.CODE</c>.
/// </summary>
public static class AnalysisFields
{
    private static readonly Bilingual Unsaid = new("", "");

    /// <param name="say">The words of a code.</param>
    public static FieldDefinition Of(AnalysisKind kind, Func<string, Bilingual> say)
    {
        return kind switch
        {
            AnalysisKind.FiveWhy => Field("whys", FieldType.Tree),
            AnalysisKind.Ishikawa => Field("ishikawa", FieldType.Ishikawa),
            AnalysisKind.Qqoqccp => Field("qqoqccp", FieldType.Qqoqccp),
            AnalysisKind.Pareto => Field("pareto", FieldType.Pareto),
            AnalysisKind.Risks => Field("risks", FieldType.Risks),
            AnalysisKind.IsIsNot => Field("isIsNot", FieldType.Table) with
            {
                Columns = [Column("question"), Column("is"), Column("isNot"), Column("distinction") with { Required = false }], Drawing = "IS_IS_NOT",
            },
            _ => Field("opinions", FieldType.Table) with { Columns = [Column("who"), Column("what"), new("when", say("when"), FieldType.Date)] },
        };

        FieldDefinition Field(string code, FieldType type) => new(code, say(code), type, Required: true);
        FieldColumn Column(string code) => new(code, say(code), FieldType.Text, Required: true);
    }

    /// <summary>What is wrong with a value of a kind; one that says nothing is no analysis.</summary>
    public static Refusal? Check(AnalysisKind kind, JsonElement value, string path) =>
        FieldValues.Check(Of(kind, _ => Unsaid), value, path) ?? (SaysSomething(value) ? null : Refusal.Invalid(path, "analysisEmpty"));

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(SaysSomething),
        JsonValueKind.Object => value.EnumerateObject().Any(p => p.Name is not ("id" or "parentId" or "branch" or "family" or "verdict") && SaysSomething(p.Value)),
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Number => true,
        _ => false,
    };
}
