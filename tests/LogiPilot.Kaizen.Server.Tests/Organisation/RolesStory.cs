using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Organisation;

public sealed class RolesStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    /// <summary>What concerns the person alone, anybody may do.</summary>
    private static readonly string[] OpenToAll = ["setLanguage", "readNotices", "saveNoticePreferences", "newCalendarLink", "shareEvidence", "endEvidenceShare"];

    [Fact]
    public async Task Somebody_without_the_role_gets_a_typed_refusal_for_each_mutation()
    {
        var screen = await plant.SignIn(Role.Screen);
        var schema = (await screen.Query("""
            { __schema { mutationType { fields { name args { type { ...T } } } } types { name inputFields { name type { ...T } } enumValues { name } } } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
            """)).GetProperty("__schema");
        var mutations = schema.GetProperty("mutationType").GetProperty("fields").EnumerateArray().ToList();
        var refused = new List<string>();
        foreach (var mutation in mutations.Where(m => !OpenToAll.Contains(m.GetProperty("name").GetString(), StringComparer.Ordinal)))
        {
            var name = mutation.GetProperty("name").GetString()!;
            var input = Sample(mutation.GetProperty("args")[0].GetProperty("type"), schema)!;
            var errors = await screen.Refused(name, input, "__typename");
            var error = Assert.Single(errors.EnumerateArray());
            Assert.True(error.GetProperty("__typename").GetString() == "ForbiddenError", $"{name}: {error}");
            Assert.Equal("FORBIDDEN", error.GetProperty("code").GetString());
            Assert.StartsWith("Votre rôle ne permet pas ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            refused.Add(name);
        }

        Assert.Equal(mutations.Count - OpenToAll.Length, refused.Count);
        Assert.Contains("raiseAlert", refused);
        Assert.Contains("recordMovements", refused);
    }

    [Fact]
    public async Task What_is_unknown_and_what_is_another_plants_answer_alike()
    {
        var foreigner = plant.Host.WithToken(await plant.Host.AddToken("bis", Role.Admin, "BIS"));
        var leader = await plant.SignIn(Role.Admin);
        var theirPlace = await First(foreigner, "places");
        var theirPoint = await First(foreigner, "supplyPoints");
        var theirAlert = (await foreigner.Order("raiseAlert", new { kind = "QUALITY", placeId = theirPlace })).GetProperty("id").GetGuid();

        foreach (var (field, theirs) in new[] { ("alert", theirAlert), ("place", theirPlace), ("supplyPoint", theirPoint) })
        {
            var document = $$"""query($id: UUID!) { {{field}}(id: $id) { id } }""";
            var unknown = await leader.Ask(document, new { id = Guid.CreateVersion7() });
            var foreign = await leader.Ask(document, new { id = theirs });
            Assert.Equal(unknown.ToString(), foreign.ToString());
            Assert.Equal(JsonValueKind.Null, foreign.GetProperty("data").GetProperty(field).ValueKind);
        }

        const string Board = "query($id: UUID!) { board(plantId: $id) { sequence } }";
        var unknownAlert = await leader.Refused("acknowledgeAlert", new { alertId = Guid.CreateVersion7() });
        var foreignAlert = await leader.Refused("acknowledgeAlert", new { alertId = theirAlert });
        var alerts = await leader.Query("query($id: UUID!) { alerts(filter: { plantIds: [$id] }) { totalCount } }", new { id = plant.OtherPlantId });
        Assert.Equal(unknownAlert.ToString(), foreignAlert.ToString());
        Assert.Equal("NOT_FOUND", foreignAlert[0].GetProperty("code").GetString());
        Assert.Equal("NOT_FOUND", await leader.RefusedQuery(Board, new { id = plant.OtherPlantId }));
        Assert.Equal("NOT_FOUND", await leader.RefusedQuery(Board, new { id = Guid.CreateVersion7() }));
        Assert.Equal(0, alerts.GetProperty("alerts").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Everybody_reads_his_own_language_and_may_change_it()
    {
        await plant.Host.AddPerson("bilingue", Role.Operator, "ROA");
        var person = await plant.Host.SignIn("bilingue");
        var unknown = new { alertId = Guid.CreateVersion7(), comment = "…" };

        var french = await person.Refused("commentAlert", unknown);
        await person.Order("setLanguage", new { language = "EN" }, "me { language }");
        var english = await person.Refused("commentAlert", unknown);

        Assert.Equal("Introuvable : cette alerte n’existe pas ou ne vous est pas accessible.", french[0].GetProperty("message").GetString());
        Assert.StartsWith("Not found: this alert", english[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<Guid> First(KaizenClient client, string list) =>
        (await client.Query($"{{ {list}(first: 1) {{ nodes {{ id }} }} }}")).GetProperty(list).GetProperty("nodes")[0].GetProperty("id").GetGuid();

    /// <summary>The smallest value that a type of the schema admits; nothing for what may be absent.</summary>
    private static object? Sample(JsonElement type, JsonElement schema, bool isRequired = false)
    {
        var kind = type.GetProperty("kind").GetString();
        if (kind == "NON_NULL")
        {
            return Sample(type.GetProperty("ofType"), schema, isRequired: true);
        }

        if (!isRequired)
        {
            return null;
        }

        var name = type.GetProperty("name").GetString();
        var named = schema.GetProperty("types").EnumerateArray().FirstOrDefault(t => t.GetProperty("name").GetString() == name);
        return (kind, name) switch
        {
            ("LIST", _) => new[] { Sample(type.GetProperty("ofType"), schema, isRequired: true) },
            ("ENUM", _) => named.GetProperty("enumValues")[0].GetProperty("name").GetString(),
            ("INPUT_OBJECT", _) => named.GetProperty("inputFields").EnumerateArray()
                .Select(f => (Name: f.GetProperty("name").GetString()!, Value: Sample(f.GetProperty("type"), schema)))
                .Where(f => f.Value is not null)
                .ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
            (_, "UUID") => Guid.CreateVersion7(),
            (_, "String") => "x",
            (_, "Date") => "2026-03-02",
            (_, "DateTime") => "2026-03-02T08:00:00Z",
            (_, "Int" or "Long" or "Decimal" or "Float") => 1,
            (_, "Boolean") => true,
            _ => throw new InvalidOperationException($"No sample of {name}: say one here."),
        };
    }
}
