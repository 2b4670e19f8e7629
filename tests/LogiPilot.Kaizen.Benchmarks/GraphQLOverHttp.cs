using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using LogiPilot.Tests;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Requests a second over HTTP at 64 connections: ours on Kestrel, graphql-yoga on node:http, each alone in its process, in turns.</summary>
internal static class GraphQLOverHttp
{
    private const int Connections = 64;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.2);

    public static async Task<IReadOnlyList<GraphQLRow>> Run(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var ours = await Child.GraphQL();
        var nested = BenchPlant.Body(GraphQLShop.Nested);
        var ourFirst = await First(watch, ours.Address, nested);
        watch.Restart();
        await using var yoga = await NodePeer.Start("yoga.mjs", folder);
        var yogaAddress = new Uri(await yoga.Next());
        var yogaFirst = await First(watch, yogaAddress, nested);
        using var yogaProcess = Process.GetProcessById(yoga.ProcessId);

        var rows = new List<GraphQLRow>
        {
            new("HTTP: start of the process to its first answer", $"{ourFirst:n0} ms", $"{yogaFirst:n0} ms", yogaFirst / ourFirst, ""),
        };
        (string Name, byte[] Body)[] queries =
            [("one object, by a variable", BenchPlant.Body(GraphQLShop.One, new { key = 7 })), ("50 items, nested", nested), ("5,000 items", BenchPlant.Body(GraphQLShop.List))];
        foreach (var (name, body) in queries)
        {
            Console.Error.WriteLine($"== HTTP: {name}");
            rows.AddRange(await Compare(name, body, ours, yogaAddress, yogaProcess));
        }

        return rows;
    }

    private static async Task<GraphQLRow[]> Compare(string name, byte[] body, Child ours, Uri yogaAddress, Process yoga)
    {
        var answer = await RequireSame(name, ours.Address, yogaAddress, body);
        var (ourLoad, yogaLoad) = (new GraphQLLoad(ours.Address, body), new GraphQLLoad(yogaAddress, body));
        await ourLoad.Run(Connections, WarmUp);
        await yogaLoad.Run(Connections, WarmUp);
        var (our, their, allocated) = (new List<(double Rate, double Cpu)>(), new List<(double Rate, double Cpu)>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var before = await Allocated(ours);
            var (requests, _) = await Measure(ourLoad, ours.Process, our);
            allocated.Add((await Allocated(ours) - before) / requests);
            await Measure(yogaLoad, yoga, their);
        }

        var (ourRate, theirRate) = (GraphQLMeasure.Median(our.Select(o => o.Rate)), GraphQLMeasure.Median(their.Select(o => o.Rate)));
        var (ourCpu, theirCpu) = (GraphQLMeasure.Median(our.Select(o => o.Cpu)), GraphQLMeasure.Median(their.Select(o => o.Cpu)));
        return
        [
            new($"HTTP: {name}, {Connections} connections", Text($"{ourRate:n0}/s"), Text($"{theirRate:n0}/s"), ourRate / theirRate, "≥ 3", GraphQLMeasure.Median(allocated), answer),
            new($"HTTP: {name}, processor time of the server for 1,000 requests", Text($"{ourCpu:0.000} s"), Text($"{theirCpu:0.000} s"), theirCpu / ourCpu, ""),
        ];
    }

    private static async Task<(int Requests, double Seconds)> Measure(GraphQLLoad load, Process server, List<(double Rate, double Cpu)> results)
    {
        server.Refresh();
        var cpu = server.TotalProcessorTime;
        var run = await load.Run(Connections, Round);
        server.Refresh();
        results.Add((run.Requests / run.Seconds, (server.TotalProcessorTime - cpu).TotalSeconds * 1_000 / run.Requests));
        return run;
    }

    private static async Task<double> Allocated(Child server)
    {
        using var http = new HttpClient();
        return double.Parse(await http.GetStringAsync(new Uri(server.Address, "/allocated")), CultureInfo.InvariantCulture);
    }

    private static async Task<double> First(Stopwatch started, Uri address, byte[] body)
    {
        using var load = new Load(address, null);
        await load.Post("/graphql", body);
        return started.Elapsed.TotalMilliseconds;
    }

    private static async Task<long> RequireSame(string name, Uri ours, Uri theirs, byte[] body)
    {
        using var our = new Load(ours, null);
        using var their = new Load(theirs, null);
        var (a, b) = (await our.Post("/graphql", body), await their.Post("/graphql", body));
        return JsonNode.DeepEquals(JsonNode.Parse(a), JsonNode.Parse(b))
            ? a.Length
            : throw new InvalidOperationException($"The answers to \"{name}\" differ.");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
