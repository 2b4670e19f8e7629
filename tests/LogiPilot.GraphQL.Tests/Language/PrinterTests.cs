using System.Text.Json;
using LogiPilot.Tests;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public async Task graphql_js_answers_when_asked()
    {
        await using var peer = await NodePeer.Start("parse.mjs");
        var answer = JsonDocument.Parse(await peer.Ask(JsonSerializer.Serialize("{a(b:1)}"))).RootElement;
        Assert.Equal("{\n  a(b: 1)\n}", answer.GetProperty("printed").GetString());
    }
}
