using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Closed alerts with their timelines, spread over the past, made by the aggregates and written through the store.</summary>
internal static class PastAlerts
{
    private const int Batch = 2_000;

    private static readonly AlertKind[] Kinds =
        [AlertKind.Shortage, AlertKind.WrongPart, AlertKind.DamagedGoods, AlertKind.Quality, AlertKind.EquipmentFailure];

    public static async Task Make(string folder, int count)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(TimeProvider.System).AddKaizenStore(folder).BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();
        for (var made = 0; made < count; made += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<IAlertStore>();
            var organisation = scope.ServiceProvider.GetRequiredService<IOrganisationStore>();
            var supply = scope.ServiceProvider.GetRequiredService<ISupplyStore>();
            var from = made;
            var outcome = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Apply(
                async () => await Write(store, organisation, supply, from, Math.Min(Batch, count - from), now), CancellationToken.None);
            if (outcome.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.Reason);
            }
        }
    }

    private static async Task<Outcome<int>> Write(
        IAlertStore store, IOrganisationStore organisation, ISupplyStore supply, int from, int count, DateTimeOffset now)
    {
        var plant = (await organisation.Plants(CancellationToken.None))[0];
        var stations = (await organisation.Places(plant.Id, CancellationToken.None)).Where(p => p.Kind == PlaceKind.Station).ToList();
        var products = (await supply.ProductsByCode(CancellationToken.None)).Values.OrderBy(p => p.Code, StringComparer.Ordinal).ToList();
        var person = (await organisation.FindPersonByUserName("pilote", CancellationToken.None))!;
        var actor = new Actor(person.Id, person.Name, person.Language, person.Memberships);
        for (var i = from; i < from + count; i++)
        {
            var at = now.AddDays(-1).AddMinutes(-i / 2.0);
            var station = stations[i % stations.Count];
            var problem = new Problem(
                plant.Id, Kinds[i % Kinds.Length], (Severity)(i % 3), station.Id, station.AreaId, station.LineId, products[i % products.Count].Id);
            var alert = Alert.Raise(await store.NextNumber(plant.Id, at.Year, CancellationToken.None), problem, new Report(actor.PersonId, at, at));
            var refusal = alert.Acknowledge(actor, null, at.AddMinutes(2))
                ?? alert.Start(actor, at.AddMinutes(5))
                ?? alert.Resolve(actor, new Remedy("OTHER", "Bac complété."), at.AddMinutes(20))
                ?? alert.Close(actor, null, at.AddMinutes(30));
            if (refusal is not null)
            {
                return refusal;
            }

            store.Add(alert);
        }

        return count;
    }
}
