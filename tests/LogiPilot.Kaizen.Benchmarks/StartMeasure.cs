using System.Diagnostics;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Start of the process to the first answered board query with a filled database, and resident memory when idle.</summary>
internal static class StartMeasure
{
    public static async Task<IReadOnlyList<Row>> Run()
    {
        using var plant = await BenchPlant.Make();
        var starts = new List<double>();
        var memory = 0L;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await Child.Product(plant.Folder);
            using var load = new Load(server.Address, plant.Token);
            _ = BenchPlant.Data(await load.Post("/graphql", BenchPlant.Body("{ plants { id code lines { id status } } }")));
            starts.Add(watch.Elapsed.TotalSeconds);
            if (round == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(20));
                memory = server.ResidentBytes;
            }
        }

        return
        [
            new Row("start to first answer, filled database (best of 5)", $"{starts.Min():0.00} s", "", null, "≤ 2 s"),
            new Row("resident memory, idle for 20 s", $"{memory / 1048576.0:0} MiB", "", null, "≤ 150 MiB"),
        ];
    }
}
