using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>What a person's names must be.</summary>
internal static class PersonRules
{
    public const int LongestCode = 20;

    public static IEnumerable<Refusal?> Check(string name, string userName, string? email)
    {
        yield return CheckName(name);
        yield return Words.Missing("userName", userName)
            ?? Words.TooLong("userName", userName, Words.InName)
            ?? (userName.Trim().Any(char.IsWhiteSpace) ? Refusal.Invalid("userName", "userNameHasBlanks") : null);
        yield return Words.Given(email) is { } address && !(address.IndexOf('@') > 0 && !address.EndsWith('@'))
            ? Refusal.Invalid("email", "emailInvalid")
            : null;
    }

    public static Refusal? CheckName(string name) => Words.Missing("name", name) ?? Words.TooLong("name", name, Words.InName);

    /// <summary>A role in one plant (and its areas) when a plant is named, else everywhere.</summary>
    public static async Task<Outcome<Post>> Post(
        IOrganisationStore organisation, Role role, string? plantCode, IReadOnlyList<string>? areaCodes, SupportService? service,
        CancellationToken cancellationToken)
    {
        if (plantCode is null)
        {
            return areaCodes is { Count: > 0 } || service is not null
                ? Refusal.Invalid("plant", "areasNeedPlant")
                : new Post([], role);
        }

        var plants = await organisation.Plants(cancellationToken);
        if (plants.FirstOrDefault(p => string.Equals(p.Code, plantCode, StringComparison.OrdinalIgnoreCase)) is not { } plant)
        {
            return Refusal.Invalid("plant", "plantUnknown", ("code", plantCode));
        }

        var areas = (await organisation.Places(plant.Id, cancellationToken)).Where(p => p.Kind == PlaceKind.Area)
            .ToDictionary(p => p.Code, p => p.Id, StringComparer.OrdinalIgnoreCase);
        return areaCodes?.FirstOrDefault(c => !areas.ContainsKey(c)) is { } unknown
            ? Refusal.Invalid("areas", "areaUnknown", ("code", unknown))
            : new Post([new Membership(plant.Id, role, [.. (areaCodes ?? []).Select(c => areas[c])], service)], null);
    }
}

/// <summary>Where a person works: in named plants, or with one role in all of them.</summary>
internal sealed record Post(IReadOnlyList<Membership> Memberships, Role? RoleEverywhere);
