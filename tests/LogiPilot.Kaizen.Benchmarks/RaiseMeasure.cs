namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Durable <c>raiseAlert</c> over HTTP against raw SQLite commits of the same rows on the same disk.</summary>
internal static class RaiseMeasure
{
    private const int Raises = 2_000;

    private const string Mutation = """
        mutation Raise($input: RaiseAlertInput!) { raiseAlert(input: $input) { alert { id number } errors { __typename } } }
        """;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        using var plant = await BenchPlant.Make();
        var rates = new Dictionary<int, double>();
        await using (var server = await Child.Product(plant.Folder))
        {
            using var load = new Load(server.Address, plant.Token);
            var (_, stations, products) = await BenchPlant.Ids(load);
            var pairs = stations.SelectMany(station => products.Select(product => (station, product))).ToArray();
            var used = 0;
            await Raise(1, 200);
            foreach (var connections in new[] { 1, 16, 64 })
            {
                rates[connections] = await Raise(connections, connections == 1 ? Raises / 2 : Raises);
            }

            Task<double> Raise(int connections, int count)
            {
                var from = used;
                used += count;
                return load.Rate("/graphql", connections, count, number => BenchPlant.Body(Mutation, new
                {
                    input = new
                    {
                        kind = "WRONG_PART", stationId = pairs[from + number].station, productId = pairs[from + number].product,
                        clientId = Guid.CreateVersion7(),
                    },
                }), answer =>
                {
                    if (answer.AsSpan().IndexOf("\"errors\":null"u8) < 0)
                    {
                        throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer));
                    }
                });
            }
        }

        var single = RawSqlite.CommitsPerSecond(plant.Folder, Raises, group: 1);
        var grouped = RawSqlite.CommitsPerSecond(plant.Folder, Raises * 4, group: 64);
        return
        [
            .. rates.Select(rate => new Row(
                $"durable raiseAlert, {rate.Key} connection(s), against single commits", $"{rate.Value:n0}/s", $"{single:n0}/s",
                rate.Value / single, rate.Key == 64 ? "≥ 0.35" : "")),
            new Row("durable raiseAlert, 64 connections, against commits of 64", $"{rates[64]:n0}/s", $"{grouped:n0}/s", rates[64] / grouped, ""),
        ];
    }
}
