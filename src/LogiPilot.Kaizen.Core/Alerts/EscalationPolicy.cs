namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Who is called when nobody takes an alert or nobody solves it: timers by severity. A severity that it does not name escalates as the
/// <see cref="StandardPolicy"/> says. What runs goes on as it began when the policy is edited, unless the editor says otherwise.
/// </summary>
public sealed class EscalationPolicy
{
    private EscalationPolicy()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<EscalationTimers> Timers { get; private set; } = [];

    public int Version { get; private set; }

    public static EscalationPolicy Create(Guid id, Guid plantId, string name, IReadOnlyList<EscalationTimers> timers) =>
        new() { Id = id, PlantId = plantId, Name = name, Timers = timers, Version = 1 };

    public void Revise(string name, IReadOnlyList<EscalationTimers> timers)
    {
        (Name, Timers) = (name, timers);
        Version++;
    }

    public EscalationTimers Of(Severity severity) => Timers.FirstOrDefault(t => t.Severity == severity) ?? StandardPolicy.Of(severity);
}
