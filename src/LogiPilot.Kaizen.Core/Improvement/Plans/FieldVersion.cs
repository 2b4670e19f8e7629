using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// What somebody wrote into a field of a step: one row a version, never overwritten. The value is JSON as <c>docs/methods-file.md</c> spells
/// each type of field; null empties the field. What a plan brought along from another that turned into it names that one.
/// </summary>
public sealed record FieldVersion(
    Guid Id, Guid PlanId, int Cycle, string Step, string Field, int Version, string? Value, Guid? AuthorId, DateTimeOffset At,
    Guid? FromPlanId = null)
{
    /// <summary>Step and field in one, as a plan's values are found.</summary>
    public string Key => KeyOf(Step, Field);

    public JsonElement? Json => Value is null ? null : JsonSerializer.Deserialize<JsonElement>(Value);

    public static string KeyOf(string step, string field) => $"{step}.{field}";
}
