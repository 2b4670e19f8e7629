namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>
/// What a gate found for one rule: held or not, with the facts of its sentence and the field to go to (<c>STEP.field</c>). A rule that
/// can fail in several ways has a name for each (<c>actionsVerifiedNone</c>). An argument may be a <see cref="Bilingual"/>.
/// </summary>
public sealed record GateFinding(
    string Rule, bool Holds, IReadOnlyDictionary<string, object?> Arguments, string? Field = null, Bilingual? Says = null)
{
    /// <summary>The key of its sentence; <see cref="Says"/>, where the method's file says it itself, replaces it for what is missing.</summary>
    public string Key => (Holds ? "methods.held." : "methods.gates.") + Rule;
}
