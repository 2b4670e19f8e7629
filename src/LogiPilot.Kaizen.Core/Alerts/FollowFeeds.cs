using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Silent feeds raise one alert a plant, cleared when all are heard again.</summary>
public sealed class FollowFeeds(AlertConditions conditions) : INotificationHandler<FeedsChanged>
{
    public Task Handle(FeedsChanged notification, CancellationToken cancellationToken)
    {
        var silent = new Problem(
            notification.PlantOfFeeds, AlertKind.InformationSystem, AlertKinds.SeverityOf(AlertKind.InformationSystem));
        return notification.IsAnySilent ? conditions.HoldAsUsual(silent, cancellationToken) : conditions.Clear(silent, cancellationToken);
    }
}
