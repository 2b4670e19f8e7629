using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Pages_go_forward_and_backward_by_cursor()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"books":{"totalCount":3,"edges":[{"cursor":"MA==","node":{"title":"The Dispossessed"}},{"cursor":"MQ==","node":{"title":"Curtain"}}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"MA==","endCursor":"MQ=="}}}""",
            await server.Data("{ books(first: 2) { totalCount edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"));
        Assert.Equal(
            """{"books":{"nodes":[{"title":"Ghost"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""",
            await server.Data("{ books(first: 2, after: \"MQ==\") { nodes { title } pageInfo { hasNextPage hasPreviousPage } } }"));
        Assert.Equal(
            """{"books":{"nodes":[{"title":"Curtain"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}""",
            await server.Data("{ books(last: 1, before: \"Mg==\") { nodes { title } pageInfo { hasNextPage hasPreviousPage } } }"));
        Assert.Equal("""{"books":{"nodes":[],"pageInfo":{"endCursor":null}}}""", await server.Data("{ books(first: 0) { nodes { title } pageInfo { endCursor } } }"));
    }

    [Fact]
    public async Task The_total_is_asked_for_only_where_it_is_selected()
    {
        await using var server = new Server();
        await server.Data("{ books { nodes { id } } }");
        await server.Data("query($n: Int) { books(first: $n) { totalCount } }", new { n = 1 });
        await server.Data("query($t: Boolean!) { books { nodes { id } ... @include(if: $t) { totalCount } } }", new { t = false });
        Assert.Equal(["total:False", "total:True", "total:False"], server.Library.Log);
    }

    [Theory]
    [InlineData("first: 1, last: 1", "takes first or last, not both")]
    [InlineData("first: -1", "must not be negative")]
    [InlineData("after: \"?\"", "is not a cursor of this connection")]
    public async Task A_page_that_cannot_be_is_refused(string arguments, string expected)
    {
        await using var server = new Server();
        var answer = await server.Json($"{{ version books({arguments}) {{ nodes {{ id }} }} }}");
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.BadInput, answer, StringComparison.Ordinal);
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
