using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Removes a policy that no kind names any more; escalations that run under it go on as they began.</summary>
[Needs(Permission.Administer)]
public sealed record RemoveEscalationPolicy(Guid PolicyId) : CommandOn;

/// <inheritdoc cref="RemoveEscalationPolicy"/>
public sealed class RemoveEscalationPolicyHandler(
    IEscalationStore escalations, Meanwhile meanwhile, IDirectory directory, IEvents events, ICurrentActor current)
    : IRequestHandler<RemoveEscalationPolicy, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RemoveEscalationPolicy request, CancellationToken cancellationToken)
    {
        if (await escalations.FindPolicy(request.PolicyId, cancellationToken) is not { } policy || !current.Actor.Sees(policy.PlantId))
        {
            return Refusal.NotFound("policy");
        }

        if (PolicyAccess.Refuse(policy.PlantId, await directory.Current(cancellationToken), current.Actor) is { } refusal)
        {
            return refusal;
        }

        if (await meanwhile.Refuses(request, policy.PlantId, policy.Id, policy.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        if ((await escalations.Settings(policy.PlantId, cancellationToken)).FirstOrDefault(s => s.PolicyId == policy.Id) is { } used)
        {
            return Refusal.Conflict("policyInUse", ("kind", used.Kind), ("currentVersion", policy.Version), ("changed", Array.Empty<string>()));
        }

        escalations.Remove(policy);
        events.Raise(new EscalationPolicyChanged(policy.PlantId, policy.Id, policy.Name, [], IsRemoved: true, 0));
        return (Made)policy.Id;
    }
}
