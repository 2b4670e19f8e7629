using System.Globalization;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Alerts;

[MutationType]
public static class MaintenanceWindowMutations
{
    [GraphQLDescription("Plans work at a place (none: in the whole plant), or changes it: weekly, or once from an instant to another; always until a last day.")]
    public static Task<FieldResult<MaintenanceWindowNode>> SaveMaintenanceWindowAsync(
        Guid? windowId, Guid plantId, Guid? placeId, IReadOnlyList<AlertKind>? kinds, WeeklyInput? weekly, DateTimeOffset? from,
        DateTimeOffset? to, DateOnly? until, string? reason, Guid? ownerId, int? expectedVersion, Guid? clientId,
        MaintenanceWindowOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new SaveMaintenanceWindow(windowId, plantId, placeId, kinds, weekly?.ToTimes(), from, to, until, reason, ownerId)
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            cancellationToken);

    [GraphQLDescription("The work is done, or will not be: what the window holds back returns at once.")]
    public static Task<FieldResult<MaintenanceWindowNode>> EndMaintenanceWindowAsync(
        Guid windowId, int? expectedVersion, Guid? clientId, MaintenanceWindowOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new EndMaintenanceWindow(windowId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);
}

/// <summary>Every week on these days from HH:mm by the plant's clock, for so many minutes.</summary>
public sealed record WeeklyInput(IReadOnlyList<DayOfWeek> Days, string Starts, int Minutes)
{
    /// <summary>Null where the start is no time of day: then nothing says when.</summary>
    public WeeklyTimes? ToTimes() =>
        TimeOnly.TryParseExact(Starts, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var starts)
            ? new(Days, starts, Minutes)
            : null;
}

/// <summary>Gives an order about a maintenance window and answers with the window as it is after it.</summary>
public sealed class MaintenanceWindowOrders(UseCases useCases, IMaintenanceWindowStore windows, IDirectory directory)
{
    public Task<FieldResult<MaintenanceWindowNode>> Give(Core.Shared.Command order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new MaintenanceWindowNode((await windows.Find(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);
}
