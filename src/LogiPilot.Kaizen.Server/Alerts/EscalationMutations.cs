using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Alerts;

[MutationType]
public static class EscalationMutations
{
    [GraphQLDescription("Makes a policy, or changes one. What runs under it goes on as it began unless applyToRunning.")]
    public static Task<FieldResult<SavedEscalationPolicy>> SaveEscalationPolicyAsync(
        Guid? policyId, Guid plantId, string name, IReadOnlyList<EscalationTimersInput> timers, bool? applyToRunning, int? expectedVersion,
        Guid? clientId, UseCases useCases, IEscalationReader escalations, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveEscalationPolicy(plantId, name, [.. timers.Select(t => t.ToTimers())], policyId, applyToRunning ?? false)
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            async made => new SavedEscalationPolicy(
                (await escalations.Policies([plantId], cancellationToken)).FirstOrDefault(p => p.Id == made.Id) is { } policy
                    ? new(policy, await directory.Current(cancellationToken))
                    : null,
                await escalations.CountRunningUnder(made.Id, cancellationToken)),
            cancellationToken);

    [Payload("policyId")]
    public static Task<FieldResult<Guid>> RemoveEscalationPolicyAsync(
        Guid policyId, int? expectedVersion, Guid? clientId, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new RemoveEscalationPolicy(policyId) { ExpectedVersion = expectedVersion, ClientId = clientId },
            made => Task.FromResult(made.Id), cancellationToken);

    [GraphQLDescription("How a plant treats a kind of alert from now on; without a policy, by the standard.")]
    public static Task<FieldResult<KindSettingNode>> SaveKindSettingAsync(
        Guid plantId, AlertKind kind, Severity severity, SupportService? service, Guid? policyId, Guid? clientId, UseCases useCases,
        IEscalationReader escalations, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveKindSetting(plantId, kind, severity, service, policyId) { ClientId = clientId },
            async _ => new KindSettingNode(
                (await escalations.Settings([plantId], cancellationToken)).Single(s => s.Kind == kind),
                (await escalations.Policies([plantId], cancellationToken)).FirstOrDefault(p => p.Id == policyId),
                await directory.Current(cancellationToken)),
            cancellationToken);

    [GraphQLDescription("Who is called when nobody else can be reached.")]
    public static Task<FieldResult<PlantNode>> SaveFallbackAsync(
        Guid plantId, IReadOnlyList<Guid> personIds, int? expectedVersion, Guid? clientId, UseCases useCases, IDirectory directory,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveFallback(plantId, personIds) { ExpectedVersion = expectedVersion, ClientId = clientId },
            async made =>
            {
                var picture = await directory.Current(cancellationToken);
                return new PlantNode(picture.Plant(made.Id)!, picture);
            },
            cancellationToken);
}

/// <summary>A saved policy, and how many escalations run under it.</summary>
[PayloadType]
public sealed record SavedEscalationPolicy(EscalationPolicyNode? EscalationPolicy, int? RunningCount);
