using System.Collections.Concurrent;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Authorization;

public sealed class GuardTests
{
    private static Server Guarded(string type, string field, FieldGuard guard) =>
        new(options => options.Guard = asked => asked.DeclaringType == type && asked.Name == field ? guard : null);

    private static async ValueTask<GraphQLException?> Later(bool admitted)
    {
        await Task.Delay(2);
        return admitted ? null : new GraphQLException("Not yours.", "FORBIDDEN");
    }

    [Fact]
    public async Task A_guard_that_answers_later_admits_fields_of_every_kind_in_their_order()
    {
        var asked = 0;
        await using var server = new Server(options => options.Guard = field => field.Name.StartsWith("__", StringComparison.Ordinal) ? null : _ =>
        {
            Interlocked.Increment(ref asked);
            return Later(true);
        });
        await using var free = new Server();
        const string query = """
            { version allBooks { title price genre ratings author { name books { title author { name } } } requiredAuthor @skip(if: true) { name } }
              search(text: "u") { __typename ... on Author { name motto } } }
            """;
        Assert.Equal(await free.Data(query), await server.Data(query));
        Assert.True(asked > 20);
        Assert.All(server.Library.Batches, batch => Assert.Equal(batch.Count, batch.Distinct().Count()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_non_null_field_takes_the_nearest_nullable_parent_with_it_like_any_error(bool later)
    {
        await using var server = Guarded("Author", "name", access =>
            later ? Later(((Author)access.Parent!).Name[0] != 'U') : new(((Author)access.Parent!).Name[0] != 'U' ? null : new GraphQLException("Not yours.", "FORBIDDEN")));
        Assert.Equal(
            """{"errors":[{"message":"Not yours.","locations":[{"line":1,"column":29}],"path":["allBooks",0,"author","name"],"extensions":{"code":"FORBIDDEN"}}],"data":{"allBooks":[{"title":"The Dispossessed","author":null},{"title":"Curtain","author":{"name":"Agatha \"Queen\" Christie"}},{"title":"Ghost","author":null}]}}""",
            await server.Json("{ allBooks { title author { name } } }"));
        await using var closed = Guarded("Query", "version", _ => later ? Later(false) : new(new GraphQLException("Not yours.", "FORBIDDEN")));
        Assert.EndsWith("\"data\":null}", await closed.Json("{ version allBooks { title } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_sees_field_parent_path_and_arguments()
    {
        var seen = new ConcurrentBag<string>();
        FieldGuard tell = access =>
        {
            var arguments = string.Join(' ', access.Arguments.Select(pair => $"{pair.Key}={pair.Value ?? "null"}"));
            seen.Add($"{access.Field.DeclaringType}.{access.Field.Name} {access.Parent?.GetType().Name} {string.Join('.', access.Path)} {arguments}");
            return default;
        };
        await using var server = new Server(options => options.Guard = field => field.Name is "greeting" or "addAuthor" or "books" ? tell : null);
        await server.Json("query($to: String) { b: allBooks { hi: greeting(to: $to) } books(first: 2) { totalCount } }", new { to = "you" });
        await server.Json("mutation { addAuthor(input: { name: \"A\" }) { author { name } } }");
        Assert.Contains("Book.greeting Book b.1.hi to=you times=1", seen);
        Assert.Contains("Query.books  books filter=null first=2 after=null last=null before=null", seen);
        Assert.Contains("Mutation.addAuthor  addAuthor name=A clientId=null", seen);
    }

    [Fact]
    public async Task A_guard_that_fails_refuses_and_tells_nothing()
    {
        await using var server = Guarded("Author", "motto", async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("the key is 1234");
        });
        var answer = await server.Json("{ search(text: \"agatha\") { ... on Author { motto } } }");
        Assert.Contains("Internal error", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"search":[{"motto":null}]}}""", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_that_never_answers_ends_with_the_request()
    {
        await using var server = new Server(options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(60);
            // Nor does it look at the token, which would be an answer.
            options.Guard = field => field.Name == "version" ? _ => new(new TaskCompletionSource<GraphQLException?>().Task) : null;
        });
        Assert.Contains(ErrorCodes.Timeout, await server.Json("{ version }").WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }
}
