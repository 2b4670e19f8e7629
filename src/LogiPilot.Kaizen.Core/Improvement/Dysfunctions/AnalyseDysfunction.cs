using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// Adds an analysis (<see cref="Kind"/> and <see cref="Value"/>), changes one (<see cref="AnalysisId"/>; the version expected is the
/// analysis's own), or says what they say together and which service it needs.
/// </summary>
[Needs(Permission.ReportDysfunction)]
public sealed record AnalyseDysfunction(
    Guid DysfunctionId, AnalysisKind? Kind = null, JsonElement? Value = null, Guid? AnalysisId = null, string? Conclusion = null,
    SupportNeed? SupportNeed = null) : CommandOn;

/// <inheritdoc cref="AnalyseDysfunction"/>
public sealed class AnalyseDysfunctionHandler(DysfunctionBook book, ParetoRows pareto, IEvents events)
    : IRequestHandler<AnalyseDysfunction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AnalyseDysfunction request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.DysfunctionId, null, cancellationToken);
        if (found.Refusal is { } lost)
        {
            return lost;
        }

        if (request is { Kind: null } or { Value: null } && request is { Conclusion: null, SupportNeed: null })
        {
            return Refusal.Invalid("value", "analysisNeeded");
        }

        if (request is { Kind: { } kind, Value: { } value } && AnalysisFields.Check(kind, value, "value") is { } wrong)
        {
            return wrong;
        }

        if (request is { Kind: AnalysisKind.Pareto, Value: { } asked })
        {
            var filled = await pareto.Fill(found.Value, asked, cancellationToken);
            if (filled.Refusal is { } unfilled)
            {
                return unfilled;
            }

            request = request with { Value = filled.Value };
        }

        return await book.Change(
            request.DysfunctionId, request.Value is null ? request.ExpectedVersion : null, about => Work(about, request), cancellationToken);
    }

    private Refusal? Work(Dysfunction dysfunction, AnalyseDysfunction request)
    {
        var refusal = request is { Kind: { } kind, Value: { } value }
            ? dysfunction.Analyse(request.AnalysisId, kind, value, request.ExpectedVersion, book.Actor, book.Now).Refusal
            : null;
        refusal ??= request is { Conclusion: null, SupportNeed: null }
            ? null
            : dysfunction.Conclude(request.Conclusion, request.SupportNeed, book.Actor, book.Now);
        if (refusal is null)
        {
            events.Raise(new DysfunctionAnalysed(
                dysfunction.PlantId, dysfunction.Id, dysfunction.Number, dysfunction.State, request.Kind, book.Actor.PersonId, dysfunction.Version));
        }

        return refusal;
    }
}
