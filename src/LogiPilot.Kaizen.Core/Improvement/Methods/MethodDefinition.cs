using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Who signs a step.</summary>
public enum SignedBy
{
    Leader,
    Sponsor,
}

/// <summary>
/// A named predicate of a gate with its arguments. What is missing is said by the catalogue (<c>methods.gates.RULE</c>) unless the file
/// says it itself.
/// </summary>
public sealed record GateRule(string Rule, IReadOnlyDictionary<string, JsonElement> With, Bilingual? Says = null);

/// <summary>
/// When a step is due: so many days, calendar or working, after a step was signed (null: after the plan was opened), and one period as
/// long as the baseline's more when an effect is to be measured first.
/// </summary>
public sealed record StepDue(int Days, bool Working, string? After = null, bool AndBaselinePeriod = false);

/// <summary>
/// A choice that ends the plan at this step: when the field has the value, the plan closes as a simple action or turns, with its content,
/// into one of the methods named.
/// </summary>
/// <param name="Carries">Of a field of this step, the fields of those methods that it is written into: <c>METHOD.STEP.field</c>.</param>
public sealed record StepExit(
    string Field, string Value, IReadOnlyList<string> TurnsInto, IReadOnlyDictionary<string, IReadOnlyList<string>>? Carries = null);

/// <summary>
/// A step: fields, gate, clock, who signs. An alert on a key of the plan suspends its signature (<paramref name="SuspendedByRecurrence"/>)
/// or, while it is open, starts its period again and proposes the step named for return (<paramref name="RestartedByRecurrence"/>).
/// <paramref name="Checks"/>: days after its start at which the effect is checked; a failed one returns
/// <paramref name="FailedCheckReturns"/>.
/// </summary>
public sealed record StepDefinition(
    string Code,
    Bilingual Name,
    Bilingual Purpose,
    IReadOnlyList<FieldDefinition> Fields,
    IReadOnlyList<GateRule> Gate,
    StepDue? Due,
    SignedBy Signs,
    bool SuspendedByRecurrence,
    string? RestartedByRecurrence,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<int>? Checks = null,
    string? FailedCheckReturns = null,
    StepExit? Exit = null)
{
    public FieldDefinition? Field(string code) => Fields.FirstOrDefault(f => f.Code == code);

    /// <summary>The full name of a field that this step names, be it its own (<c>whys</c>) or another's (<c>D4.whys</c>).</summary>
    public string FullName(string field) => field.Contains('.', StringComparison.Ordinal) ? field : $"{Code}.{field}";
}

/// <summary>How often the meeting of a level is held: its end is the cut-off of the level's cases.</summary>
public enum LevelRhythm
{
    EveryShift,
    Daily,
}

/// <summary>A level at which a case is held until the cut-off; unsolved then, it goes to the next in the list.</summary>
public sealed record LevelDefinition(string Code, Bilingual Name, LevelRhythm Rhythm);

/// <summary>
/// A method as data: its steps in order and what the engine does with them. Shipped in <c>src/methods</c> or a plant's own file; a plan
/// keeps the definition that it was opened with.
/// </summary>
/// <param name="HasCycles">From the last step, a next cycle of the same plan may be opened.</param>
/// <param name="Levels">The levels of a case, lowest first; empty for a method without.</param>
/// <param name="ActionsNeedApproval">Corrective, preventive and improvement actions wait for the sponsor's approval of the plan.</param>
/// <param name="Plants">The codes of the plants that may follow it; null: all.</param>
/// <param name="CasesPerLeader">Open cases that a leader may have before the sponsor is told of one more; null: no such limit.</param>
public sealed record MethodDefinition(
    string Code,
    int Version,
    Bilingual Name,
    Bilingual About,
    Bilingual SponsorTitle,
    IReadOnlyList<StepDefinition> Steps,
    bool HasCycles,
    IReadOnlyList<LevelDefinition> Levels,
    bool ActionsNeedApproval,
    int? CasesPerLeader = null,
    IReadOnlyList<string>? Plants = null)
{
    [JsonIgnore]
    public bool HasLevels => Levels.Count > 0;

    public StepDefinition? Step(string code) => Steps.FirstOrDefault(s => s.Code == code);

    /// <summary>A field of the method by its full name, <c>STEP.field</c>.</summary>
    public FieldDefinition? Field(string fullName) =>
        fullName.Split('.') is [var step, var field] ? Step(step)?.Field(field) : null;

    /// <summary>The steps to be opened again when a step is returned: itself and those that depend on it, in order.</summary>
    public IReadOnlyList<StepDefinition> Reopened(string step)
    {
        var reopened = new HashSet<string>([step], StringComparer.Ordinal);
        while (Steps.FirstOrDefault(s => !reopened.Contains(s.Code) && s.DependsOn.Any(reopened.Contains)) is { } next)
        {
            reopened.Add(next.Code);
        }

        return [.. Steps.Where(s => reopened.Contains(s.Code))];
    }
}

/// <summary>The methods that a plan may be opened with: those shipped and the plant's own files.</summary>
public interface IMethods
{
    /// <summary>The newest version of each method that a plant, by its code, may follow; shipped first.</summary>
    IReadOnlyList<MethodDefinition> Of(string? plantCode);

    /// <summary>A method by its code; of several versions the newest unless one is asked for.</summary>
    MethodDefinition? Find(string code, int? version = null);
}
