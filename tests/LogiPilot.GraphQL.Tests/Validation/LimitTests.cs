using System.Diagnostics;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Validation;

public sealed class LimitTests
{
    public static TheoryData<string, string> Attacks => new()
    {
        { "deep fields", "{ allBooks { " + string.Concat(Enumerable.Repeat("author { books { ", 40)) + "id" + new string('}', 82) },
        { "aliases", "{" + string.Concat(Enumerable.Range(0, 101).Select(i => $" a{i}: version")) + "}" },
        { "fragment bomb", "{ allBooks { ...F0 } }" + string.Concat(Enumerable.Range(0, 14).Select(i =>
            $" fragment F{i} on Book {{ a: author {{ books {{ ...F{i + 1} }} }} b: author {{ books {{ ...F{i + 1} }} }} }}")) + " fragment F14 on Book { id }" },
        { "fragment chain", "{ allBooks { ...F0 } }" + string.Concat(Enumerable.Range(0, 2000).Select(i => $" fragment F{i} on Book {{ ...F{i + 1} }}")) + " fragment F2000 on Book { id }" },
        { "fragment chain from its end", string.Concat(Enumerable.Range(0, 2000).Reverse().Select(i => $" fragment F{i} on Book {{ ...F{i + 1} }}")) + " fragment F2000 on Book { id } { allBooks { ...F0 } }" },
        { "field flood", "{" + string.Concat(Enumerable.Repeat(" version", 12_000)) + "}" },
        { "tokens", "{" + string.Concat(Enumerable.Repeat(" a", 30_000)) + "}" },
        { "length", "{ version } #" + new string('x', 100_000) },
        { "inline fragments", "{" + string.Concat(Enumerable.Repeat("...{", 199)) + "version" + new string('}', 200) + string.Concat(Enumerable.Repeat(" {a", 300)) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_early_with_its_code(string name, string document)
    {
        await using var server = new Server();
        var started = Stopwatch.GetTimestamp();
        var error = Assert.Single(server.Executor.Validate(document));
        Assert.Equal((name, ErrorCodes.Limit), (name, error.Code));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_fragment_cycle_is_a_mistake_and_no_endless_loop()
    {
        await using var server = new Server();
        Assert.Equal(
            "Cannot spread fragment \"A\" within itself via \"B\".",
            Assert.Single(server.Executor.Validate("{ allBooks { ...A } } fragment A on Book { author { books { ...B } } } fragment B on Book { ...A }")).Message);
    }

    [Fact]
    public async Task Overlapping_fields_are_compared_in_less_than_the_square_of_their_number()
    {
        await using var server = new Server(options => options.MaxFields = 10_000);
        var document = "{ allBooks {" + string.Concat(Enumerable.Repeat(" author { name }", 3_000)) + "} }";
        var started = Stopwatch.GetTimestamp();
        Assert.Empty(server.Executor.Validate(document));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_page_beyond_the_maximum_is_refused()
    {
        await using var server = new Server();
        Assert.Contains("\"code\":\"LIMIT\"", await server.Json("{ books(first: 1001) { totalCount } }"), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"LIMIT\"", await server.Json("query($n: Int) { books(last: $n) { totalCount } }", new { n = 1001 }), StringComparison.Ordinal);
        Assert.Contains("\"totalCount\":3", await server.Json("{ books(first: 1000) { totalCount } }"), StringComparison.Ordinal);
    }
}
