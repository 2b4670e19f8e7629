using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

public enum PersonKind
{
    Human,

    /// <summary>A program that signs in with a token.</summary>
    Program,
}

/// <summary>
/// A person (or a program) of one or more plants, with a role, areas and a support service in each. Passwords and tokens are
/// credentials, kept elsewhere under the person's id.
/// </summary>
public sealed class Person
{
    private Person()
    {
    }

    public Guid Id { get; private set; }

    public PersonKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Sign-in name, unique, compared without case; null for a program.</summary>
    public string? UserName { get; private set; }

    public string? Email { get; private set; }

    public Language Language { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>A role in every plant, present and future, beside <see cref="Memberships"/>.</summary>
    public Role? RoleEverywhere { get; private set; }

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public int Version { get; private set; }

    public static Person Create(
        Guid id, PersonKind kind, string name, string? userName, string? email, Language language,
        IReadOnlyList<Membership> memberships, Role? roleEverywhere = null) =>
        new()
        {
            Id = id, Kind = kind, Name = name, UserName = userName, Email = email, Language = language,
            Memberships = memberships, RoleEverywhere = roleEverywhere, IsActive = true, Version = 1,
        };

    /// <summary>Works elsewhere, or as something else, from now on.</summary>
    public void Move(IReadOnlyList<Membership> memberships, Role? roleEverywhere)
    {
        (Memberships, RoleEverywhere) = (memberships, roleEverywhere);
        Version++;
    }

    public bool Speak(Language language)
    {
        if (Language == language)
        {
            return false;
        }

        Language = language;
        Version++;
        return true;
    }
}
