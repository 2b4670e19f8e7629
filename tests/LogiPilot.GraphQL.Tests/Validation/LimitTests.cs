using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Validation;

public sealed class LimitTests
{
    [Fact]
    public async Task A_fragment_cycle_is_a_mistake_and_no_endless_loop()
    {
        await using var server = new Server();
        Assert.Equal(
            "Cannot spread fragment \"A\" within itself via \"B\".",
            Assert.Single(server.Executor.Validate("{ allBooks { ...A } } fragment A on Book { author { books { ...B } } } fragment B on Book { ...A }")).Message);
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
