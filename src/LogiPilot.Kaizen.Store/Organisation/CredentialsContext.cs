using System.Text.Json;
using LogiPilot.Kaizen.Store.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <summary>What a person signs in with; its id is the person's. Everything else about the person stands on the person.</summary>
public sealed class Credential : IdentityUser<Guid>;

/// <summary>
/// ASP.NET Core Identity's tables, for credentials alone. It writes beside the writer, in small transactions that wait for
/// the writer's to end: never from inside a command.
/// </summary>
public sealed class CredentialsContext(DbContextOptions<CredentialsContext> options) : IdentityUserContext<Credential, Guid>(options)
{
    /// <summary>A context that never opens a connection: for the model and its creation script.</summary>
    public static CredentialsContext Offline() =>
        new(new DbContextOptionsBuilder<CredentialsContext>().UseSqlite("Data Source=:memory:").Options);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Credential>().ToTable("credentials");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("credential_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("credential_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("credential_tokens");
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
