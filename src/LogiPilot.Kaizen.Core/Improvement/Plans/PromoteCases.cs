using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// Sweep: at the cut-off of their level, unsolved cases go one level up. Answers with how many it looked at; as many as the limit: ask again.
/// </summary>
/// <exception cref="DueFailedException">It failed with a plan: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record PromoteCases(int Limit = 200, IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

/// <inheritdoc cref="PromoteCases"/>
public sealed class PromoteCasesHandler(PlanBook book, Telling telling) : IRequestHandler<PromoteCases, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(PromoteCases request, CancellationToken cancellationToken)
    {
        var now = book.Now;
        for (var done = 0; done < request.Limit; done++)
        {
            if (await book.Store.NextPromoted(now, request.Except ?? [], cancellationToken) is not { } plan)
            {
                return done;
            }

            await telling.Due(plan.Id, () => Promote(plan, cancellationToken), cancellationToken);
        }

        return request.Limit;
    }

    private async Task Promote(ActionPlan plan, CancellationToken cancellationToken)
    {
        var before = plan.Level;
        if (plan.Promote(await book.Turn(plan.PlantId, cancellationToken)) is { } level)
        {
            book.Save(plan);
            book.Raise(new PlanPromoted(plan.PlantId, plan.Id, plan.Number, before, level.Code, plan.AreaId, plan.LeaderId, plan.SponsorId));
        }
    }
}
