using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>
/// Prints the value of a field of any type: its picture where it has one, and beside the picture whatever the picture cannot say in full.
/// </summary>
internal static class PrintedFields
{
    /// <param name="subject">What the analysis is about.</param>
    public static void Print(PrintPage page, FieldDefinition field, JsonElement value, string? subject, FieldWords words, IReadOnlyDictionary<Guid, Attachment> files)
    {
        var pictures = FieldDrawing.Of(field, value, subject, words, Frame.PageHeight);
        page.Draw(pictures);
        switch (field.Type)
        {
            case FieldType.Tree or FieldType.Ishikawa:
                Causes(page, FieldValues.Causes(field, value), pictures.All(p => p.IsComplete));
                break;
            case FieldType.Pareto when pictures.Any(p => !p.IsComplete):
                page.Table(
                    [page.Word("cause"), page.Word("count")],
                    [.. ParetoValue.Of(value)!.Rows.Select(r => (string?[])[r.Label, page.Words.Number(r.Count)])]);
                break;
            case FieldType.Table when pictures.Count == 0 || pictures.Any(p => !p.IsComplete):
                var table = TableValue.Of(field, value);
                page.Table(
                    [.. table.Columns.Select(c => c.Name.In(page.Words.Language))],
                    [.. table.Rows.Select(r => (IReadOnlyList<string?>)[.. table.Columns.Select(c => words.Cell(c, r))])]);
                break;
            case FieldType.Attachments:
                var kept = Ids(value).Select(files.GetValueOrDefault).OfType<Attachment>().ToList();
                page.Text(string.Join(", ", kept.Select(a => a.Name)), "with");
                page.Photos(kept.Where(a => a.IsImage).Select(a => a.Id));
                break;
            case FieldType.Qqoqccp or FieldType.Risks or FieldType.Pareto or FieldType.Table:
                break;
            default:
                page.Text(words.Value(field, value));
                break;
        }
    }

    public static IEnumerable<Guid> Ids(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => Guid.TryParse(i.GetString(), out var id) ? id : Guid.Empty)
        : [];

    /// <summary>The proofs, which no card has room for; and every cause when the picture had to leave some out.</summary>
    private static void Causes(PrintPage page, CausesValue causes, bool isComplete)
    {
        var told = causes.Causes.Where(c => !isComplete || c.Proof is { IsGiven: true }).ToList();
        if (told.Count == 0)
        {
            return;
        }

        page.Heading(3, page.Word("causeTable"));
        page.Table(
            [page.Word("cause"), page.Word("verdict"), page.Word("causeProof")],
            [
                .. told.Select(c => (string?[])
                [
                    c.Text, page.Words.Verdict(c with { Proof = null }),
                    c.Proof is { } proof ? Proof(page, proof) : null,
                ]),
            ]);
    }

    private static string Proof(PrintPage page, CauseProof proof)
    {
        string?[] said =
        [
            page.Words.Of($"drawing.proof.{Naming.Screaming(proof.Kind)}"), proof.Text,
            proof.AttachmentIds.Count > 0 ? page.Word("files", ("count", proof.AttachmentIds.Count)) : null,
        ];
        return string.Join(", ", said.Where(s => s is not null));
    }
}
