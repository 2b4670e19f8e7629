using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using LogiPilot.Kaizen.Store.Tests.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Store.Tests.Kill;

/// <summary>Raises alerts from many sides at once and prints the id of each as soon as it was acknowledged, until it is killed.</summary>
internal static class WriteUntilKilled
{
    public const string Command = "write-until-killed";

    private const int Writers = 16;

    public static async Task Run(string folder)
    {
        await using var store = new SqliteStore(folder);
        var acknowledged = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            while (true)
            {
                await acknowledged.WriteLineAsync((await Raise(store)).ToString());
            }
        }));
    }

    private static async Task<Guid> Raise(IStoreUnderTest store)
    {
        var raised = await store.Apply(async services =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var alerts = services.GetRequiredService<IAlertStore>();
            var alert = Alert.Raise(
                await alerts.NextNumber(Samples.Plant, now.Year, default), Samples.Problem(AlertKind.Safety, Samples.Id(1)), Report.BySystem(now));
            alerts.Add(alert);
            var raisedEvent = new AlertChanged(
                alert.PlantId, alert.Id, alert.Number, TimelineKind.Raised, alert.Kind, alert.Severity, alert.State, null, null, null, 1);
            return await services.Log(raisedEvent, now);
        });
        return raised.Value.Id;
    }
}
