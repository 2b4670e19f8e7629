using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Tests.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Organisation;

public sealed class PeopleTests
{
    private static readonly SetUpFirstAdministrator SetUp = new("Ada Roux", "ada", "ada@forez.fr", Language.Fr, "Cycles du Forez");

    private readonly InMemoryOrganisation _organisation = new();
    private readonly Pipeline _pipeline;

    public PeopleTests() => _pipeline = new Pipeline(new MovedClock(), _organisation, _ => { });

    [Fact]
    public async Task The_first_administrator_comes_with_a_plant_and_only_once()
    {
        var id = (await _pipeline.Send(Actor.System, SetUp)).Value.Id;

        var picture = await _organisation.Current(CancellationToken.None);
        var plant = Assert.Single(picture.Plants);
        Assert.Equal(("FOREZ", "Cycles du Forez"), (plant.Code, plant.Name));
        Assert.True(picture.ActorOf(id)!.May(Permission.Administer, plant.Id));
        Assert.Equal([id], plant.FallbackIds);
        Assert.Equal("alreadySetUp", (await _pipeline.Send(Actor.System, SetUp)).Refusal!.Reason);
    }

    [Fact]
    public async Task Set_up_after_an_import_keeps_the_imported_plant()
    {
        var plant = AddPlant("AW");
        var id = (await _pipeline.Send(Actor.System, SetUp)).Value.Id;

        Assert.Equal([id], plant.FallbackIds);
        Assert.Equal(["AW"], (await _organisation.Current(CancellationToken.None)).Plants.Select(p => p.Code));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var bad = SetUp with { Name = " ", UserName = "a b", Email = "nobody", PlantName = "–", TimeZone = "Mars" };
        var refusal = (await _pipeline.Send(Actor.System, bad)).Refusal!;

        Assert.Equal(["name", "userName", "email", "plantCode", "timeZone"], refusal.Details!.Select(d => d.Field));
    }

    [Fact]
    public async Task A_person_has_a_role_in_one_plant_or_everywhere()
    {
        var plant = AddPlant("FOREZ");
        var later = AddPlant("AILLEURS");
        var here = await Add(new AddPerson("Paul", "paul", null, Role.Pilot, PlantCode: "forez"));
        var everywhere = await Add(new AddPerson("Max", "max", null, Role.Manager));

        Assert.True(here.May(Permission.TakeAlert, plant.Id));
        Assert.False(here.Sees(later.Id));
        Assert.True(everywhere.May(Permission.LeadAlert, later.Id));
        Assert.Equal("plantUnknown", await Reason(new AddPerson("Zoé", "zoe", null, Role.Pilot, PlantCode: "X")));
    }

    [Fact]
    public async Task A_user_name_is_taken_whatever_its_case()
    {
        await Add(new AddPerson("Paul", "paul", null, Role.Pilot));

        Assert.Equal("userNameTaken", await Reason(new AddPerson("Paule", "PAUL", null, Role.Pilot)));
    }

    [Fact]
    public async Task Only_an_administrator_adds_people_and_anybody_chooses_a_language()
    {
        AddPlant("FOREZ");
        var pilot = await Add(new AddPerson("Paul", "paul", null, Role.Pilot));

        Assert.Equal(RefusalCode.Forbidden, (await _pipeline.Send(pilot, new AddProgram("ERP", Role.Agent))).Refusal!.Code);
        await _pipeline.Send(pilot, new Speak(Language.En));
        Assert.Equal(Language.En, (await _organisation.Current(CancellationToken.None)).ActorOf(pilot.PersonId!.Value)!.Language);
    }

    [Fact]
    public async Task A_program_has_no_user_name()
    {
        var id = (await _pipeline.Send(Actor.System, new AddProgram("ERP", Role.Agent))).Value.Id;
        var program = (await _organisation.Current(CancellationToken.None)).Person(id)!;

        Assert.Equal((PersonKind.Program, null), (program.Kind, program.UserName));
    }

    private Plant AddPlant(string code)
    {
        var plant = Plant.Create(Guid.CreateVersion7(), code, code, "Europe/Paris", Language.Fr);
        _organisation.Add(plant);
        return plant;
    }

    private async Task<Actor> Add(AddPerson command)
    {
        var id = (await _pipeline.Send(Actor.System, command)).Value.Id;
        return (await _organisation.Current(CancellationToken.None)).ActorOf(id)!;
    }

    private async Task<string?> Reason(AddPerson command) => (await _pipeline.Send(Actor.System, command)).Refusal?.Reason;
}
