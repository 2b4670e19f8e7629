using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Alerts;

[GraphQLName("MaintenanceWindow")]
[GraphQLDescription("Planned work: what is raised in it is shelved until its end.")]
public sealed class MaintenanceWindowNode(MaintenanceWindow window, OrganisationPicture picture)
{
    public Guid Id => window.Id;

    public PlantNode Plant => new(picture.Plant(window.PlantId)!, picture);

    [GraphQLDescription("Null: the whole plant.")]
    public PlaceNode? Place => window.PlaceId is { } id && picture.Place(id) is { } place ? new(place, picture) : null;

    [GraphQLDescription("Null: every kind.")]
    public IReadOnlyList<AlertKind>? Kinds => window.Kinds;

    public WeeklyNode? Weekly => window.Weekly is { } weekly ? new(weekly.Days, $"{weekly.Starts:HH:mm}", weekly.Minutes) : null;

    [GraphQLDescription("Of a window that is held once.")]
    public DateTimeOffset? From => window.StartsAt;

    public DateTimeOffset? To => window.EndsAt;

    [GraphQLDescription("The last day on which it begins, by the plant's clock.")]
    public DateOnly Until => window.Until;

    public string Reason => window.Reason;

    [GraphQLDescription("Who looks after what it holds back, and is told first.")]
    public PersonName? Owner => picture.NamePerson(window.OwnerId);

    [GraphQLDescription("False once somebody ended it.")]
    public bool IsActive => window.IsActive;

    public int Version => window.Version;

    [GraphQLDescription("When the window that runs now ends; null when none runs.")]
    public DateTimeOffset? GetRunsUntil(TimeProvider clock) =>
        window.IsActive ? window.EndAround(clock.GetUtcNow(), picture.Calendar(window.PlantId, null).Zone) : null;

    [GraphQLDescription("When it begins next; null when it begins no more.")]
    public DateTimeOffset? GetNextStartsAt(TimeProvider clock) =>
        window.StartAfter(clock.GetUtcNow(), picture.Calendar(window.PlantId, null).Zone);

    [GraphQLDescription("What it holds back now.")]
    public async Task<IReadOnlyList<AlertPicture>> GetAlertsAsync(
        IMaintenanceWindowStore windows, AlertPictures pictures, CancellationToken cancellationToken) =>
        await pictures.Of(await windows.HeldBy(window.Id, cancellationToken), cancellationToken);
}

[GraphQLName("Weekly")]
[GraphQLDescription("Every week on these days from HH:mm by the plant's clock, for so many minutes.")]
public sealed record WeeklyNode(IReadOnlyList<DayOfWeek> Days, string Starts, int Minutes);
