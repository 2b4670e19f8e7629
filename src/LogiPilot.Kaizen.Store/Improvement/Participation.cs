using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement;

/// <summary>That somebody took part in something whose people stand in one column together; kept for ever, found by the person.</summary>
public sealed record Participation(Guid PersonId, string Kind, Guid RecordId, Guid SubjectId, DateTimeOffset At, string? Variant = null)
{
    public const string MeetingAttended = "MEETING_ATTENDED";
    public const string CommunicationRead = "COMMUNICATION_READ";
    public const string AnalysisMade = "ANALYSIS_MADE";
    public const string ProposalDecided = "PROPOSAL_DECIDED";
    public const string DelayArgued = "DELAY_ARGUED";
    public const string DelayAnswered = "DELAY_ANSWERED";

    public static IEnumerable<Participation> In(Meeting meeting) =>
        meeting.PresentIds.Select(p => new Participation(p, MeetingAttended, meeting.Id, meeting.PlanId, meeting.HeldAt));

    public static IEnumerable<Participation> In(Communication communication) =>
        communication.Readings.Select(r => new Participation(r.PersonId, CommunicationRead, communication.Id, communication.PlanId, r.At));

    public static IEnumerable<Participation> In(ImprovementAction action)
    {
        foreach (var delay in action.Delays)
        {
            if (delay.AskedById is { } asker)
            {
                yield return new(asker, DelayArgued, delay.Id, action.Id, delay.AskedAt);
            }

            if (delay is { AnsweredById: { } answerer, AnsweredAt: { } answeredAt })
            {
                yield return new(answerer, DelayAnswered, delay.Id, action.Id, answeredAt);
            }
        }
    }

    public static IEnumerable<Participation> In(Dysfunction dysfunction) => dysfunction.Analyses
        .Select(a => new Participation(a.ById, AnalysisMade, a.Id, dysfunction.Id, a.At, (string)Columns.From(a.Kind)));

    public static IEnumerable<Participation> In(Proposal proposal) => proposal.Decision is { } decision
        ? [new(decision.ById, ProposalDecided, proposal.Id, proposal.DysfunctionId, decision.At, (string)Columns.From(decision.Kind))]
        : [];
}

internal static class Participations
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Participation>("participations", nameof(Participation.PersonId), nameof(Participation.Kind), nameof(Participation.RecordId)),
    ];

    /// <summary>What was kept before stays as it was, also where somebody else went on with it.</summary>
    public static void TookPart(this StoreSession session, IEnumerable<Participation> people)
    {
        foreach (var one in people)
        {
            Table<Participation>.Mapped.InsertOnce(session.Writing, one);
        }
    }
}
