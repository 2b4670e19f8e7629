using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>The official clients graphql-ws and graphql-sse against a real server.</summary>
public sealed class OfficialClientTests
{
    private static Dish Soup(int number) => new(number, "soup", Library.Ursula);

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task Clients_subscribe_receive_and_complete_from_both_sides(string transport)
    {
        await using var host = await KitchenHost.Start();
        await using var client = await OfficialClient.Start(transport, host.Endpoint);

        await client.Do("open", "count", "subscription($to: Int!) { count(to: $to) }", new { to = 2 });
        Assert.Equal("""{"next":[{"data":{"count":1}},{"data":{"count":2}}],"ended":{"complete":true}}""", await client.Wait("count", 3));
        Assert.True(host.Kitchen.HasNoted("count ended"));

        await client.Do("open", "dishes", "subscription { onDish { number cook { name } } }");
        await client.Do("open", "endless", "subscription { endless }");
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        host.Kitchen.Dishes.Publish(Soup(1));
        await client.Do("open", "cook", "mutation { cook(input: { number: 2 }) { number } }");
        Assert.Equal("""{"next":[{"data":{"cook":{"number":2}}}],"ended":{"complete":true}}""", await client.Wait("cook", 2));
        Assert.Equal(
            """{"next":[{"data":{"onDish":{"number":1,"cook":{"name":"Ursula K. Le Guin"}}}},{"data":{"onDish":{"number":2,"cook":{"name":"Ursula K. Le Guin"}}}}],"ended":null}""",
            await client.Wait("dishes", 2));
        Assert.Equal("""{"next":[{"data":{"endless":1}}],"ended":null}""", await client.Wait("endless", 1));

        await client.Do("stop", "dishes");
        await client.Do("stop", "endless");
        await host.UntilFree();
        Assert.True(host.Kitchen.HasNoted("endless ended"));
        Assert.Contains("\"ended\":{\"complete\":true}", await client.Wait("dishes", 3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task Queries_run_and_errors_say_what_is_wrong(string transport)
    {
        await using var host = await KitchenHost.Start();
        await using var client = await OfficialClient.Start(transport, host.Endpoint, transport == "ws" ? new { lazy = false } : null);
        foreach (var (name, query) in ((string, string)[])
            [
                ("menu", "{ menu }"), ("broken", "{ menu broken }"), ("invalid", "{ nothing }"), ("syntax", "subscription {"),
                ("refused", "subscription { later(word: \"no\") }"), ("breaks", "subscription { breaks(known: true) }"),
            ])
            await client.Do("open", name, query);
        Assert.Equal("""{"next":[{"data":{"menu":"soup"}}],"ended":{"complete":true}}""", await client.Wait("menu", 9));
        Assert.Contains("\"code\":\"NO_MENU\"", await client.Wait("broken", 9), StringComparison.Ordinal);
        // A WebSocket has a message for what ends an operation; an event stream says it as the last answer.
        var (before, after) = transport == "ws" ? ("", ",\"ended\":{\"error\":[{") : ("{\"errors\":[{", "");
        foreach (var (name, message) in ((string, string)[])
            [
                ("invalid", "Cannot query field \\\"nothing\\\" on type \\\"Query\\\"."), ("syntax", "Syntax Error: Expected Name, found <EOF>."), ("refused", "Not this word."),
            ])
        {
            var said = await client.Wait(name, 9);
            Assert.StartsWith($"{{\"next\":[{before}{(before.Length > 0 ? "" : "]" + after)}\"message\":\"{message}\"", said, StringComparison.Ordinal);
        }
        var broke = await client.Wait("breaks", 9);
        Assert.StartsWith("""{"next":[{"data":{"breaks":1}}""", broke, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"GAS\"", broke, StringComparison.Ordinal);
        await host.UntilFree();
    }

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task Clients_come_back_after_the_server_was_restarted(string transport)
    {
        await using var host = await KitchenHost.Start();
        await using var client = await OfficialClient.Start(transport, host.Endpoint);
        await client.Do("open", "dishes", "subscription { onDish { number } }");
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        host.Kitchen.Dishes.Publish(Soup(1));
        await client.Wait("dishes", 1);

        await host.StopAsync();
        Assert.Equal(0, host.Kitchen.Dishes.ReaderCount);
        await host.StartAsync();
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        host.Kitchen.Dishes.Publish(Soup(2));
        Assert.Equal("""{"next":[{"data":{"onDish":{"number":1}}},{"data":{"onDish":{"number":2}}}],"ended":null}""", await client.Wait("dishes", 2));
        if (transport != "ws") return;
        Assert.StartsWith("""["connected","closed 1001 The server is shutting down",""", await client.Log(), StringComparison.Ordinal);

        await client.Do("cut");
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 0);
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        host.Kitchen.Dishes.Publish(Soup(3));
        Assert.EndsWith("""{"data":{"onDish":{"number":3}}}],"ended":null}""", await client.Wait("dishes", 3), StringComparison.Ordinal);
        await client.Do("dispose");
        await host.UntilFree();
    }

    [Fact]
    public async Task A_client_that_is_killed_frees_everything()
    {
        await using var host = await KitchenHost.Start();
        foreach (var transport in (string[])["ws", "sse"])
        {
            await using (var client = await OfficialClient.Start(transport, host.Endpoint))
            {
                await client.Do("open", "endless", "subscription { endless }");
                await client.Do("open", "dishes", "subscription { onDish { number } }");
                await client.Wait("endless", 1);
                await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
            }
            await host.UntilFree();
        }
        Assert.Equal(["endless ended", "endless ended"], host.Kitchen.Trace);
    }
}
