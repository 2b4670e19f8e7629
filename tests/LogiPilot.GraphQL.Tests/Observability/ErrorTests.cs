using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Observability;

public sealed class ErrorTests
{
    private readonly Lines _lines = new();

    public sealed class Broken : BatchDataLoader<Guid, Author>
    {
        protected override Task<IReadOnlyDictionary<Guid, Author>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("the connection string is 1234");
    }

    [ObjectType<Book>]
    private static class BrokenNode
    {
        public static Task<Author?> GetLost([Parent] Book book, Broken broken) => broken.LoadAsync(book.Id);
    }

    [QueryType]
    private static class FailingQueries
    {
        public static string? Several(bool known) => known
            ? throw new AggregateException(new InvalidOperationException("1234"), new AggregateException(new GraphQLException("Closed.", "CLOSED")))
            : throw new AggregateException(new InvalidOperationException("1234"));

        // A call to another server that took too long there, not here.
        public static Task<string?> Upstream() => Task.FromException<string?>(new TaskCanceledException("1234"));

        public static async Task<string?> Late(string password)
        {
            await Task.Delay(30);
            throw new InvalidOperationException($"late {password.Length}");
        }

        public static string?[] Holey() => [null, null, "c"];

        [GraphQLType("[String!]")] public static string?[] Promised() => [null, "b", null];

        public static async Task<string> Early()
        {
            await Task.Delay(1);
            throw new GraphQLException("Early.", "EARLY");
        }
    }

    private Server Start(Action<GraphQLOptions>? configure = null) => new(
        options =>
        {
            options.AddType(typeof(FailingQueries)).AddType(typeof(BrokenNode));
            configure?.Invoke(options);
        },
        services => services.AddLogging(logging => logging.AddProvider(_lines)));

    [Fact]
    public async Task A_failure_is_logged_once_with_path_and_operation_and_the_client_learns_nothing()
    {
        await using var server = Start();
        var answer = await server.Json("query Lost { allBooks { title lost { name } } }");
        Assert.Equal(3, answer.Split("\"Internal error\"").Length - 1);
        Assert.DoesNotContain("1234", answer, StringComparison.Ordinal);
        var (level, text, exception) = Assert.Single(_lines.Written);
        Assert.Equal((LogLevel.Error, "The resolver of allBooks.0.lost failed in operation Lost"), (level, text));
        Assert.IsType<InvalidOperationException>(exception);
    }

    [Fact]
    public async Task Of_many_failures_of_one_request_ten_are_logged_and_that_there_were_more()
    {
        await using var server = Start();
        var answer = await server.Json($"query Many {{{string.Concat(Enumerable.Range(0, 30).Select(i => $" a{i}: several(known: false)"))} }}");
        Assert.Equal(30, answer.Split("\"Internal error\"").Length - 1);
        Assert.Equal(11, _lines.Written.Count);
        Assert.Equal("More resolvers failed in operation Many, which are not logged one by one", _lines.Written.Last().Text);
    }

    [Fact]
    public async Task A_null_where_the_schema_has_none_is_logged_once_a_field_and_where_it_may_be_not_at_all()
    {
        await using var server = Start();
        Assert.Contains("Cannot return null for non-nullable field Query.promised.", await server.Json("{ holey a: promised b: promised }"), StringComparison.Ordinal);
        var (level, text, exception) = Assert.Single(_lines.Written);
        Assert.Equal((LogLevel.Error, "The resolver of a.0 failed in operation (unnamed)"), (level, text));
        Assert.Equal("Cannot return null for non-nullable field Query.promised.", exception?.Message);
    }

    [Fact]
    public async Task Neither_variables_nor_literals_are_logged()
    {
        await using var server = Start();
        await server.Json("query($p: String!) { late(password: $p) b: late(password: \"word-8765\") }", new { p = "word-4321" });
        Assert.Equal(2, _lines.Written.Count);
        Assert.DoesNotContain(_lines.Written, line => line.Text.Contains("word-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_failed_in_a_field_that_a_null_cut_out_is_logged_all_the_same()
    {
        await using var server = Start();
        Assert.EndsWith("\"data\":null}", await server.Json("{ late(password: \"\") early }"), StringComparison.Ordinal);
        Assert.Equal("The resolver of late failed in operation (unnamed)", Assert.Single(_lines.Written).Text);
    }

    [Fact]
    public async Task Of_several_exceptions_the_one_for_clients_is_the_error_and_a_time_out_elsewhere_is_an_internal_one()
    {
        await using var server = Start();
        Assert.Contains("""{"message":"Closed.",""", await server.Json("{ several(known: true) }"), StringComparison.Ordinal);
        Assert.Empty(_lines.Written);
        Assert.Contains("""{"message":"Internal error",""", await server.Json("{ several(known: false) }"), StringComparison.Ordinal);
        Assert.Contains("""{"message":"Internal error",""", await server.Json("{ upstream }"), StringComparison.Ordinal);
        Assert.Equal(2, _lines.Written.Count);
    }

    [Fact]
    public async Task Filters_see_every_error_with_path_code_and_exception_and_what_they_know_is_not_logged()
    {
        var seen = new List<string>();
        await using var server = Start(options => options
            .AddErrorFilter(error =>
            {
                seen.Add($"{error.Code} {(error.Path is null ? "" : string.Join('.', error.Path))} {error.Exception?.GetType().Name}");
                return error.Exception is InvalidOperationException ? error with { Message = "Known.", Code = "KNOWN" } : error;
            })
            .AddErrorFilter(error => error.Code == "KNOWN" ? error with { Message = error.Message + " Twice." } : error));
        Assert.Contains("""{"message":"Known. Twice.",""", await server.Json("{ several(known: false) }"), StringComparison.Ordinal);
        await server.Json("{ x: upstream refuse }");
        await server.Json("{ nothing }");
        await server.Json("query($id: UUID!) { book(id: $id) { title } }");
        Assert.Equal(
            [
                "BAD_USER_INPUT  ", "CLOSED refuse GraphQLException", "GRAPHQL_VALIDATION_FAILED  ",
                "INTERNAL several InvalidOperationException", "INTERNAL x TaskCanceledException",
            ],
            seen.Order(StringComparer.Ordinal));
        Assert.Equal("The resolver of x failed in operation (unnamed)", Assert.Single(_lines.Written).Text);
    }

    [Fact]
    public async Task A_filter_that_fails_hides_the_error_and_is_logged()
    {
        await using var server = Start(options => options.AddErrorFilter(_ => throw new InvalidOperationException("filter 1234")));
        var answer = await server.Json("{ refuse }");
        Assert.Contains("Internal error", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", answer, StringComparison.Ordinal);
        Assert.Contains(_lines.Written, line => line.Text == "An error filter failed");
    }
}
