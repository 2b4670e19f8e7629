using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>A step that is signed, and the kinds of action that its gate asked to be done.</summary>
public sealed record SignedStep(string Code, DateTimeOffset At, IReadOnlyList<ActionKind> Kinds);

/// <summary>What of a plan decides on its actions.</summary>
public sealed record PlanOfAction(
    Guid Id, Guid PlantId, string Number, Guid LeaderId, IConcern Concern, bool IsApproved, bool IsOver, int Cycle, IReadOnlyList<string> Steps, Guid? AreaId,
    bool AwaitsApproval = false, bool IsSuspended = false)
{
    public IReadOnlyList<SignedStep> SignedSteps { get; init; } = [];

    public static PlanOfAction Of(ActionPlan plan) => new(
        plan.Id, plan.PlantId, plan.Number, plan.LeaderId, plan, plan.IsApproved || !plan.Method.ActionsNeedApproval, plan.IsEnded, plan.Cycle,
        [.. plan.Steps.Select(s => s.Code)], plan.AreaId, plan.State == PlanState.Submitted, plan.State == PlanState.Suspended)
    {
        SignedSteps =
        [
            .. plan.Steps.Where(s => s.IsSigned).Select(s => new SignedStep(
                s.Code, s.SignedAt!.Value,
                [.. Enum.GetValues<ActionKind>().Where(k => plan.Method.Step(s.Code)!.Gate.Any(r => ActionRules.AsksDone(r, k)))])),
        ],
    };
}

/// <summary>The plans that actions belong to, as the writer sees them.</summary>
public interface IPlansOfActions
{
    Task<PlanOfAction?> Find(Guid planId, CancellationToken cancellationToken);

    /// <summary>The plan of which a meeting was.</summary>
    Task<PlanOfAction?> OfMeeting(Guid meetingId, CancellationToken cancellationToken);
}
