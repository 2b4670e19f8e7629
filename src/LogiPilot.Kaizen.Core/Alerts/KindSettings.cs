namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What a plant says of a kind, or the product where it says nothing; and by which timers an alert escalates there.</summary>
public sealed class KindSettings(IEscalationStore escalations)
{
    public async Task<KindSetting> Of(Guid plantId, AlertKind kind, CancellationToken cancellationToken) =>
        await escalations.Setting(plantId, kind, cancellationToken) ?? KindSetting.Default(plantId, kind);

    public async Task<EscalationRule> Rule(Guid plantId, AlertKind kind, Severity severity, CancellationToken cancellationToken)
    {
        var setting = await Of(plantId, kind, cancellationToken);
        var policy = setting.PolicyId is { } id ? await escalations.FindPolicy(id, cancellationToken) : null;
        return EscalationRule.Of(kind, severity, policy);
    }
}
