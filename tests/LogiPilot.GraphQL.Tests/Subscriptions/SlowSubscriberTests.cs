using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>A subscriber that reads nothing holds back nobody, and what it does not read is not kept.</summary>
[Collection("Alone")]
public sealed class SlowSubscriberTests(ITestOutputHelper output)
{
    private const int Subscribers = 50;
    private const int Events = 10_000;
    private const int Lag = 100;
    private static readonly string Letter = new('x', 4_000);

    [SubscriptionType]
    public static class Floods
    {
        public static async IAsyncEnumerable<string> Flood([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested) yield return Letter;
            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_slow_subscriber_is_cut_off_and_the_others_go_on()
    {
        await using var host = await KitchenHost.Start(options =>
        {
            options.Subscriptions.SendTimeout = TimeSpan.FromSeconds(2);
            // These clients answer no pings.
            options.Subscriptions.KeepAlive = TimeSpan.Zero;
        });
        const string query = "subscription { onDish { number name } }";
        using var slow = await RawSubscriber.Connect(host.Endpoint, query, receiveBuffer: 4_096);
        var others = new List<RawSubscriber>();
        for (var i = 1; i < Subscribers; i++) others.Add(await RawSubscriber.Connect(host.Endpoint, query));
        try
        {
            await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == Subscribers);
            var reading = Task.WhenAll(others.Select(other => Task.Run(() => other.Read(Events))));
            var managed = GC.GetTotalMemory(forceFullCollection: true);
            var resident = Environment.WorkingSet;
            long mostManaged = 0, mostResident = 0;
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var cutOffAt = TimeSpan.Zero;
            for (var published = 0; published < Events; published++)
            {
                if (published % Lag == 0)
                {
                    // As fast as those who read can take it, and no slower for the one who does not.
                    while (others.Min(other => other.Events) < published - Lag)
                    {
                        if (reading.IsFaulted) await reading;
                        await Task.Delay(1);
                    }
                    if (published % 1_000 == 0) mostManaged = Math.Max(mostManaged, GC.GetTotalMemory(forceFullCollection: true) - managed);
                    mostResident = Math.Max(mostResident, Environment.WorkingSet - resident);
                    if (cutOffAt == TimeSpan.Zero && host.Executor.SubscriptionCount < Subscribers) cutOffAt = watch.Elapsed;
                }
                host.Kitchen.Dishes.Publish(new(published, Letter + published, Library.Ursula));
            }
            await reading.WaitAsync(TimeSpan.FromSeconds(60));
            output.WriteLine($"{Events} events of {Letter.Length} bytes to {others.Count} subscribers in {watch.Elapsed.TotalSeconds:0.0} s ({(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds:0.0} s of processor); "
                + $"the slow one cut off after {cutOffAt.TotalSeconds:0.0} s; memory grew by at most {mostManaged >> 20} MB managed, {mostResident >> 20} MB resident");
            Assert.All(others, other => Assert.Equal(Events, other.Events));
            Assert.True(await slow.IsCutOff(TimeSpan.FromSeconds(10)), "the slow one is still connected");
            await host.Kitchen.Until(_ => host.Executor.SubscriptionCount == Subscribers - 1);
            // All that was published is 80 MB.
            Assert.InRange(mostManaged >> 20, 0, 20);
            Assert.InRange(mostResident >> 20, 0, 100);
        }
        finally
        {
            others.ForEach(other => other.Dispose());
        }
        await host.UntilFree();
    }

    [Fact]
    public async Task A_flood_leaves_room_for_the_others_on_its_connection()
    {
        await using var host = await KitchenHost.Start(options => options.AddType(typeof(Floods)));
        using var client = await RawSubscriber.Connect(host.Endpoint, "subscription { flood }", receiveBuffer: 16_384);
        await client.Read(100);
        await client.Subscribe("2", "{ menu }");
        await client.Read(int.MaxValue, "soup").WaitAsync(TimeSpan.FromSeconds(30));
        client.Dispose();
        await host.UntilFree();
    }

    [Fact]
    public async Task An_event_stream_that_is_not_read_is_cut_off()
    {
        await using var host = await KitchenHost.Start(options =>
        {
            options.AddType(typeof(Floods));
            options.Subscriptions.SendTimeout = TimeSpan.FromMilliseconds(500);
        });
        using var client = new TcpClient { ReceiveBufferSize = 4_096 };
        await client.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        const string body = """{"query":"subscription { flood }"}""";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        await host.Kitchen.Until(_ => host.Executor.SubscriptionCount == 1);
        await host.UntilFree();
    }

    [Fact]
    public async Task A_subscription_that_waits_costs_little_memory()
    {
        const int count = 500;
        await using var host = await KitchenHost.Start();
        using var stop = new CancellationTokenSource();
        var waiting = new List<Task>();
        var growths = new List<long>();
        // The first batch pays for what is made once. What other tests left behind may be freed in one of them: the median does not see it.
        for (var batch = 0; batch < 8; batch++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < count; i++)
                waiting.Add(Wait(await host.Executor.SubscribeAsync(new() { Query = "subscription { onDish { number } }" }, stop.Token)));
            if (batch > 0) growths.Add((GC.GetTotalMemory(forceFullCollection: true) - before) / count);
        }
        growths.Sort();
        output.WriteLine($"{growths[growths.Count / 2]} bytes a subscription that waits ({string.Join(", ", growths)})");
        Assert.InRange(growths[growths.Count / 2], 500, 4_000);
        host.Kitchen.Dishes.Publish(new(1, "soup", Library.Ursula));
        await stop.CancelAsync();
        await Task.WhenAll(waiting);
        await host.UntilFree();

        static async Task Wait(ResponseStream stream)
        {
            try
            {
                await foreach (var answer in stream) Assert.True(answer.HasData);
            }
            catch (OperationCanceledException)
            {
                // How it ends.
            }
        }
    }
}
