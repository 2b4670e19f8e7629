using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[QueryType]
public static class PlanQueries
{
    [Needs(Permission.SeePlans)]
    public static async Task<PlanNode?> GetActionPlanAsync(
        Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindPlan(id), cancellationToken) is { } plan ? new(plan, await directory.Current(cancellationToken)) : null;

    [Needs(Permission.SeePlans)]
    [UseConnection(Name = "ActionPlan")]
    public static async Task<Connection<PlanNode>> GetActionPlansAsync(
        ActionPlanFilter? filter, PageRequest page, UseCases useCases, IDirectory directory, CancellationToken cancellationToken,
        ActionPlanOrder orderBy = ActionPlanOrder.NewestFirst)
    {
        var found = await useCases.Ask(new ListPlans(filter ?? new(), orderBy, page.ToCore()), cancellationToken);
        var people = await directory.Current(cancellationToken);
        return found.ToConnection(p => new PlanNode(p, people));
    }

    [Needs(Permission.SeePlans)]
    [GraphQLDescription("What support services were asked and did not answer yet, oldest first.")]
    public static async Task<IEnumerable<ReferralNode>> GetOpenReferralsAsync(
        IReadOnlyList<Guid>? plantIds, IPlanReader plans, ICurrentActor current, IDirectory directory, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return (await plans.OpenReferrals(current.Actor.PlantsAmong(plantIds), cancellationToken)).Select(r => new ReferralNode(r, people));
    }

    [Needs(Permission.SeePlans)]
    [GraphQLDescription("The methods that a plan may follow: those that are shipped, then the plant's own.")]
    public static async Task<IEnumerable<PlanMethodNode>> GetMethodsAsync(
        Guid plantId, IMethods methods, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken) =>
        current.Actor.Sees(plantId)
            ? methods.Of((await directory.Current(cancellationToken)).Plant(plantId)?.Code).Select(m => new PlanMethodNode(m, current.Actor.Language))
            : [];

    [Needs(Permission.SeePlans)]
    public static async Task<PlanSettingsNode> GetPlanSettingsAsync(Guid plantId, UseCases useCases, CancellationToken cancellationToken) =>
        new(await useCases.Ask(new FindPlanSettings(plantId), cancellationToken));
}
