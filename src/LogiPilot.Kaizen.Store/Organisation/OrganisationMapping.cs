using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LogiPilot.Kaizen.Store.Organisation;

internal sealed class PlantMapping : IEntityTypeConfiguration<Plant>
{
    public void Configure(EntityTypeBuilder<Plant> builder)
    {
        builder.ToTable("plants").HasKey(p => p.Id);
        builder.Property(p => p.Shifts).HasConversion<JsonColumn<IReadOnlyList<Shift>>>();
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places").HasKey(p => p.Id);
        builder.HasIndex(p => new { p.PlantId, p.Kind, p.Code }).IsUnique();
        builder.HasIndex(p => new { p.PlantId, p.Label }).IsUnique();
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.Property(p => p.Memberships).HasConversion<JsonColumn<IReadOnlyList<Membership>>>();
        builder.Computed("SignInKey", p => OrganisationStore.SignInKey(p.UserName)).IsRequired(false);
        builder.HasIndex("SignInKey").IsUnique();
    }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens").HasKey(t => t.Id);
        builder.HasIndex(t => t.Hash).IsUnique();
    }
}
