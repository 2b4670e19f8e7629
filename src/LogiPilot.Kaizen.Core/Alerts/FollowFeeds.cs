using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A silent feed leaves points unknown: one alert a plant while any is, cleared when all are heard again.</summary>
public sealed class FollowFeeds(AlertConditions conditions) : INotificationHandler<FeedsChanged>
{
    public Task Handle(FeedsChanged notification, CancellationToken cancellationToken)
    {
        var silent = new Problem(
            notification.PlantOfFeeds, AlertKind.InformationSystem, AlertKinds.SeverityOf(AlertKind.InformationSystem));
        return notification.IsAnySilent ? conditions.Hold(silent, cancellationToken) : conditions.Clear(silent, cancellationToken);
    }
}
