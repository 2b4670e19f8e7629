using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <content>Described, analysed, referred to a support service.</content>
public sealed partial class Dysfunction
{
    /// <summary>Says better what it is; where it comes from stays.</summary>
    public Refusal? Describe(DysfunctionTerms terms, Actor actor, DateTimeOffset now)
    {
        if ((WhyNot(DysfunctionCommandName.Describe, actor) ?? Unfounded(terms, AlertIds.Count > 0)) is { } refusal)
        {
            return refusal;
        }

        Take(terms);
        Note(DysfunctionStepKind.Described, actor.PersonId, now);
        return null;
    }

    /// <summary>Adds an analysis, or replaces the value of one; two people on two analyses do not meet.</summary>
    public Outcome<Guid> Analyse(Guid? analysisId, AnalysisKind kind, JsonElement value, int? expectedVersion, Actor actor, DateTimeOffset now)
    {
        var before = analysisId is { } id ? Analyses.FirstOrDefault(a => a.Id == id) : null;
        var refusal = WhyNot(DysfunctionCommandName.Analyse, actor)
            ?? (analysisId is not null && before is null ? Refusal.NotFound("analysis") : null)
            ?? (before is not null && before.Kind != kind ? Refusal.Invalid("kind", "analysisOtherKind") : null)
            ?? (before is { } kept && expectedVersion is { } expected && expected != kept.Version
                ? Refusal.Conflict(
                    "analysisChanged", ("person", kept.ById), ("at", kept.At), ("currentVersion", kept.Version), ("changed", Changed.Value))
                : null)
            ?? (before is null && Analyses.Count >= MostAnalyses ? Refusal.Invalid("kind", "analysesTooMany", ("most", MostAnalyses)) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var analysis = new Analysis(before?.Id ?? Guid.CreateVersion7(now), kind, value, actor.PersonId!.Value, now, (before?.Version ?? 0) + 1);
        Analyses = before is null ? [.. Analyses, analysis] : [.. Analyses.Select(a => a.Id == analysis.Id ? analysis : a)];
        State = State == DysfunctionState.Reported ? DysfunctionState.Analysed : State;
        Note(DysfunctionStepKind.Analysed, actor.PersonId, now);
        return analysis.Id;
    }

    /// <summary>What the analyses say together, and which service it needs; what is null stays as it was.</summary>
    public Refusal? Conclude(string? conclusion, SupportNeed? need, Actor actor, DateTimeOffset now)
    {
        if ((WhyNot(DysfunctionCommandName.Analyse, actor) ?? Words.TooLong("conclusion", conclusion, Words.InText)) is { } refusal)
        {
            return refusal;
        }

        (Conclusion, SupportNeed) = (conclusion is null ? Conclusion : Words.Given(conclusion), need ?? SupportNeed);
        Note(DysfunctionStepKind.Described, actor.PersonId, now);
        return null;
    }

    /// <summary>A support service is asked; what it was diagnosed to need becomes that service, where the diagnosis knows it.</summary>
    public Refusal? Refer(SupportService service, Actor actor, DateTimeOffset now)
    {
        if (WhyNot(DysfunctionCommandName.Refer, actor) is { } refusal)
        {
            return refusal;
        }

        SupportNeed = Enum.TryParse<SupportNeed>(service.ToString(), out var need) ? need : SupportNeed;
        Note(DysfunctionStepKind.Referred, actor.PersonId, now);
        return null;
    }
}
