namespace LogiPilot.Kaizen.Core.Improvement;

/// <summary>An amount in a currency (ISO 4217).</summary>
public sealed record Money(decimal Amount, string Currency = Money.Euro)
{
    public const string Euro = "EUR";
}
