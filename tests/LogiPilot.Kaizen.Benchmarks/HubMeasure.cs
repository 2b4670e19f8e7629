namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>One change to many hub clients, against a bare SignalR <c>Clients.All</c> and bare WebSockets, the same bytes.</summary>
internal static class HubMeasure
{
    private const int Rounds = 21;
    private const string Handshake = """{"protocol":"json","version":1}""";

    private const string Mutation = """
        mutation Raise($input: RaiseAlertInput!) { raiseAlert(input: $input) { alert { id } } }
        """;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        using var plant = await BenchPlant.Make();
        await using var server = await Child.Product(plant.Folder);
        using var load = new Load(server.Address, plant.Token);
        var (plantId, stations, products) = await BenchPlant.Ids(load);
        var number = 0;
        Task Raise()
        {
            var pair = number++;
            var input = new { kind = "DAMAGED_GOODS", stationId = stations[pair % 40], productId = products[pair / 40] };
            return load.Post("/graphql", BenchPlant.Body(Mutation, new { input }));
        }

        var join = $$"""{"type":1,"invocationId":"1","target":"Join","arguments":[{"plantId":"{{plantId}}"}]}""";
        var live = new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/live", Query = $"access_token={plant.Token}" }.Uri;
        var rows = new List<Row>();
        foreach (var clients in new[] { 200, 1_000 })
        {
            await using var ours = await Watchers.Connect(live, clients, Handshake, join);
            await ours.Time(Raise);
            var payload = Path.Combine(plant.Folder, "delta.json");
            await File.WriteAllBytesAsync(payload, ours.LastArgument);
            await using var baseline = await Child.Baseline(payload);
            using var beside = new Load(baseline.Address, null);
            await using var hub = await Watchers.Connect(Socket(baseline.Address, "/hub"), clients, Handshake, null);
            await using var bare = await Watchers.Connect(Socket(baseline.Address, "/socket"), clients, null, null);
            var (a, b, c) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
            for (var round = 0; round < Rounds; round++)
            {
                // One change alone: what follows within 50 ms of another would be told together with the next.
                await Task.Delay(100);
                a.Add(await ours.Time(Raise));
                b.Add(await hub.Time(() => beside.Post("/fire/hub", [])));
                c.Add(await bare.Time(() => beside.Post("/fire/socket", [])));
            }

            foreach (var (name, at) in new (string, Func<double[], double>)[]
            {
                ("first", t => t[0]), ("median", t => t[t.Length / 2]), ("99th", t => t[(int)(t.Length * 0.99)]), ("last", t => t[^1]),
            })
            {
                var (us, them, raw) = (Median(a, at), Median(b, at), Median(c, at));
                var last = name == "last" && clients == 1_000;
                rows.Add(new Row($"a raise to {clients} screens, {name}, against SignalR", $"{us:0.0} ms", $"{them:0.0} ms", us / them, last ? "≤ 1.5" : ""));
                rows.Add(new Row($"a raise to {clients} screens, {name}, against WebSockets", $"{us:0.0} ms", $"{raw:0.0} ms", us / raw, last ? "≤ 1.9" : ""));
            }
        }

        return rows;
    }

    private static double Median(List<double[]> rounds, Func<double[], double> at) => rounds.Select(at).Order().ElementAt(rounds.Count / 2);

    private static Uri Socket(Uri address, string path) => new UriBuilder(address) { Scheme = "ws", Path = path }.Uri;
}
