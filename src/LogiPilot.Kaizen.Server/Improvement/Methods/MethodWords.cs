using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Methods;

/// <summary>A method in words, before there is a plan: what each gate asks for, and when each step is due.</summary>
internal sealed class MethodWords(Texts texts, Language language, MethodDefinition method)
{
    /// <summary>What has to hold before a step is signed, the compulsory fields first.</summary>
    public IEnumerable<string> Gate(StepDefinition step) =>
        (step.Fields.Any(f => f.Required) ? [texts.Of(language, "methods.asks.required")] : Array.Empty<string>())
        .Concat(step.Gate.Where(r => r.Rule != "filled" || step.Field(Text(r, "field"))?.Required != true).Select(r => Rule(step, r)));

    /// <summary>Null where the method's clock knows no date.</summary>
    public string? Due(StepDefinition step)
    {
        if (step.Due is not { } due)
        {
            return null;
        }

        var said = texts.Of(
            language, $"methods.due.{(due.Days == 0 ? "same" : due.Working ? "working" : "calendar")}{(due.After is null ? "" : "After")}",
            ("count", due.Days), ("step", method.Step(due.After ?? "")?.Name));
        return due.AndBaselinePeriod ? said + texts.Of(language, "methods.due.baseline") : said;
    }

    /// <summary>A rule is said otherwise where an argument is given, or has a value, that changes what it asks for.</summary>
    private string Rule(StepDefinition step, GateRule rule)
    {
        var key = "methods.asks." + rule.Rule;
        var variant = rule.With.Select(w => w.Value.ValueKind == JsonValueKind.String ? w.Value.GetString()! : w.Key).Concat(rule.With.Keys)
            .Select(v => $"{key}-{v}").FirstOrDefault(texts.Has);
        var arguments = rule.With.ToDictionary(w => w.Key, w => Argument(step, rule, w.Key, w.Value), StringComparer.Ordinal);
        arguments["gateKind"] = arguments.GetValueOrDefault("kind") ?? arguments.GetValueOrDefault("kinds");
        arguments["sponsor"] = method.SponsorTitle;
        return texts.Of(language, variant ?? key, arguments);
    }

    private object? Argument(StepDefinition step, GateRule rule, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.Array when name == "kinds" => value.EnumerateArray().Select(v => Kind(v.GetString()!)).ToArray(),
        JsonValueKind.Array => value.EnumerateArray().Select(v => method.Field(step.FullName(v.GetString()!))?.Name).OfType<Bilingual>().ToArray(),
        JsonValueKind.String when name == "kind" => Kind(value.GetString()!),
        JsonValueKind.String => method.Field(step.FullName(value.GetString()!))?.Name
            ?? method.Step(value.GetString()!)?.Name
            ?? method.Field(step.FullName(Text(rule, "field")))?.Choices?.FirstOrDefault(c => c.Code == value.GetString())?.Name
            ?? (object?)value.GetString(),
        _ => null,
    };

    private static string Kind(string code) => Enum.Parse<ActionKind>(code, ignoreCase: true).ToString();

    private static string Text(GateRule rule, string name) => rule.With.TryGetValue(name, out var value) ? value.GetString() ?? "" : "";
}
