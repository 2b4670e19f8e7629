using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Alerts;

[QueryType]
public static class EscalationQueries
{
    [Needs(Permission.SeeBoard)]
    public static async Task<IEnumerable<EscalationPolicyNode>> GetEscalationPoliciesAsync(
        IReadOnlyList<Guid>? plantIds, IEscalationReader escalations, IDirectory directory, ICurrentActor current,
        CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var policies = await escalations.Policies(current.Actor.PlantsAmong(plantIds), cancellationToken);
        return policies.Select(p => new EscalationPolicyNode(p, picture));
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("What escalates where a plant says nothing else.")]
    public static async Task<IEnumerable<EscalationTimersNode>> GetStandardEscalationAsync(
        IDirectory directory, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return StandardPolicy.Timers.Select(t => new EscalationTimersNode(t, picture));
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("How a plant treats every kind of alert.")]
    public static async Task<IEnumerable<KindSettingNode>> GetKindSettingsAsync(
        Guid plantId, IEscalationReader escalations, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var plants = current.Actor.PlantsAmong([plantId]);
        var settings = await escalations.Settings(plants, cancellationToken);
        var policies = await escalations.Policies(plants, cancellationToken);
        return plants.Count == 0 ? [] : Enum.GetValues<AlertKind>()
            .Select(kind => settings.FirstOrDefault(s => s.Kind == kind) ?? KindSetting.Default(plantId, kind))
            .Select(setting => new KindSettingNode(setting, policies.FirstOrDefault(p => p.Id == setting.PolicyId), picture));
    }

    [Needs(Permission.Administer)]
    [GraphQLDescription("Who would be called and when: of an alert never taken, then of one taken at once and never solved.")]
    public static async Task<IEnumerable<EscalationStepNode>> DryRunEscalationAsync(
        DryRunEscalationInput input, UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var question = new DryRunEscalation(
            input.PlantId, input.Kind, input.Severity, input.PlaceId, input.At, input.PolicyId, input.Timers?.Select(t => t.ToTimers()).ToList());
        var picture = await directory.Current(cancellationToken);
        return (await useCases.Ask(question, cancellationToken)).Steps.Select(s => new EscalationStepNode(s, picture));
    }

    [Needs(Permission.Administer)]
    [GraphQLDescription("What a policy would have changed for past alerts, with the calendars and people of today.")]
    public static async Task<EscalationReplayNode> ReplayEscalationAsync(
        ReplayEscalationInput input, UseCases useCases, AlertPictures pictures, IDirectory directory, CancellationToken cancellationToken)
    {
        var question = new ReplayEscalation(
            input.PlantId, input.From, input.To, input.PolicyId, input.Timers?.Select(t => t.ToTimers()).ToList(), input.Kinds);
        var replay = await useCases.Ask(question, cancellationToken);
        var changed = await pictures.Of([.. replay.Changed.Select(c => c.Alert)], cancellationToken);
        return new(replay, changed, await directory.Current(cancellationToken));
    }
}
