using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Supply;

/// <inheritdoc cref="IExtractMemory"/>
public sealed class ExtractMemory(StoreSession session) : IExtractMemory
{
    public Task<TakenDataset?> LastTaken(Guid plantId, Dataset dataset, string source, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Rows(
            "SELECT fingerprint, as_of FROM taken_datasets WHERE plant_id = @plant AND dataset = @dataset AND source = @source",
            r => new TakenDataset(plantId, dataset, source, r.GetString(0), Columns.ToInstant(r.GetInt64(1))),
            ("plant", plantId), ("dataset", dataset), ("source", source)).FirstOrDefault());

    public void Keep(TakenDataset taken) =>
        session.Writing.Execute(
            """
            INSERT INTO taken_datasets (plant_id, dataset, source, fingerprint, as_of) VALUES (@plant, @dataset, @source, @fingerprint, @asOf)
            ON CONFLICT (plant_id, dataset, source) DO UPDATE SET fingerprint = excluded.fingerprint, as_of = excluded.as_of
            """,
            ("plant", taken.PlantId), ("dataset", taken.Dataset), ("source", taken.Source), ("fingerprint", taken.Fingerprint), ("asOf", taken.AsOf));

    public Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastCounts(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateTimeOffset>>(session.Reading.Rows(
            "SELECT place_id, counted_at FROM place_counts WHERE plant_id = @plant",
            r => (Place: r.GetGuid(0), At: Columns.ToInstant(r.GetInt64(1))),
            ("plant", plantId)).ToDictionary(r => r.Place, r => r.At));

    public void KeepCount(Guid plantId, Guid placeId, DateTimeOffset countedAt) =>
        session.Writing.Execute(
            """
            INSERT INTO place_counts (place_id, plant_id, counted_at) VALUES (@place, @plant, @at)
            ON CONFLICT (place_id) DO UPDATE SET counted_at = excluded.counted_at
            """,
            ("place", placeId), ("plant", plantId), ("at", countedAt));
}
