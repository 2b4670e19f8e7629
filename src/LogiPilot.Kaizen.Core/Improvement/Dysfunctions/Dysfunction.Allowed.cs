using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <content>Which commands are possible now, by whom, and why not.</content>
public sealed partial class Dysfunction
{
    /// <summary>Why an actor may not give a command now; null when nothing stands against it but what the command still has to bring.</summary>
    public Refusal? WhyNot(DysfunctionCommandName command, Actor actor)
    {
        var (permission, reason) = command switch
        {
            DysfunctionCommandName.Decide => (Permission.DecideProposal, "forbiddenDecide"),
            DysfunctionCommandName.Reject or DysfunctionCommandName.Close => (Permission.LeadPlan, "forbiddenReject"),
            _ => (Permission.ReportDysfunction, "forbidden"),
        };
        return actor.IsSystem || !actor.May(permission, this)
            ? Refusal.Of(RefusalCode.Forbidden, reason, ("permission", permission))
            : Hinders(command);
    }

    private Refusal? Hinders(DysfunctionCommandName command) => (command, State) switch
    {
        (_, DysfunctionState.Rejected) => Hindered("dysfunctionRejected"),
        (_, DysfunctionState.Closed) => Hindered("dysfunctionClosed"),
        (_, DysfunctionState.InPlan) => Hindered("dysfunctionInPlan"),
        (DysfunctionCommandName.Propose or DysfunctionCommandName.Close, DysfunctionState.Reported) => Hindered("dysfunctionNotAnalysed"),
        (DysfunctionCommandName.Propose or DysfunctionCommandName.Close or DysfunctionCommandName.Reject, DysfunctionState.Proposed) =>
            Hindered("proposalWaits"),
        (DysfunctionCommandName.Decide, not DysfunctionState.Proposed) => Hindered("nothingToDecide"),
        _ => null,
    };

    private Refusal Hindered(string reason) =>
        Refusal.Conflict(reason, ("state", State), ("currentVersion", Version), ("changed", Array.Empty<string>()));
}
