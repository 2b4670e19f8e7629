using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL;
using LogiPilot.GraphQL.Language;
using LogiPilot.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Parse, validate and execute one at a time, without HTTP: ours in this process, graphql-js in Node.</summary>
internal static class GraphQLInProcess
{
    private const int WarmUp = 1_500;
    private const int Round = 250;
    private const int Rounds = 5;
    private static readonly ArrayBufferWriter<byte> Output = new(1 << 20);

    public static async Task<IReadOnlyList<GraphQLRow>> Run(string folder)
    {
        await using var peer = await NodePeer.Start("bench-graphql.mjs", folder);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var options = GraphQLShop.Options();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        var introspection = JsonSerializer.Deserialize<string>(await peer.Ask("""{"step":"introspection"}"""))!;
        (string Name, string Text)[] documents =
            [("introspection", introspection), ("50 items, nested", GraphQLShop.Nested), ("5,000 items of 5 scalars", GraphQLShop.List)];
        foreach (var (name, text) in documents) await RequireSame(executor, peer, name, text);

        var rows = new List<GraphQLRow>();
        foreach (var (name, text) in documents)
        {
            Console.Error.WriteLine($"== parse and validate: {name}");
            var parsed = Parser.Parse(text);
            rows.Add(await Compare($"parse: {name}", peer, new("parse", text), () => Done(Parser.Parse(text))));
            rows.Add(await Compare($"validate: {name}", peer, new("validate", text), () => Done(executor.Validate(parsed))));
        }

        foreach (var (name, text) in documents)
        {
            Console.Error.WriteLine($"== execute: {name}");
            var nested = text == GraphQLShop.Nested;
            rows.Add(await Execute($"execute: {name}{(nested ? ", batches later" : "")}", executor, peer, new("execute", text)));
            if (nested)
            {
                GraphQLShop.AnswersLater = false;
                rows.Add(await Execute($"execute: {name}, batches at once", executor, peer, new("execute", text, AnswerLater: false)));
                GraphQLShop.AnswersLater = true;
            }

            rows.Add(await Execute($"execute: {name}, graphql-js to an object only", executor, peer, new("object", text)) with { Goal = "", Allocated = null, Answer = null });
        }

        return rows;
    }

    private sealed record Step(string Name, string Document, bool AnswerLater = true)
    {
        public string Ask(int milliseconds) => JsonSerializer.Serialize(new { step = Name, document = Document, milliseconds, answerLater = AnswerLater });
    }

    private static async Task<GraphQLRow> Execute(string measure, GraphQLExecutor executor, NodePeer peer, Step step)
    {
        var row = await Compare(measure, peer, step, () => Answer(executor, step.Document));
        return row with { Answer = Output.WrittenCount };
    }

    private static async Task<GraphQLRow> Compare(string measure, NodePeer peer, Step step, Func<ValueTask> turn)
    {
        await Time(turn, WarmUp);
        await peer.Ask(step.Ask(WarmUp));
        var (ours, theirs, allocated) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (time, bytes) = await Time(turn, Round);
            ours.Add(time);
            allocated.Add(bytes);
            theirs.Add(double.Parse(await peer.Ask(step.Ask(Round)), CultureInfo.InvariantCulture) / 1_000);
        }

        // The best round of each: what a shared machine adds to a few microseconds differs more than the two sides do.
        var (our, their) = (ours.Min(), theirs.Min());
        return new(measure, Microseconds(our), Microseconds(their), their / our, "≥ 5", GraphQLMeasure.Median(allocated));
    }

    private static async Task<(double Microseconds, double Allocated)> Time(Func<ValueTask> turn, int milliseconds)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var (turns, batch) = (0, 1);
        do
        {
            var before = watch.Elapsed;
            for (var i = 0; i < batch; i++) await turn();
            turns += batch;
            // To look at the clock costs as much as to parse a short document.
            if ((watch.Elapsed - before).TotalMilliseconds < 1) batch *= 2;
        }
        while (watch.ElapsedMilliseconds < milliseconds);
        var elapsed = watch.Elapsed;
        return (elapsed.TotalMicroseconds / turns, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / turns);
    }

    private static async ValueTask Answer(GraphQLExecutor executor, string document)
    {
        Output.ResetWrittenCount();
        await using var result = await executor.ExecuteAsync(new() { Query = document });
        result.WriteTo(Output);
    }

    private static ValueTask Done<T>(T _) => default;

    private static async Task RequireSame(GraphQLExecutor executor, NodePeer peer, string name, string document)
    {
        await Answer(executor, document);
        var ours = Encoding.UTF8.GetString(Output.WrittenSpan);
        var theirs = await peer.Ask(JsonSerializer.Serialize(new { step = "execute", document }));
        // The order of types is each library's own, and so is how it describes what the specification defines.
        if (ours != theirs && !JsonNode.DeepEquals(Sorted(JsonNode.Parse(ours)), Sorted(JsonNode.Parse(theirs))))
            throw new InvalidOperationException($"The answers to \"{name}\" differ.");
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject made => new JsonObject(made.Where(property => property.Key != "directives").Select(property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        JsonArray { Count: > 0 } items when items[0] is JsonObject first && first.ContainsKey("name") =>
            new JsonArray([.. items.OrderBy(Name, StringComparer.Ordinal).Where(item => !IsSpecified(Name(item))).Select(Sorted)]),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static string Name(JsonNode? item) => (string)item!["name"]!;

    private static bool IsSpecified(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name is "Int" or "Float" or "String" or "Boolean" or "ID";

    private static string Microseconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:n1} µs");
}
