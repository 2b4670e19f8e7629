using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Makes a policy of a plant, or changes one (<see cref="PolicyId"/>). Escalations that run under it go on as they began, unless
/// <see cref="ApplyToRunning"/>: then what is still to come follows the new timers, and what has fired is not told anew.
/// </summary>
[Needs(Permission.Administer)]
public sealed record SaveEscalationPolicy(
    Guid PlantId, string Name, IReadOnlyList<EscalationTimers> Timers, Guid? PolicyId = null, bool ApplyToRunning = false) : CommandOn;

/// <inheritdoc cref="SaveEscalationPolicy"/>
public sealed class SaveEscalationPolicyHandler(
    IEscalationStore escalations, IAlertStore alerts, Meanwhile meanwhile, IDirectory directory, IEvents events, ICurrentActor current,
    TimeProvider clock)
    : IRequestHandler<SaveEscalationPolicy, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveEscalationPolicy request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PolicyAccess.Refuse(request.PlantId, picture, current.Actor) is { } refusal)
        {
            return refusal;
        }

        var others = await escalations.Policies(request.PlantId, cancellationToken);
        var policy = others.FirstOrDefault(p => p.Id == request.PolicyId);
        if (request.PolicyId is not null && policy is null)
        {
            return Refusal.NotFound("policy");
        }

        if (policy is not null && await meanwhile.Refuses(request, policy.PlantId, policy.Id, policy.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        var name = request.Name.Trim();
        if (Refusal.All([
            Words.Missing("name", request.Name) ?? Words.TooLong("name", request.Name, Words.InName),
            others.Any(p => p.Id != policy?.Id && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
                ? Refusal.Invalid("name", "policyNameTaken", ("name", name))
                : null,
            .. EscalationRules.Check(request.Timers, request.PlantId, picture)]) is { } wrong)
        {
            return wrong;
        }

        if (policy is null)
        {
            policy = EscalationPolicy.Create(Guid.CreateVersion7(clock.GetUtcNow()), request.PlantId, name, request.Timers);
            escalations.Add(policy);
        }
        else
        {
            policy.Revise(name, request.Timers);
            escalations.Save(policy);
        }

        var changed = request.ApplyToRunning ? await Apply(policy, picture, cancellationToken) : 0;
        events.Raise(new EscalationPolicyChanged(policy.PlantId, policy.Id, name, policy.Timers, IsRemoved: false, changed));
        return (Made)policy.Id;
    }

    private async Task<int> Apply(EscalationPolicy policy, OrganisationPicture picture, CancellationToken cancellationToken)
    {
        var running = await escalations.RunningUnder(policy.Id, cancellationToken);
        foreach (var escalation in running)
        {
            if (await alerts.Find(escalation.AlertId, cancellationToken) is { } alert)
            {
                escalation.Revise(
                    EscalationRule.Of(alert.Kind, escalation.Severity, policy), picture.WorkingTime(alert.PlantId, alert.AreaId),
                    clock.GetUtcNow());
                escalations.Save(escalation);
            }
        }

        return running.Count;
    }
}

/// <summary>Who may change what escalates in a plant.</summary>
internal static class PolicyAccess
{
    public static Refusal? Refuse(Guid plantId, OrganisationPicture picture, Actor actor) =>
        picture.Plant(plantId) is null || !actor.Sees(plantId) ? Refusal.NotFound("plant")
        : actor.May(Permission.Administer, plantId) ? null
        : Refusal.Forbidden(Permission.Administer);
}
