using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A plan that people work through from its first step to its last, and what each refused signature said, in the words of the page.</summary>
public sealed class WorkedPlan(StoryPlant plant, Guid id)
{
    /// <summary>An operator, who reads plans as anybody of the plant does.</summary>
    public const string Reader = "Hugo";

    private readonly List<string> _refused = [];
    private readonly List<string> _signed = [];

    public Guid PlanId => id;

    /// <summary>Steps and sentences, in order; a step tried twice stands twice.</summary>
    public string Refusals => string.Join('\n', _refused);

    /// <summary>Every text that stood in a step when it was signed, as its author wrote it.</summary>
    public IReadOnlyList<string> SignedTexts => _signed;

    public Task<JsonElement> Fill(string by, string step, params (string Code, object? Value)[] fields) => plant.Order(
        by, "saveStep", new { planId = id, step, fields = fields.Select(f => new { code = f.Code, value = f.Value }).ToArray() }, "actionPlan { id }");

    /// <summary>Tries to sign what is not complete; the gate that the page shows says the same as the refusal.</summary>
    public async Task Refuse(string by, string step)
    {
        var client = await plant.SignIn(by);
        var errors = await client.Refused("signStep", new { planId = id, step }, "actionPlan { id }");
        var said = errors.EnumerateArray().Select(e => e.GetProperty("message").GetString()).ToList();
        var shown = await Step(by, step, "canSign gate { holds says }");
        Assert.False(shown.GetProperty("canSign").GetBoolean());
        Assert.Equal(
            shown.GetProperty("gate").EnumerateArray().Where(g => !g.GetProperty("holds").GetBoolean()).Select(g => g.GetProperty("says").GetString()),
            said);
        _refused.Add(step);
        _refused.AddRange(said.Select(s => "  " + AlertStory.Plain(s)));
    }

    public async Task Sign(string by, string step)
    {
        var before = await Step(by, step, "gate { holds says } fields { value }");
        _signed.AddRange(before.GetProperty("fields").EnumerateArray().SelectMany(f => Texts(f.GetProperty("value"))));
        await plant.Order(by, "signStep", new { planId = id, step }, "actionPlan { id }");
        var signed = await Step(by, step, "state signedBy { name } gate { holds }");
        Assert.Equal($"SIGNED {by}", $"{signed.GetProperty("state").GetString()} {signed.GetProperty("signedBy").GetProperty("name").GetString()}");
    }

    public async Task<Guid> Plan(string by, string step, string kind, string what, string owner, string dueOn, params string[] causeIds) => (await plant.Order(
        by, "addAction", new { planId = id, step, kind, what, ownerId = plant.People[owner], dueOn, causeIds }, "action { id }"))
        .GetProperty("id").GetGuid();

    public Task Do(string owner, Guid actionId, string? proof) => plant.Order(
        owner, "updateAction", new { actionId, state = "DONE", proof = proof is null ? null : new { text = proof } }, "action { state }");

    public async Task Verify(string by, Guid actionId, bool? isEffective, string? effect) => Assert.Equal(
        "VERIFIED",
        (await plant.Order(by, "verifyAction", new { actionId, isEffective, effect }, "action { state }")).GetProperty("state").GetString());

    public async Task<JsonElement> Ask(string by, string selection) =>
        (await (await plant.SignIn(by)).Query($"query($id: UUID!) {{ actionPlan(id: $id) {{ {selection} }} }}", new { id })).GetProperty("actionPlan");

    public async Task<JsonElement> Step(string by, string step, string selection) =>
        (await Ask(by, $"steps {{ code {selection} }}")).GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("code").GetString() == step);

    /// <summary>Sentences, not codes, ids and figures.</summary>
    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains(' ', StringComparison.Ordinal) => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
