using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Organisation;

[QueryType]
public static class OrganisationQueries
{
    [Needs(Permission.Self)]
    public static async Task<MeNode> GetMeAsync(IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return new(current.Actor, current.Actor.PersonId is { } id ? picture.Person(id) : null, picture);
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<IEnumerable<PlantNode>> GetPlantsAsync(
        IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return picture.Plants.Where(p => current.Actor.Sees(p.Id)).Select(p => new PlantNode(p, picture));
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<IEnumerable<LineNode>> GetLinesAsync(
        IReadOnlyList<Guid>? plantIds, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return Seen(picture, current.Actor, plantIds).Where(p => p.Kind == PlaceKind.Line).Select(p => new LineNode(p, picture));
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<LineNode?> GetLineAsync(
        Guid id, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return picture.Place(id) is { Kind: PlaceKind.Line } line && current.Actor.Sees(line.PlantId) ? new(line, picture) : null;
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<PlaceNode?> GetPlaceAsync(
        Guid id, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return picture.Place(id) is { } place && current.Actor.Sees(place.PlantId) ? new(place, picture) : null;
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("The place whose QR label or short code this is, letters in any case.")]
    public static async Task<PlaceNode?> GetPlaceByLabelAsync(
        string label, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return Seen(picture, current.Actor, null).FirstOrDefault(p => string.Equals(p.Label, label.Trim(), StringComparison.OrdinalIgnoreCase))
            is { } place ? new(place, picture) : null;
    }

    [Needs(Permission.SeeBoard)]
    [UseConnection(Name = "Place")]
    public static async Task<Connection<PlaceNode>> GetPlacesAsync(
        IReadOnlyList<Guid>? plantIds, IReadOnlyList<PlaceKind>? kinds, string? text, PageRequest page, IDirectory directory,
        ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var found = Seen(picture, current.Actor, plantIds)
            .Where(p => kinds is null || kinds.Contains(p.Kind))
            .Where(p => string.IsNullOrWhiteSpace(text) || Matches(p.Name, text) || Matches(p.Code, text) || Matches(p.Label, text));
        return Connection.FromList([.. found.Select(p => new PlaceNode(p, picture))], page);
    }

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("People of the plants the caller sees, by name; by role and area where these are given.")]
    public static async Task<IEnumerable<PersonName>> GetPeopleAsync(
        IReadOnlyList<Guid>? plantIds, IReadOnlyList<Guid>? areaIds, IReadOnlyList<Role>? roles, IDirectory directory,
        ICurrentActor current, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var plants = current.Actor.PlantsAmong(plantIds);
        return picture.People
            .Where(p => p.Kind == PersonKind.Human && picture.ActorOf(p.Id) is { } actor && actor.Memberships.Any(m =>
                plants.Contains(m.PlantId)
                && (roles is null || roles.Contains(m.Role))
                && (areaIds is null || m.AreaIds.Count == 0 || m.AreaIds.Any(areaIds.Contains))))
            .OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(p => new PersonName(p.Id, p.Name));
    }

    private static IEnumerable<Place> Seen(OrganisationPicture picture, Actor actor, IReadOnlyList<Guid>? plantIds)
    {
        var plants = actor.PlantsAmong(plantIds);
        return picture.Places.Where(p => plants.Contains(p.PlantId));
    }

    // Accents and case are no difference to somebody who types on a phone.
    private static bool Matches(string name, string text) =>
        System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            name, text.Trim(), System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;
}
