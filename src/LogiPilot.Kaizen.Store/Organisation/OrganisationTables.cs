using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

internal static class OrganisationTables
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Plant>("plants"),
        new TableMap<Place>("places"),
        new TableMap<Person>("people")
            .Computed("SignInKey", p => OrganisationStore.SignInKey(p.UserName), isNullable: true),
        new TableMap<PlantCalendar>("calendars"),
        new TableMap<Team>("teams"),
        new TableMap<Absence>("absences"),
        new TableMap<ApiToken>("api_tokens"),
    ];
}
