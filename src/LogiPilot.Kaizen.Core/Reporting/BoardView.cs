using System.Collections.Immutable;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>What an actor sees of a plant's board: the areas and lines named, null meaning all of them.</summary>
public sealed record BoardView(Guid PlantId, ImmutableSortedSet<Guid>? Areas = null, ImmutableSortedSet<Guid>? Lines = null)
{
    /// <summary>The same text for the same view, whoever asked and in whatever order.</summary>
    public string Key { get; } = $"{PlantId:N}/{Listed(Areas)}/{Listed(Lines)}";

    public bool IsWholePlant => Areas is null && Lines is null;

    public bool Holds(Guid? areaId, Guid? lineId) =>
        (Areas is null || (areaId is { } area && Areas.Contains(area))) &&
        (Lines is null || (lineId is { } line && Lines.Contains(line)));

    public bool Equals(BoardView? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>
    /// The view that a scope is for an actor. A screen sees its own areas, whatever it asks; a plant, area or line that the
    /// actor does not see is refused like one that does not exist.
    /// </summary>
    public static Outcome<BoardView> Of(BoardScope scope, Actor actor, OrganisationPicture organisation)
    {
        if (organisation.Plant(scope.PlantId) is null || !actor.Sees(scope.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        var own = OwnAreas(actor, scope.PlantId);
        var areas = own;
        if (scope.AreaId is { } areaId)
        {
            if (!Is(areaId, PlaceKind.Area) || own?.Contains(areaId) == false)
            {
                return Refusal.NotFound("area");
            }

            areas = [areaId];
        }

        if (scope.LineIds is not { Count: > 0 } lineIds)
        {
            return new BoardView(scope.PlantId, areas);
        }

        var isForeign = lineIds.Any(id =>
            !Is(id, PlaceKind.Line) || (areas is not null && !areas.Contains(organisation.Place(id)!.AreaId ?? Guid.Empty)));
        return isForeign ? Refusal.NotFound("line") : new BoardView(scope.PlantId, areas, [.. lineIds]);

        bool Is(Guid id, PlaceKind kind) =>
            organisation.Place(id) is { } place && place.Kind == kind && place.PlantId == scope.PlantId;
    }

    private static ImmutableSortedSet<Guid>? OwnAreas(Actor actor, Guid plantId)
    {
        var here = actor.Memberships.Where(m => m.PlantId == plantId).ToArray();
        return here.Length > 0 && here.All(m => m.Role == Role.Screen && m.AreaIds.Count > 0)
            ? [.. here.SelectMany(m => m.AreaIds)]
            : null;
    }

    private static string Listed(ImmutableSortedSet<Guid>? ids) =>
        ids is null ? "" : string.Join(',', ids.Select(id => id.ToString("N")));
}
