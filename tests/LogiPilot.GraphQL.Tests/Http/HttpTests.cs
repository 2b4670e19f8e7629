using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class HttpTests(HttpTests.Fixture fixture) : IClassFixture<HttpTests.Fixture>
{
    private const string Modern = "application/graphql-response+json; charset=utf-8";
    private const string Old = "application/json; charset=utf-8";

    public sealed class Fixture : IAsyncLifetime
    {
        internal LibraryHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await LibraryHost.Start(options =>
        {
            options.Ide = context => context.Response.WriteAsync("<!doctype html>the ide");
            options.AddType(typeof(CallerQueries));
        });

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    [QueryType]
    private static class CallerQueries
    {
        public static string? Agent(HttpContext context, System.Security.Claims.ClaimsPrincipal user) => $"{context.Request.Headers.UserAgent}|{user.Identity?.IsAuthenticated}";
    }

    private readonly LibraryHost _host = fixture.Host;

    private static string Body(string query) => new JsonObject { ["query"] = query }.ToJsonString();

    [Theory]
    [InlineData("", Old)]
    [InlineData("*/*", Old)]
    [InlineData("application/*", Old)]
    [InlineData("application/json", Old)]
    [InlineData("application/graphql-response+json", Modern)]
    [InlineData("APPLICATION/GraphQL-Response+JSON;charset=\"UTF-8\"", Modern)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", Modern)]
    [InlineData("application/json, application/graphql-response+json", Modern)]
    [InlineData("application/json, application/graphql-response+json;q=0.5", Old)]
    [InlineData("application/graphql-response+json;q=0.5, application/json;q=0.4", Modern)]
    [InlineData("application/graphql-response+json, */*", Modern)]
    [InlineData("application/graphql-response+json;q=0.1, */*", Old)]
    [InlineData("application/json;q=0, */*", Modern)]
    [InlineData("text/html, application/json;q=0.9", Old)]
    [InlineData("application/graphql-response+json;q=0, application/json;q=0", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("image/png, text/*", null)]
    public async Task The_answer_has_the_media_type_the_client_wants_most_and_406_where_it_wants_neither(string accept, string? expected)
    {
        var answer = await _host.Post(Body("{ version }"), accept.Length > 0 ? [$"Accept: {accept}"] : []);
        if (expected is null) Assert.Equal((406, "BAD_REQUEST"), (answer.Status, answer.Code));
        else Assert.Equal((200, expected, """{"data":{"version":"1"}}"""), (answer.Status, answer.Type, answer.Body));
    }

    [Theory]
    [InlineData("{ version }", 200, true)]
    [InlineData("{ version refuse }", 294, true)]
    [InlineData("{ fail }", 294, true)]
    [InlineData("{", 400, false)]
    [InlineData("{ nope }", 400, false)]
    [InlineData("query A { version } query B { version }", 400, false)]
    [InlineData("query($x: Int!) { echo(numbers: [$x]) }", 400, false)]
    public async Task With_the_response_media_type_a_refused_request_is_400_and_a_partial_answer_294_with_the_old_all_are_200(string query, int status, bool hasData)
    {
        var modern = await _host.Post(Body(query), "Accept: application/graphql-response+json");
        var old = await _host.Post(Body(query), "Accept: application/json");
        Assert.Equal((status, 200, modern.Body), (modern.Status, old.Status, old.Body));
        Assert.Equal((hasData, status != 200), (modern.Json.AsObject().ContainsKey("data"), modern.Json.AsObject().ContainsKey("errors")));
    }

    [Theory]
    [InlineData("", 400, "The body is not JSON")]
    [InlineData("{", 400, "The body is not JSON")]
    [InlineData("{} {}", 400, "The body is not JSON")]
    [InlineData("\"x\"", 400, "must be a JSON object")]
    [InlineData("null", 400, "must be a JSON object")]
    [InlineData("{}", 400, "no \"query\"")]
    [InlineData("""{"query":""}""", 400, "no \"query\"")]
    [InlineData("""{"query":null}""", 400, "no \"query\"")]
    [InlineData("""[{"query":"{ version }"}]""", 400, "Batches")]
    [InlineData("""{"query":5}""", 400, "\"query\" must be a string")]
    [InlineData("""{"query":{}}""", 400, "\"query\" must be a string")]
    [InlineData("""{"query":"{ version }","variables":[]}""", 400, "\"variables\" must be a JSON object")]
    [InlineData("""{"query":"{ version }","variables":"{}"}""", 400, "\"variables\" must be a JSON object")]
    [InlineData("""{"query":"{ version }","operationName":1}""", 400, "\"operationName\" must be a string")]
    [InlineData("""{"query":"{ version }","documentId":1}""", 400, "\"documentId\" must be a string")]
    [InlineData("""{"query":"{ version }","extensions":"x"}""", 400, "\"extensions\" must be a JSON object")]
    [InlineData("""{"query":"{ version }","extensions":[]}""", 400, "\"extensions\" must be a JSON object")]
    [InlineData("""{"query":"{ version }","variables":null,"operationName":null,"extensions":null,"documentId":null}""", 200, null)]
    [InlineData("""{"query":"query A { version } query B { fail }","operationName":"A","variables":{"more":1},"extensions":{"some":{"thing":1}},"unknown":[]}""", 200, null)]
    [InlineData("""{"query":"{ version }","operationName":""}""", 200, null)]
    public async Task A_malformed_request_is_400_with_the_reason_and_unknown_parameters_are_ignored(string body, int status, string? reason)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var answer = await _host.Post(body, $"Accept: {accept}");
            Assert.Equal(status, answer.Status);
            if (reason is null) Assert.Equal("""{"data":{"version":"1"}}""", answer.Body);
            else Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("query=query($t: String){echo(text:$t)}&variables={\"t\":\"é\"}", 200, "é|")]
    [InlineData("query=query A{version} query B{fail}&operationName=A", 200, "\"1\"")]
    [InlineData("query={version}&operationName=&variables=&extensions=", 200, "\"1\"")]
    [InlineData("query={version}&variables=null&extensions=null", 200, "\"1\"")]
    [InlineData("query={version}&extensions={\"some\":1}&utm=x&utm=y", 200, "\"1\"")]
    [InlineData("query=query null{version}&operationName=null", 200, "\"1\"")]
    [InlineData("", 400, "no \\\"query\\\"")]
    [InlineData("query=", 400, "no \\\"query\\\"")]
    [InlineData("query={version}&query={fail}", 400, "\\\"query\\\" is given 2 times")]
    [InlineData("query={version}&variables={}&variables={}", 400, "\\\"variables\\\" is given 2 times")]
    [InlineData("query={version}&variables={", 400, "\\\"variables\\\" is not JSON")]
    [InlineData("query={version}&variables=[]", 400, "\\\"variables\\\" must be a JSON object")]
    [InlineData("query={version}&variables={\"t\":\"\\ud800\"}", 400, "is not Unicode text")]
    [InlineData("query={version}&extensions=1", 400, "\\\"extensions\\\" must be a JSON object")]
    [InlineData("query=mutation{reset{done}}", 405, "Can only perform a query")]
    public async Task Get_takes_the_parameters_of_the_query_string_once_each_and_runs_queries_alone(string query, int status, string contains)
    {
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]));
        var answer = await _host.Get(parameters);
        Assert.Equal(status, answer.Status);
        Assert.Contains(contains, answer.Body, StringComparison.Ordinal);
        if (status == 405) Assert.Equal("POST", answer.Allow);
    }

    [Theory]
    [InlineData("HEAD", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("PATCH", 405)]
    [InlineData("QUERY", 405)]
    [InlineData("OPTIONS", 204)]
    public async Task Other_methods_are_told_which_there_are(string method, int status)
    {
        var answer = await _host.Send(new(method), "?query=%7Bversion%7D", null);
        Assert.Equal((status, "GET, POST"), (answer.Status, answer.Allow));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=UTF-8", 200)]
    [InlineData("application/json; charset=\"utf-8\"", 200)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("text/plain; application/json", 415)]
    [InlineData("text/plain, application/json", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/graphql", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("", 415)]
    public async Task A_body_that_a_foreign_page_could_send_unasked_is_415(string contentType, int status) =>
        Assert.Equal(status, (await _host.Post(Body("{ version }"), $"Content-Type: {contentType}")).Status);

    [Fact]
    public async Task The_schema_and_the_ide_are_at_the_same_address()
    {
        var sdl = await _host.Get([("sdl", "")]);
        Assert.Equal("text/plain; charset=utf-8", sdl.Type);
        Assert.Equal(_host.Executor.Schema.Print(), sdl.Body);
        Assert.Equal("<!doctype html>the ide", (await _host.Get([], "Accept: text/html,application/xhtml+xml,*/*;q=0.8")).Body);
    }

    [Fact]
    public async Task Resolvers_see_the_request_and_late_answers_arrive_whole()
    {
        Assert.Contains("probe/1|False", (await _host.Post(Body("{ agent }"), "User-Agent: probe/1")).Body, StringComparison.Ordinal);
        using var content = new StringContent(Body("{ allBooks { author { name } } books { totalCount } }"), Encoding.UTF8, "application/json");
        using var late = await _host.Client.PostAsync("/graphql", content);
        var body = await late.Content.ReadAsStringAsync();
        Assert.Equal(Encoding.UTF8.GetByteCount(body), late.Content.Headers.ContentLength);
        Assert.Equal(3, JsonNode.Parse(body)!["data"]!["books"]!["totalCount"]!.GetValue<int>());
    }
}
