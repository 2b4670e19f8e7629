using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Sweep: does to alerts what time alone does (assignments and acknowledgements expire, holds end, resolved ones close). Answers
/// with how many it changed; as many as the limit: ask again.
/// </summary>
[Needs(Permission.Administer)]
public sealed record AgeAlerts(int Limit = 500) : ICommand<int>;

public sealed class AgeAlertsHandler(AlertBook book, IAlertStore alerts) : IRequestHandler<AgeAlerts, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(AgeAlerts request, CancellationToken cancellationToken)
    {
        var now = book.Now;
        var due = await alerts.Due(now, request.Limit, cancellationToken);
        foreach (var alert in due)
        {
            alert.Age(now);
            book.Save(alert);
        }

        return due.Count;
    }
}
