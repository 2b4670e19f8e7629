using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A plan that people work through from its first step to its last, and what each refused signature said, in the words of the page.</summary>
public sealed partial class WorkedPlan(StoryPlant plant, Guid id, IHand? hand = null)
{
    /// <summary>An operator, who reads plans as anybody of the plant does.</summary>
    public const string Reader = "Hugo";

    /// <summary>Somebody who reads it in English.</summary>
    public const string EnglishReader = "Emma";

    private readonly List<string> _refused = [];
    private readonly List<string> _refusedInEnglish = [];
    private readonly List<RefusedRule> _rules = [];
    private readonly Dictionary<string, string[]> _signed = new(StringComparer.Ordinal);

    public Guid PlanId => id;

    /// <summary>Steps and sentences, in order; a step tried twice stands twice, what is refused whatever the gate says is marked.</summary>
    public string Refusals => string.Join('\n', _refused);

    /// <summary>The first refusal of each step, as who reads English sees it.</summary>
    public string RefusalsInEnglish => string.Join('\n', _refusedInEnglish);

    /// <summary>What was found missing by a gate at some time.</summary>
    public IReadOnlyList<RefusedRule> RefusedRules => _rules;

    /// <summary>What happened to the plan, oldest first, in the words of its history; less what was written, measured and done in small.</summary>
    public async Task<string> History() => string.Join(
        '\n',
        (await Ask(Reader, "history(first: 400) { nodes { kind text } }")).GetProperty("history").GetProperty("nodes").EnumerateArray().Reverse()
            .Where(n => n.Text("kind") is not ("FILLED" or "ACTION_CHANGED" or "MEASURED")).Select(n => AlertStory.Plain(n.Text("text"))));

    /// <summary>The whole text is this one, whatever the numbers of its alerts, which may have gaps; another is shown whole.</summary>
    public static void Same(string expected, string said) =>
        Assert.True(string.Equals(Alerts().Replace(expected, "A"), Alerts().Replace(said, "A"), StringComparison.Ordinal), $"What was said is another text:\n{said}\n");

    /// <summary>Every text that stood in a step of a cycle when it was signed last, as its author wrote it.</summary>
    public IReadOnlyList<string> SignedTexts => [.. _signed.Values.SelectMany(t => t)];

    /// <summary>Writes fields; with a hand, each sentence is written by it.</summary>
    public async Task Fill(string by, string step, params (string Code, object? Value)[] fields)
    {
        var byHand = hand is null ? [] : fields.Where(f => f.Value is string text && text.Contains(' ', StringComparison.Ordinal)).ToArray();
        var rest = fields.Except(byHand).Select(f => new { code = f.Code, value = f.Value }).ToArray();
        if (rest.Length > 0)
        {
            await plant.Order(by, "saveStep", new { planId = id, step, fields = rest }, "actionPlan { id }");
        }

        foreach (var (code, value) in byHand)
        {
            await hand!.Write(id, by, step, code, (string)value!);
        }
    }

    /// <summary>Tries to sign what is not complete; the gate that the page shows says the same as the refusal.</summary>
    public async Task Refuse(string by, string step)
    {
        var said = await TryToSign(by, step);
        var shown = await Missing(by, step);
        Assert.Equal(shown.Select(g => g.Text("says")), said);
        await Keep(step, shown, []);
    }

    /// <summary>Tries to sign what may not be signed now, whatever its gate says; the page shows what the gate lacks besides.</summary>
    public async Task RefuseOutright(string by, string step)
    {
        var said = await TryToSign(by, step);
        await Keep(step, await Missing(by, step), [Assert.Single(said)!]);
    }

    public async Task Sign(string by, string step)
    {
        var before = await Step(by, step, "gate { holds says } fields { value }");
        _signed[$"{(await Ask(by, "cycle")).GetProperty("cycle")} {step}"] = [.. before.GetProperty("fields").EnumerateArray().SelectMany(f => Texts(f.GetProperty("value")))];
        await (hand is null ? plant.Order(by, "signStep", new { planId = id, step }, "actionPlan { id }") : hand.Sign(id, by, step));
        var signed = await Step(by, step, "state signedBy { name } gate { holds }");
        Assert.Equal($"SIGNED {by}", $"{signed.GetProperty("state").GetString()} {signed.GetProperty("signedBy").GetProperty("name").GetString()}");
    }

    public async Task<Guid> Plan(string by, string step, string kind, string what, string owner, string dueOn, params string[] causeIds) => (await plant.Order(
        by, "addAction", new { planId = id, step, kind, what, ownerId = plant.People[owner], dueOn, causeIds }, "action { id }"))
        .GetProperty("id").GetGuid();

    /// <summary>The action that says this.</summary>
    public async Task<Guid> Action(string what) => (await Ask(Reader, "actions { id what }")).GetProperty("actions").EnumerateArray()
        .Single(a => a.Text("what") == what).GetProperty("id").GetGuid();

    public Task Do(string owner, Guid actionId, string? proof) => plant.Order(
        owner, "updateAction", new { actionId, state = "DONE", proof = proof is null ? null : new { text = proof } }, "action { state }");

    public async Task Verify(string by, Guid actionId, bool? isEffective, string? effect) => Assert.Equal(
        "VERIFIED",
        (await plant.Order(by, "verifyAction", new { actionId, isEffective, effect }, "action { state }")).GetProperty("state").GetString());

    public async Task<JsonElement> Ask(string by, string selection) =>
        (await (await plant.SignIn(by)).Query($"query($id: UUID!) {{ actionPlan(id: $id) {{ {selection} }} }}", new { id })).GetProperty("actionPlan");

    public async Task<JsonElement> Step(string by, string step, string selection) =>
        (await Ask(by, $"steps {{ code {selection} }}")).GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("code").GetString() == step);

    private async Task<List<string?>> TryToSign(string by, string step)
    {
        var errors = await (await plant.SignIn(by)).Refused("signStep", new { planId = id, step }, "actionPlan { id }");
        return [.. errors.EnumerateArray().Select(e => e.GetProperty("message").GetString())];
    }

    private async Task<List<JsonElement>> Missing(string by, string step)
    {
        var shown = await Step(by, step, "canSign gate { rule holds says field }");
        Assert.False(shown.GetProperty("canSign").GetBoolean());
        return [.. shown.GetProperty("gate").EnumerateArray().Where(g => !g.GetProperty("holds").GetBoolean())];
    }

    private async Task Keep(string step, List<JsonElement> missing, string[] outright)
    {
        if (!_rules.Exists(r => r.Step == step))
        {
            _refusedInEnglish.Add(step);
            _refusedInEnglish.AddRange((await Missing(EnglishReader, step)).Select(g => "  " + AlertStory.Plain(g.Text("says"))));
        }

        _refused.Add(step);
        _refused.AddRange(outright.Select(s => " !" + AlertStory.Plain(s)));
        _refused.AddRange(missing.Select(g => "  " + AlertStory.Plain(g.Text("says"))));
        _rules.AddRange(missing.Select(g => new RefusedRule(step, g.Text("rule")!, g.Text("field")!)));
    }

    /// <summary>Sentences, not codes, ids and figures.</summary>
    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains(' ', StringComparison.Ordinal) => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };

    [GeneratedRegex(@"A-\d{4}-\d{6}", RegexOptions.None, 1000)]
    private static partial Regex Alerts();
}
