using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// Sweep: asks again where a sponsor did not answer in two working days, then the level above. Answers with how many; as many as the
/// limit: ask again.
/// </summary>
/// <exception cref="DueFailedException">It failed with a plan: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record AskSponsors(int Limit = 200, IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

public sealed class AskSponsorsHandler(PlanBook book, Telling telling) : IRequestHandler<AskSponsors, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AskSponsors request, CancellationToken cancellationToken)
    {
        var now = book.Now;
        for (var done = 0; done < request.Limit; done++)
        {
            if (await book.Store.NextDue(now, request.Except ?? [], cancellationToken) is not { } plan)
            {
                return done;
            }

            await telling.Due(plan.Id, () => Ask(plan, cancellationToken), cancellationToken);
        }

        return request.Limit;
    }

    private async Task Ask(ActionPlan plan, CancellationToken cancellationToken)
    {
        var asked = plan.MissAnswer(await book.Turn(plan.PlantId, cancellationToken));
        book.Save(plan);
        book.Raise(new PlanAnswerMissed(plan.PlantId, plan.Id, plan.Number, plan.Reminders, asked));
    }
}
