using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>Server-Sent Events byte by byte: the distinct connections mode.</summary>
public sealed class EventStreamTests
{
    private static HttpRequestMessage Ask(string query, string accept = "text/event-stream", HttpMethod? method = null)
    {
        method ??= HttpMethod.Post;
        var request = method == HttpMethod.Post
            ? new HttpRequestMessage(method, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json") }
            : new HttpRequestMessage(method, "/graphql?query=" + Uri.EscapeDataString(query)) { Headers = { { "GraphQL-Preflight", "1" } } };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    [Theory]
    [InlineData("subscription { count(to: 1) }", "POST", 200, ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("subscription { count(to: 1) }", "GET", 200, ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("{ menu }", "GET", 200, ":\n\nevent: next\ndata: {\"data\":{\"menu\":\"soup\"}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("mutation { cook(input: { number: 1 }) { number } }", "POST", 200, ":\n\nevent: next\ndata: {\"data\":{\"cook\":{\"number\":1}}}\n\nevent: complete\ndata:\n\n")]
    [InlineData("mutation { cook(input: { number: 1 }) { number } }", "GET", 405, "{\"errors\":[{\"message\":\"Can only perform a query operation from a GET request.\"")]
    [InlineData("{ nothing }", "POST", 200, ":\n\nevent: next\ndata: {\"errors\":[{\"message\":\"Cannot query field \\\"nothing\\\"")]
    public async Task Answers_are_events(string query, string method, int status, string expected)
    {
        await using var host = await KitchenHost.Start();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.SendAsync(Ask(query, method: new(method)));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status == 200 ? "text/event-stream; charset=utf-8" : "application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(0, host.Executor.SubscriptionCount);
    }

    [Fact]
    public async Task Who_takes_json_too_gets_events_only_of_a_subscription()
    {
        const string both = "application/graphql-response+json, application/json, text/event-stream";
        await using var host = await KitchenHost.Start();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var query = await client.SendAsync(Ask("{ menu }", both));
        Assert.Equal("application/graphql-response+json", query.Content.Headers.ContentType?.MediaType);
        using var subscription = await client.SendAsync(Ask("subscription { count }", both));
        Assert.Equal("text/event-stream", subscription.Content.Headers.ContentType?.MediaType);
        using var refused = await client.SendAsync(Ask("subscription { count }", "application/json"));
        Assert.Contains("A subscription has many answers", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_event_is_sent_at_once_and_silence_is_filled_with_comments()
    {
        await using var host = await KitchenHost.Start(options => options.Subscriptions.KeepAlive = TimeSpan.FromMilliseconds(80));
        using var client = new HttpClient { BaseAddress = host.Address };
        using (var response = await client.SendAsync(Ask("subscription { onDish { number } }"), HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.True(response.Headers.CacheControl is { NoCache: true, NoStore: true });
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.Equal(":", await Block(reader));
            await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
            for (var i = 1; i <= 2; i++)
            {
                Assert.Equal(":", await Block(reader));
                host.Kitchen.Dishes.Publish(new(i, "soup", Library.Ursula));
                var block = await Block(reader);
                while (block == ":") block = await Block(reader);
                Assert.Equal("event: next\ndata: {\"data\":{\"onDish\":{\"number\":" + i + "}}}", block);
            }
        }
        await host.UntilFree();
    }

    private static async Task<string> Block(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line) lines.Add(line);
        return string.Join('\n', lines);
    }
}
