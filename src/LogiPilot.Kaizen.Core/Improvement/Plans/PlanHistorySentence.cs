using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// Which sentence of the catalogue tells what happened to a plan (<c>plans.history.*</c>) and with which arguments: names of people, steps
/// and fields by the plan's method, days and numbers as they are. What nobody did has its own sentence where somebody may do it too.
/// </summary>
public sealed record PlanHistorySentence(string Key, IReadOnlyDictionary<string, object?> Arguments)
{
    private static readonly string[] People = ["sponsor", "owner", "to"];
    private static readonly string[] Days = ["from", "until", "day"];

    public static PlanHistorySentence Of(PlanEvent happened, ActionPlan plan, OrganisationPicture people)
    {
        var step = happened.Step is { } code ? plan.Method.Step(code) : null;
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["by"] = people.NamePerson(happened.ById)?.Name,
            ["step"] = happened.Step,
            ["stepName"] = step?.Name,
        };
        using var facts = JsonDocument.Parse(happened.Facts ?? "{}");
        foreach (var fact in facts.RootElement.EnumerateObject())
        {
            arguments[fact.Name] = fact.Name == "level"
                ? plan.Method.Levels.FirstOrDefault(l => l.Code == fact.Value.GetString())?.Name
                : Say(fact.Name, fact.Value, step, people);
        }

        var bySystem = happened.ById is null && happened.Kind is PlanEventKind.Returned or PlanEventKind.Reopened or PlanEventKind.ActionAdded ? "_SYSTEM" : "";
        return new PlanHistorySentence($"plans.history.{JsonNamingPolicy.SnakeCaseUpper.ConvertName(happened.Kind.ToString())}{bySystem}", arguments);
    }

    private static object? Say(string name, JsonElement value, StepDefinition? step, OrganisationPicture people) =>
        value.ValueKind == JsonValueKind.Array && name == "fields"
            ? value.EnumerateArray().Select(f => step?.Field(f.GetString()!)?.Name ?? new Bilingual(f.GetString()!, f.GetString()!)).ToList()
        : value.ValueKind == JsonValueKind.Number ? value.GetDecimal()
        : value.ValueKind != JsonValueKind.String ? value.ToString()
        : People.Contains(name, StringComparer.Ordinal) && value.TryGetGuid(out var person) ? people.NamePerson(person)?.Name
        : Days.Contains(name, StringComparer.Ordinal) && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : value.GetString();
}
