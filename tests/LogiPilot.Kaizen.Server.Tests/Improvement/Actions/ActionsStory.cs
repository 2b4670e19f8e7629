using System.Net.Http.Json;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Actions;

/// <summary>Several actions: who finds them where, what several on one problem lead to, and who is never told of another plant's.</summary>
public sealed class ActionsStory
{
    private const string Selection = "action { id number state version key { family place { code } } alert { number } sponsor { name } owner { name } }";

    [Fact]
    public async Task Three_on_one_problem_propose_a_plan_to_the_leaders_of_its_area()
    {
        await using var plant = await Plant();
        var alert = (await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        await plant.Host.RunSweeps();
        for (var time = 0; time < 3; time++)
        {
            var action = await plant.Order(
                "Max", "addAction",
                new { kind = "CORRECTIVE", what = $"Régler le vérin ({time})", dueOn = "2027-03-20", ownerId = plant.People["Max"], alertId = alert }, Selection);
            Assert.Equal(
                $"A-{time + 1:D4} EquipmentFailure P11 Lea",
                $"{action.GetProperty("number")} {action.GetProperty("key").GetProperty("family")} {action.GetProperty("key").GetProperty("place").GetProperty("code")} {action.GetProperty("sponsor").GetProperty("name")}");
        }

        await plant.Order("Max", "addAction", new { kind = "CORRECTIVE", what = "Encore", dueOn = "2027-03-20", alertId = alert }, Selection);

        Assert.Equal(
            """
            Mon 08:00 Lea APP 3 actions en 90 jours sur le même problème (Poste 1.1) : ouvrez un plan d’action.
            Mon 08:00 Lea MAIL 3 actions en 90 jours sur le même problème (Poste 1.1) : ouvrez un plan d’action.
            """,
            string.Join('\n', (await Told.Read(plant)).Replace('\u00a0', ' ').Split('\n').Where(l => l.Contains("actions en", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Everybody_finds_what_is_his_and_a_pilot_plans_for_himself_alone()
    {
        await using var plant = await Plant();
        await plant.Order("Lea", "addAction", new { kind = "ANALYSIS", what = "Mesurer les temps", dueOn = "2027-03-04", ownerId = plant.People["Paul"] }, Selection);
        await plant.Order("Paul", "addAction", new { kind = "EMERGENCY", what = "Trier le bac", dueOn = "2027-03-01" }, Selection);
        Assert.Equal(
            "FORBIDDEN Prévoir une action revient au chef d’équipe, au responsable, ou à qui pilote le plan ou y participe.",
            await plant.Refused("Paul", "addAction", new { kind = "EMERGENCY", what = "Trier", dueOn = "2027-03-01", ownerId = plant.People["Lea"] }, Selection));
        Assert.StartsWith(
            "INVALID Cette date est passée", await plant.Refused("Lea", "addAction", new { kind = "EMERGENCY", what = "Trier", dueOn = "2027-02-28" }, Selection),
            StringComparison.Ordinal);

        Assert.Equal("A-0002 A-0001", await Numbers("Paul", "{ found: myWork { nodes: actions { number } } }"));
        Assert.Equal("", await Numbers("Lea", "{ found: myWork { nodes: actions { number } } }"));
        Assert.Equal("A-0001", await Numbers("Lea", "{ found: actions(filter: { kinds: [ANALYSIS], states: [TO_DO], dueFrom: \"2027-03-02\" }) { nodes { number } } }"));
        await plant.Morning("2027-03-03");
        Assert.Equal("A-0002", await Numbers("Lea", "{ found: actions(filter: { drift: true }) { nodes { number } } }"));
        Assert.Equal("A-0001 A-0002", await Numbers("Lea", "{ found: actions(orderBy: NUMBER, first: 5) { nodes { number } } }"));

        async Task<string> Numbers(string who, string query) => string.Join(' ', (await (await plant.SignIn(who)).Query(query))
            .GetProperty("found").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task A_photograph_proves_it_and_of_two_who_change_it_at_once_the_second_is_told()
    {
        await using var plant = await Plant();
        var id = (await plant.Order("Lea", "addAction", new { kind = "CORRECTIVE", what = "Marquer le sol", dueOn = "2027-03-04", ownerId = plant.People["Paul"] }, Selection))
            .GetProperty("id").GetGuid();
        var (own, foreign) = (await Photo(plant, plant.PlantId), await Foreign(plant));

        Assert.StartsWith(
            "INVALID Cette pièce jointe n’existe pas",
            await plant.Refused("Paul", "updateAction", new { actionId = id, state = "DONE", proof = new { attachmentIds = (Guid[])[own, foreign] } }, Selection),
            StringComparison.Ordinal);
        var done = await plant.Order(
            "Paul", "updateAction", new { actionId = id, state = "DONE", expectedVersion = 1, proof = new { text = "fait", attachmentIds = (Guid[])[own] } },
            "action { state version proof { text attachments { name mediaType url } } }");
        Assert.Equal(
            "DONE 2 fait sol.png image/png",
            $"{done.GetProperty("state")} {done.GetProperty("version")} {done.GetProperty("proof").GetProperty("text")} "
            + string.Join(' ', done.GetProperty("proof").GetProperty("attachments").EnumerateArray().Select(a => $"{a.GetProperty("name")} {a.GetProperty("mediaType")}")));
        Assert.StartsWith(
            "CONFLICT L’action a changé entre-temps", await plant.Refused("Lea", "updateAction", new { actionId = id, what = "Autre", expectedVersion = 1 }, Selection),
            StringComparison.Ordinal);
        Assert.StartsWith("NOT_FOUND", await plant.Refused("Zoe", "updateAction", new { actionId = id, what = "Autre" }, Selection), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await (await plant.SignIn("Zoe")).Query($"{{ action(id: \"{id}\") {{ id }} }}")).GetProperty("action").ValueKind);
    }

    [Fact]
    public async Task The_digest_of_a_shift_says_what_its_people_are_to_do_today()
    {
        await using var plant = await Plant();
        await plant.WorkInShifts(["Lea", "Paul"], ["Max"]);
        await plant.Order("Lea", "addAction", new { kind = "ANALYSIS", what = "Mesurer les temps", dueOn = "2027-03-02", ownerId = plant.People["Paul"] }, Selection);
        await plant.Order("Lea", "addAction", new { kind = "ANALYSIS", what = "Chercher le bac", dueOn = "2027-03-05", ownerId = plant.People["Paul"] }, Selection);

        await plant.Morning("2027-03-02");

        var digest = (await (await plant.SignIn("Paul")).Query("{ notices(first: 10) { nodes { kind lines } } }")).GetProperty("notices").GetProperty("nodes")
            .EnumerateArray().Single(n => n.GetProperty("kind").GetString() == "SHIFT_DIGEST");
        Assert.Equal(
            ["Action A-0001, Mesurer les temps : à faire aujourd’hui par Paul"],
            digest.GetProperty("lines").EnumerateArray().Select(l => AlertStory.Plain(l.GetString())));
    }

    private static async Task<StoryPlant> Plant()
    {
        var plant = await StoryPlant.At(
            "2027-03-01 08:00", new Somebody("Lea", Role.TeamLeader, ["A1"]), new Somebody("Noe", Role.TeamLeader, ["A2"]),
            new Somebody("Paul", Role.Pilot, ["A1"]), new Somebody("Max", Role.Manager));
        await plant.Import("BIS");
        await plant.Host.AddPerson("Zoe", Role.Manager, "BIS");
        return plant;
    }

    private static async Task<Guid> Foreign(StoryPlant plant) => await Photo(
        plant, (await plant.Admin.Query("{ plants { id code } }")).GetProperty("plants").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "BIS").GetProperty("id").GetGuid());

    private static async Task<Guid> Photo(StoryPlant plant, Guid plantId)
    {
        using var file = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]);
        using var form = new MultipartFormDataContent { { file, "file", "sol.png" } };
        using var answer = await plant.Admin.Http.PostAsync($"/attachments?plantId={plantId}", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
