using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class HttpTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Library>();
        builder.Services.AddGraphQL(options =>
        {
            options.Ide = context => context.Response.WriteAsync("<!doctype html>the ide");
            foreach (var type in typeof(Server).Assembly.GetTypes().Where(type => type.Namespace == typeof(Library).Namespace)) options.AddType(type);
        }).AddType(typeof(CallerQueries));
        _app = builder.Build();
        _app.MapGraphQL("/graphql");
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new() { BaseAddress = new(address) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [QueryType]
    private static class CallerQueries
    {
        public static string? Agent(HttpContext context, System.Security.Claims.ClaimsPrincipal user) => $"{context.Request.Headers.UserAgent}|{user.Identity?.IsAuthenticated}";
    }

    private async Task<(HttpStatusCode Status, string? Type, string Body, HttpResponseMessage Response)> Send(
        HttpMethod method, string uri, string? body = null, string? contentType = "application/json", string? accept = null)
    {
        using var request = new HttpRequestMessage(method, uri);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.UserAgent.ParseAdd("probe/1");
        var response = await _client.SendAsync(request);
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(), response);
    }

    private static string Body(string query) => new JsonObject { ["query"] = query }.ToJsonString();

    [Theory]
    [InlineData(null, "application/json; charset=utf-8")]
    [InlineData("*/*", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8")]
    [InlineData("application/json, application/graphql-response+json;q=0.5", "application/json; charset=utf-8")]
    [InlineData("text/html, application/json;q=0.9", "application/json; charset=utf-8")]
    public async Task The_answer_has_the_media_type_the_client_accepts(string? accept, string expected)
    {
        var (status, type, body, _) = await Send(HttpMethod.Post, "/graphql", Body("{ version }"), accept: accept);
        Assert.Equal((HttpStatusCode.OK, accept == "*/*" ? type : expected, """{"data":{"version":"1"}}"""), (status, type, body));
    }

    [Theory]
    [InlineData("{ nope }", 400)]
    [InlineData("{", 400)]
    [InlineData("query($x: Int!) { echo(numbers: [$x]) }", 400)]
    [InlineData("{ fail }", 294)]
    [InlineData("{ version refuse }", 294)]
    public async Task A_refused_request_is_400_in_the_new_media_type_a_partial_answer_294_and_in_the_old_all_are_200(string query, int expected)
    {
        var modern = await Send(HttpMethod.Post, "/graphql", Body(query), accept: "application/graphql-response+json");
        Assert.Equal(expected, (int)modern.Status);
        var old = await Send(HttpMethod.Post, "/graphql", Body(query), accept: "application/json");
        Assert.Equal(HttpStatusCode.OK, old.Status);
        Assert.Equal(expected == 294, JsonNode.Parse(old.Body)!.AsObject().ContainsKey("data"));
        Assert.NotEmpty(JsonNode.Parse(modern.Body)!["errors"]!.AsArray());
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("\"x\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""[{"query":"{ version }"}]""", 400)]
    [InlineData("""{"query":5}""", 400)]
    [InlineData("""{"query":"{ version }","variables":[]}""", 400)]
    [InlineData("""{"query":"{ version }","operationName":1}""", 400)]
    [InlineData("""{"query":"{ version }","extensions":"x"}""", 400)]
    [InlineData("""{"query":"{ version }","variables":null,"operationName":null,"extensions":null}""", 200)]
    public async Task A_malformed_body_is_400_with_the_reason(string body, int expected)
    {
        var answer = await Send(HttpMethod.Post, "/graphql", body);
        Assert.Equal(expected, (int)answer.Status);
        if (expected == 400) Assert.NotEmpty(JsonNode.Parse(answer.Body)!["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"query":"{ version } # \ud800"}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"\udc00"}}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"\ud800":1}}""")]
    [InlineData("""{"query":"{ version } # ÿ"}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"ÿ"}}""")]
    public async Task A_string_that_no_text_can_hold_is_400(string body)
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = new("application/json");
        using var answer = await _client.PostAsync("/graphql", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is not Unicode text", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var get = await Send(HttpMethod.Get, $"/graphql?query=%7Bversion%7D&variables={Uri.EscapeDataString("""{"t":"\ud800"}""")}");
        Assert.Equal(HttpStatusCode.BadRequest, get.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task A_body_that_a_foreign_page_could_send_unasked_is_415(string? contentType) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(HttpMethod.Post, "/graphql", Body("{ version }"), contentType)).Status);

    [Fact]
    public async Task A_body_beyond_the_limit_is_413_whether_its_length_is_said_or_not()
    {
        var body = Body("{ version } #" + new string('x', 9_000_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(HttpMethod.Post, "/graphql", body)).Status);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"LIMIT\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_beyond_the_limit_is_refused_with_its_code()
    {
        var answer = await Send(HttpMethod.Post, "/graphql", Body("{ version } #" + new string('x', 100_000)), accept: "application/graphql-response+json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("\"LIMIT\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_runs_queries_and_no_mutation()
    {
        var query = await Send(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString("query($t: String) { echo(text: $t) }")}&variables={Uri.EscapeDataString("""{"t":"é"}""")}");
        Assert.Contains("é|", query.Body, StringComparison.Ordinal);
        var mutation = await Send(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString("mutation { reset { done } }")}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.Status);
        Assert.Equal("POST", Assert.Single(mutation.Response.Content.Headers.Allow));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(HttpMethod.Get, "/graphql?query=%7Bversion%7D&variables=%7B")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Send(HttpMethod.Delete, "/graphql")).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Send(HttpMethod.Get, "/graphql?query=%7Bversion%7D", accept: "image/png")).Status);
    }

    [Fact]
    public async Task The_schema_and_the_ide_are_at_the_same_address()
    {
        var sdl = await Send(HttpMethod.Get, "/graphql?sdl");
        Assert.Equal("text/plain; charset=utf-8", sdl.Type);
        Assert.Equal(_app.Services.GetRequiredService<GraphQLSchema>().Print(), sdl.Body);
        Assert.Equal("<!doctype html>the ide", (await Send(HttpMethod.Get, "/graphql", accept: "text/html,application/xhtml+xml,*/*;q=0.8")).Body);
    }

    [Fact]
    public async Task Resolvers_see_the_request_and_late_answers_arrive_whole()
    {
        Assert.Contains("probe/1|False", (await Send(HttpMethod.Post, "/graphql", Body("{ agent }"))).Body, StringComparison.Ordinal);
        var late = await Send(HttpMethod.Post, "/graphql", Body("{ allBooks { author { name } } books { totalCount } }"));
        Assert.Equal(late.Body.Length, Encoding.UTF8.GetByteCount(late.Body));
        Assert.Equal(Encoding.UTF8.GetByteCount(late.Body), late.Response.Content.Headers.ContentLength);
        Assert.Equal(3, JsonNode.Parse(late.Body)!["data"]!["books"]!["totalCount"]!.GetValue<int>());
    }
}
