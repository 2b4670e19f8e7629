namespace LogiPilot.GraphQL;

/// <summary>What to give to OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>. Durations are in seconds.</summary>
public static class GraphQLInstrumentation
{
    public const string ActivitySourceName = "LogiPilot.GraphQL";
    public const string MeterName = "LogiPilot.GraphQL";
}
