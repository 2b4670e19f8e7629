namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// What somebody wrote into a field of a step: one row a version, never overwritten. The value is JSON as methods.md spells each
/// type of field; null erases.
/// </summary>
public sealed record FieldVersion(
    Guid Id, Guid PlanId, int Cycle, string Step, string Field, int Version, string? Value, Guid? AuthorId, DateTimeOffset At)
{
    /// <summary>Step and field in one, as a plan's values are found.</summary>
    public string Key => KeyOf(Step, Field);

    public static string KeyOf(string step, string field) => $"{step}.{field}";
}
