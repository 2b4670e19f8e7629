using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Who would be called and when, were an alert raised at an instant (none: now) and never taken; then, were it taken at that instant and
/// never solved. By a policy, by timers that are being edited, or, given neither, as the plant is set up now.
/// </summary>
[Needs(Permission.Administer)]
public sealed record DryRunEscalation(
    Guid PlantId, AlertKind Kind, Severity Severity, Guid? PlaceId = null, DateTimeOffset? At = null, Guid? PolicyId = null,
    IReadOnlyList<EscalationTimers>? Timers = null) : IQuery<DryRun>;

public sealed record DryRun(IReadOnlyList<EscalationStep> Steps);

/// <inheritdoc cref="DryRunEscalation"/>
public sealed class DryRunEscalationHandler(
    IEscalationReader escalations, IDirectory directory, IReach reach, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<DryRunEscalation, Outcome<DryRun>>
{
    public async Task<Outcome<DryRun>> Handle(DryRunEscalation request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        if (PolicyAccess.Refuse(request.PlantId, picture, current.Actor) is { } refusal)
        {
            return refusal;
        }

        var place = request.PlaceId is { } placeId ? picture.Place(placeId) : null;
        if (request.PlaceId is not null && place?.PlantId != request.PlantId)
        {
            return Refusal.NotFound("place");
        }

        var proposal = await EscalationProposal.Of(
            request.PlantId, request.PolicyId, request.Timers, escalations, picture, cancellationToken);
        if (proposal.Refusal is { } wrong)
        {
            return wrong;
        }

        var at = request.At ?? clock.GetUtcNow();
        if (WorkSpan.IsFar(at, clock.GetUtcNow()))
        {
            return Refusal.Invalid("at", "instantFar", ("years", WorkSpan.FarthestYears));
        }

        var area = place?.AreaId ?? StoresArea.Of(picture.Places.Where(p => p.PlantId == request.PlantId));
        var alert = new RehearsedAlert(request.PlantId, area, request.Kind, proposal.Value.Setting(request.Kind).Service);
        var rehearsal = new EscalationRehearsal(picture, reach);
        return new DryRun(
        [
            .. Enum.GetValues<EscalationTrack>().SelectMany(track => rehearsal.Play(
                alert, [new(at, new(track, request.Severity))], severity => proposal.Value.Rule(request.Kind, severity), DateTimeOffset.MaxValue)),
        ]);
    }
}

/// <summary>The timers that somebody thinks of for a plant: a policy, its levels as they are being edited, or what holds now.</summary>
internal sealed class EscalationProposal
{
    private readonly Guid _plantId;
    private readonly Dictionary<AlertKind, KindSetting> _settings;
    private readonly Dictionary<Guid, EscalationPolicy> _policies;
    private readonly EscalationPolicy? _proposed;

    private EscalationProposal(
        Guid plantId, IEnumerable<KindSetting> settings, IEnumerable<EscalationPolicy> policies, EscalationPolicy? proposed)
    {
        (_plantId, _proposed) = (plantId, proposed);
        _settings = settings.ToDictionary(s => s.Kind);
        _policies = policies.ToDictionary(p => p.Id);
    }

    public static async Task<Outcome<EscalationProposal>> Of(
        Guid plantId, Guid? policyId, IReadOnlyList<EscalationTimers>? timers, IEscalationReader escalations, OrganisationPicture picture,
        CancellationToken cancellationToken)
    {
        if (timers is not null && Refusal.All([.. EscalationRules.Check(timers, plantId, picture)]) is { } wrong)
        {
            return wrong;
        }

        var policies = await escalations.Policies([plantId], cancellationToken);
        var named = policies.FirstOrDefault(p => p.Id == policyId);
        if (policyId is not null && named is null)
        {
            return Refusal.NotFound("policy");
        }

        var proposed = timers is null ? named : EscalationPolicy.Create(policyId ?? Guid.Empty, plantId, named?.Name ?? "", timers);
        return new EscalationProposal(plantId, await escalations.Settings([plantId], cancellationToken), policies, proposed);
    }

    public KindSetting Setting(AlertKind kind) => _settings.GetValueOrDefault(kind) ?? KindSetting.Default(_plantId, kind);

    public EscalationRule Rule(AlertKind kind, Severity severity) =>
        _proposed is null ? PresentRule(kind, severity) : EscalationRule.Of(kind, severity, _proposed);

    public EscalationRule PresentRule(AlertKind kind, Severity severity) => EscalationRule.Of(
        kind, severity, Setting(kind).PolicyId is { } id ? _policies.GetValueOrDefault(id) : null);
}
