using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Sweep: does to alerts what time alone does (assignments and acknowledgements expire, holds end, resolved ones close, levels of
/// escalations fire), in the order in which it was due, whatever it was late. Answers with how many things it did; as many as the limit:
/// ask again. The alerts left out are those with which it failed before.
/// </summary>
/// <exception cref="DueFailedException">What was due of an alert failed: nothing is kept.</exception>
[Needs(Permission.Administer)]
public sealed record AgeAlerts(int Limit = 500, IReadOnlyCollection<Guid>? Except = null) : ICommand<int>;

public sealed class AgeAlertsHandler(
    AlertBook book, EscalationBook escalationBook, IAlertStore alerts, IEscalationStore escalations, Telling telling)
    : IRequestHandler<AgeAlerts, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AgeAlerts request, CancellationToken cancellationToken)
    {
        var (now, except) = (book.Now, request.Except ?? []);
        for (var done = 0; done < request.Limit; done++)
        {
            var alert = await alerts.NextDue(now, except, cancellationToken);
            var escalation = await escalations.NextDue(now, except, cancellationToken);
            if (alert is null && escalation is null)
            {
                return done;
            }

            var isAlert = escalation is null || alert?.DueAt <= escalation.DueAt;
            await telling.Due(
                isAlert ? alert!.Id : escalation!.AlertId,
                () => isAlert ? Age(alert!, now) : escalationBook.Fire(escalation!, cancellationToken), cancellationToken);
        }

        return request.Limit;
    }

    private Task Age(Alert alert, DateTimeOffset now)
    {
        alert.Age(now);
        book.Save(alert);
        return alert.DueAt <= now
            ? throw new InvalidOperationException($"Time changes nothing of alert {alert.Number}, and it stays due.")
            : Task.CompletedTask;
    }
}
