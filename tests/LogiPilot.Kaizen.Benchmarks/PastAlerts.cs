namespace LogiPilot.Kaizen.Benchmarks;

internal static class PastAlerts
{
    public static Task Make(string folder, int count) => Task.CompletedTask;
}
