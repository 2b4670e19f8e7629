using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Says how a plant treats a kind of alert from now on: severity when nobody says another, service, policy. Running ones stay.</summary>
[Needs(Permission.Administer)]
public sealed record SaveKindSetting(Guid PlantId, AlertKind Kind, Severity Severity, SupportService? Service = null, Guid? PolicyId = null)
    : Command;

/// <inheritdoc cref="SaveKindSetting"/>
public sealed class SaveKindSettingHandler(IEscalationStore escalations, IDirectory directory, IEvents events, ICurrentActor current)
    : IRequestHandler<SaveKindSetting, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveKindSetting request, CancellationToken cancellationToken)
    {
        var refusal = PolicyAccess.Refuse(request.PlantId, await directory.Current(cancellationToken), current.Actor);
        if (refusal is null && request.Kind == AlertKind.Safety && request.Severity != Severity.Critical)
        {
            refusal = Refusal.Invalid("severity", "safetyIsCritical");
        }

        if (refusal is null && request.PolicyId is { } policyId
            && (await escalations.Policies(request.PlantId, cancellationToken)).All(p => p.Id != policyId))
        {
            refusal = Refusal.NotFound("policy");
        }

        if (refusal is not null)
        {
            return refusal;
        }

        escalations.Put(new(request.PlantId, request.Kind, request.Severity, request.Service, request.PolicyId));
        events.Raise(new KindSettingChanged(request.PlantId, request.Kind, request.Severity, request.Service, request.PolicyId));
        return (Made)request.PlantId;
    }
}
