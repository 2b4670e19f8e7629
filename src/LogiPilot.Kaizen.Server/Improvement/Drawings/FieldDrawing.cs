using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>The one place that knows which picture a field is shown as, on paper and on screens alike.</summary>
public static class FieldDrawing
{
    /// <summary>The pictures of a value, each no higher than given where that can be; none of a field that has no picture or says nothing.</summary>
    /// <param name="subject">What the analysis is about: the head of a tree and of a fishbone.</param>
    public static IReadOnlyList<Picture> Of(
        FieldDefinition field, JsonElement? value, string? subject, FieldWords words, double mostHeight = double.PositiveInfinity)
    {
        if (value is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given)
        {
            return [];
        }

        return field.Type switch
        {
            FieldType.Tree => FiveWhyDrawing.Draw(CausesValue.Tree(given), subject, words.Words, mostHeight),
            FieldType.Ishikawa => [IshikawaDrawing.Draw(CausesValue.Ishikawa(given), subject, words.Words)],
            FieldType.Qqoqccp => QqoqccpDrawing.Draw(QqoqccpValue.Of(given), words.Words, mostHeight),
            FieldType.Risks => [RiskDrawing.Draw(RisksValue.Of(given), words.Words)],
            FieldType.Pareto => ParetoValue.Of(given) is { } pareto ? [ParetoDrawing.Draw(pareto, words.Words)] : [],
            FieldType.Table when field.Drawing is "SIPOC" => SipocDrawing.Draw(field, TableValue.Of(field, given), words.Words, mostHeight),
            FieldType.Table when field.Drawing is "COMPARISON" => ComparisonDrawing.Draw(field, TableValue.Of(field, given), words.Words, mostHeight),
            FieldType.Table when field.Drawing is not null => TableDrawing.Draw(field, TableValue.Of(field, given), words.Cell, words.Words, mostHeight),
            _ => [],
        };
    }

    /// <summary>The same as one drawing for a screen, which scrolls; null when there is none.</summary>
    public static string? ForScreen(FieldDefinition field, JsonElement? value, string? subject, FieldWords words) =>
        Of(field, value, subject, words) is [var picture, ..] ? picture.Svg : null;
}
