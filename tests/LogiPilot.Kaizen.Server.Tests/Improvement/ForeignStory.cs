using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Architecture;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Tests.Improvement;

/// <summary>
/// What is of another plant does not exist: every mutation that names a thing of improvement is tried with each of its ids, as the schema
/// lists them, by somebody of another plant who gives things of their own for all else.
/// </summary>
public sealed partial class ForeignStory
{
    private static readonly string Schema = File.ReadAllText(Path.Combine(Source.Root, "tests/LogiPilot.Kaizen.Server.Tests/schema.verified.graphql"));

    [Fact]
    public async Task Nothing_of_another_plant_is_found_by_any_order_or_question()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", new Somebody("Mona", Role.Manager), new Somebody("Lena", Role.TeamLeader));
        await plant.Import("BIS");
        await plant.Host.AddPerson("Zoe", Role.Manager, "BIS");
        await plant.Host.AddPerson("Lou", Role.TeamLeader, "BIS");
        var bis = (await plant.Admin.Query("{ plants { id code } }")).GetProperty("plants").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "BIS").GetProperty("id").GetGuid();
        var people = (await plant.Admin.Query("{ people { id name } }")).GetProperty("people").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("id").GetGuid(), StringComparer.Ordinal);
        var (foreign, own) = (await Make(plant, "Mona", "Lena", plant.PlantId, people), await Make(plant, "Zoe", "Lou", bis, people));

        var (tried, wrong) = (0, new List<string>());
        foreach (var (mutation, input, id) in Orders(foreign.Keys))
        {
            var given = input.Where(f => f.IsNeeded || f.Name == id).ToDictionary(
                f => f.Name, f => f.Name == id ? foreign[id] : own.TryGetValue(f.Name, out var known) ? known : Value(f.Type), StringComparer.Ordinal);
            if (mutation == "analyseDysfunction")
            {
                (given["kind"], given["value"]) = ("QQOQCCP", new { who = "Équipe B" });
            }

            var payload = (await (await plant.SignIn("Zoe")).Query(
                $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code }} }} }} }}",
                new { input = given })).GetProperty(mutation).GetProperty("errors");
            var code = payload.ValueKind == JsonValueKind.Array ? payload[0].GetProperty("code").GetString() : "done";
            tried++;
            if (code != "NOT_FOUND")
            {
                wrong.Add($"{mutation}({id}): {code}");
            }
        }

        Source.None(wrong);
        Assert.True(tried >= 40, $"{tried} were tried.");

        var ids = foreign.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var zoe = await plant.SignIn("Zoe");
        var seen = await zoe.Query(
            $$"""
            { plan: actionPlan(id: "{{ids["planId"]}}") { id } action(id: "{{ids["actionId"]}}") { id } dysfunction(id: "{{ids["dysfunctionId"]}}") { id }
              proposal(id: "{{ids["proposalId"]}}") { id } stopCost(plantId: "{{plant.PlantId}}") { version }
              referrals: openReferrals(plantIds: ["{{plant.PlantId}}"]) { id }
              plans: actionPlans(filter: { plantIds: ["{{plant.PlantId}}"] }) { nodes { id } }
              actions(filter: { planIds: ["{{ids["planId"]}}"] }) { nodes { id } }
              dysfunctions(filter: { plantIds: ["{{plant.PlantId}}"] }) { nodes { id } } }
            """);
        Source.None(seen.EnumerateObject().Where(p => !IsNothing(p.Value)));
        var facts = await Assert.ThrowsAnyAsync<Exception>(() => zoe.Query($"{{ dysfunctionFacts(alertIds: [\"{ids["alertId"]}\"]) {{ count }} }}"));
        Assert.Contains("NOT_FOUND", facts.Message, StringComparison.Ordinal);
        foreach (var path in (string[])[$"/print/plans/{ids["planId"]}", $"/print/proposals/{ids["proposalId"]}"])
        {
            using var answer = await zoe.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
        || (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("nodes", out var nodes) && nodes.GetArrayLength() == 0);

    /// <summary>One of everything.</summary>
    private static async Task<Dictionary<string, object>> Make(StoryPlant plant, string by, string leader, Guid plantId, Dictionary<string, Guid> people)
    {
        Guid Id(JsonElement made) => made.GetProperty("id").GetGuid();
        var alert = Id(await plant.Order(by, "raiseAlert", new { kind = "FIVE_S", plantId }));
        var dysfunction = Id(await plant.Order(
            by, "reportDysfunction", new { kind = "ORGANISATIONAL", title = "Bacs vides en retard", facts = "Trois fois", plantId }, "dysfunction { id }"));
        var analysis = (await plant.Order(
            by, "analyseDysfunction", new { dysfunctionId = dysfunction, kind = "QQOQCCP", value = new { who = "Équipe A" } }, "dysfunction { analyses { id } }"))
            .GetProperty("analyses")[0].GetProperty("id").GetGuid();
        await plant.Order(by, "analyseDysfunction", new { dysfunctionId = dysfunction, conclusion = "Trop tard", supportNeed = "NONE" }, "dysfunction { id }");
        var proposal = Id(await plant.Order(
            by, "proposeImprovement",
            new
            {
                dysfunctionId = dysfunction,
                proposal = new
                {
                    description = "Deux tournées", means = "Un train", objectives = "Zéro attente", deadline = "2027-04-01", peopleIds = (Guid[])[people[by]],
                    involved = "Les caristes", cost = 100, gain = 200,
                    constraints = new { technical = "a", quality = "b", environment = "c", safety = "d" },
                    alternatives = (object[])[new { text = "Rien", whyNot = "Attend" }],
                    risks = new { cost = R(), delay = R(), safety = R(), environment = R() },
                },
            },
            "proposal { id }"));
        var plan = Id(await plant.Order(leader, "openActionPlan", new { method = "PDCA", title = "Bacs", plantId }, "actionPlan { id }"));
        var indicator = Id(await plant.Order(
            leader, "saveIndicator", new { planId = plan, name = "Attentes", unit = "min", target = 1, targetOn = "2027-04-01" }, "indicator { id }"));
        var action = Id(await plant.Order(leader, "addAction", new { planId = plan, kind = "ANALYSIS", what = "Mesurer", dueOn = "2027-03-08" }, "action { id }"));
        await plant.Order(leader, "holdMeeting", new { planId = plan, minutes = 10, presentIds = (Guid[])[people[leader]] }, "actionPlan { id }");
        await plant.Order(leader, "communicate", new { planId = plan, text = "Lisez", toIds = (Guid[])[people[by]] }, "actionPlan { id }");
        await plant.Order(leader, "referToService", new { planId = plan, service = "QUALITY", question = "Quel défaut ?" }, "actionPlan { id }");
        var shown = await plant.Plan(leader, plan, "meetings { id } communications { id } referrals { id }");
        return new(StringComparer.Ordinal)
        {
            ["planId"] = plan, ["actionId"] = action, ["indicatorId"] = indicator, ["dysfunctionId"] = dysfunction, ["analysisId"] = analysis,
            ["proposalId"] = proposal, ["alertId"] = alert, ["meetingId"] = Of("meetings"), ["communicationId"] = Of("communications"),
            ["referralId"] = Of("referrals"),
        };

        object R() => new { score = 1, reason = "Peu" };
        Guid Of(string list) => shown.GetProperty(list)[0].GetProperty("id").GetGuid();
    }

    private static IEnumerable<(string Mutation, List<InputField> Input, string Id)> Orders(IEnumerable<string> ids)
    {
        var inputs = Inputs().Matches(Schema).ToDictionary(
            m => m.Groups["name"].Value,
            m => Fields().Matches(m.Groups["body"].Value).Select(f => new InputField(f.Groups["name"].Value, f.Groups["type"].Value)).ToList(), StringComparer.Ordinal);
        return Mutations().Matches(Schema[Schema.IndexOf("\ntype Mutation {", StringComparison.Ordinal)..]).Select(m => (m.Groups["name"].Value, inputs[m.Groups["input"].Value]))
            .SelectMany(m => m.Item2.Where(f => f.Name != "alertId" && ids.Contains(f.Name, StringComparer.Ordinal)).Select(f => (m.Item1, m.Item2, f.Name)));
    }

    private static object Value(string type) => type.TrimEnd('!') switch
    {
        "Int" => 1,
        "Boolean" => true,
        "String" => "PLAN",
        "Date" => "2027-03-20",
        "UUID" => Guid.Empty,
        "ActionKind" => "ANALYSIS",
        "DysfunctionKind" => "ORGANISATIONAL",
        "SupportService" => "QUALITY",
        "DecisionKind" => "REFUSED",
        "ProposalInput" => new { description = "x" },
        "[FieldInput!]" => new[] { new { code = "gap", value = "x" } },
        _ => Array.Empty<object>(),
    };

    [GeneratedRegex(@"\ninput (?<name>\w+) \{(?<body>.*?)\n\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Inputs();

    [GeneratedRegex(@"^\s+(?<name>\w+): (?<type>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^  (?<name>\w+)\(\s*input: (?<input>\w+Input)!", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Mutations();

    private sealed record InputField(string Name, string Type)
    {
        public bool IsNeeded => Type.EndsWith('!');
    }
}
