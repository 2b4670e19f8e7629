using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class PersistedDocumentTests
{
    private const string Text = "query A($t: String) { echo(text: $t) } query B { version }";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonObject Extension(string hash, int version = 1) =>
        new() { ["persistedQuery"] = new JsonObject { ["version"] = version, ["sha256Hash"] = hash } };

    private static string Body(string? query, JsonObject? extensions, string? documentId = null, string operationName = "B")
    {
        var body = new JsonObject { ["operationName"] = operationName };
        if (query is not null) body["query"] = query;
        if (extensions is not null) body["extensions"] = extensions;
        if (documentId is not null) body["documentId"] = documentId;
        return body.ToJsonString();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_document_sent_once_with_its_hash_is_known_by_the_hash_alone(bool isGet, bool isId)
    {
        await using var host = await LibraryHost.Start();
        var hash = Hash(Text);

        var unknown = await Send(null);
        Assert.Equal((200, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"), (unknown.Status, unknown.Code, unknown.Message));
        Assert.Equal("""{"data":{"version":"1"}}""", (await Send(Text)).Body);
        Assert.Equal("""{"data":{"version":"1"}}""", (await Send(null)).Body);
        Assert.Equal("""{"data":{"version":"1"}}""", (await Send(Text)).Body);
        Assert.Contains("""data: {"data":{"version":"1"}}""", (await Send(null, "Accept: text/event-stream")).Body, StringComparison.Ordinal);

        Task<Answer> Send(string? text, params string[] headers) => isGet
            ? host.Get([
                .. text is null ? [] : new[] { ("query", text) }, ("operationName", "B"),
                isId ? ("documentId", $"sha256:{hash}") : ("extensions", Extension(hash).ToJsonString())], headers)
            : host.Post(isId ? Body(text, null, $"sha256:{hash}") : Body(text, Extension(hash)), headers);
    }

    [Fact]
    public async Task A_hash_that_is_not_the_texts_own_is_refused_and_leaves_nothing()
    {
        await using var host = await LibraryHost.Start();
        var wrong = await host.Post(Body(Text, Extension(Hash("{ version }"))));
        Assert.Equal(("BAD_REQUEST", "provided sha does not match query"), (wrong.Code, wrong.Message));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Post(Body(null, Extension(Hash("{ version }"))))).Code);
        Assert.Equal(400, (await host.Post(Body(null, Extension(Hash(Text))), "Accept: application/graphql-response+json")).Status);
        // Invalid documents are not kept, and a client that says nothing of hashes leaves none.
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await host.Post(Body("{ nope }", Extension(Hash("{ nope }"))))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Post(Body(null, Extension(Hash("{ nope }"))))).Code);
        await host.Post(Body(Text, null));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Post(Body(null, Extension(Hash(Text))))).Code);
    }

    [Theory]
    [InlineData("""{"persistedQuery":1}""", "must be an object")]
    [InlineData("""{"persistedQuery":{"sha256Hash":"x"}}""", "Unsupported persisted query version")]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"x"}}""", "Unsupported persisted query version")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"x"}}""", "Unsupported persisted query version")]
    [InlineData("""{"persistedQuery":{"version":1}}""", "no \"sha256Hash\"")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":7}}""", "no \"sha256Hash\"")]
    public async Task A_malformed_extension_is_refused(string extensions, string reason)
    {
        await using var server = new Server();
        await using var result = await server.Executor.ExecuteAsync(new() { Query = "{ version }", Extensions = JsonDocument.Parse(extensions).RootElement });
        Assert.Equal("BAD_REQUEST", Assert.Single(result.Errors).Code);
        Assert.Contains(reason, result.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_by_hash_keeps_its_plan_and_what_is_not_asked_for_is_forgotten()
    {
        await using var server = new Server(options => options.DocumentCacheSize = 20);
        Assert.NotNull(Prepared("{ version }", Hash("{ version }")).Plan);
        var plan = Prepared(null, Hash("{ version }")).Plan;
        for (var i = 0; i < 100; i++)
        {
            var text = $"{{ version }} # {i}";
            Assert.NotNull(Prepared(text, Hash(text)).Plan);
            if (i < 50) Assert.Same(plan, Prepared(null, Hash("{ version }")).Plan);
        }
        Assert.NotNull(Prepared(null, Hash("{ version }")).Refusal);
        Assert.NotNull(Prepared(null, Hash("{ version } # 99")).Plan);

        LogiPilot.GraphQL.Execution.PreparedRequest Prepared(string? text, string hash) => server.Executor.Prepare(new() { Query = text, DocumentId = hash }, null);
    }

    [Fact]
    public async Task Where_it_is_off_a_client_is_told_to_send_texts()
    {
        await using var host = await LibraryHost.Start(options => options.EnableAutomaticPersistedDocuments = false);
        foreach (var text in new[] { null, Text })
        {
            var answer = await host.Post(Body(text, Extension(Hash(Text))));
            Assert.Equal(("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported"), (answer.Code, answer.Message));
        }
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_accepted_nothing_else_is()
    {
        var manifest = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(manifest, new JsonObject { [$"sha256:{Hash(Text)}"] = Text, ["version-1"] = "{ version }" }.ToJsonString());
            await using var host = await LibraryHost.Start(options =>
            {
                options.TrustedDocuments = TrustedDocuments.FromFile(manifest);
                options.Ide = _ => throw new InvalidOperationException("The IDE is not to be shown.");
            });

            foreach (var known in new[] { Body(null, Extension(Hash(Text))), Body(null, null, Hash(Text)), Body(null, null, $"sha256:{Hash(Text)}"), Body(null, null, "version-1", "") })
                Assert.Equal("""{"data":{"version":"1"}}""", (await host.Post(known)).Body);
            foreach (var other in new[]
            {
                Body(Text, null), Body(Text, Extension(Hash(Text))), Body("{ version }", null, "version-1"), Body("{ __schema { queryType { name } } }", null, null, ""),
                Body(null, null, "version-2"), Body(null, Extension(Hash("{ version }"))),
            })
                Assert.Equal("DOCUMENT_NOT_TRUSTED", (await host.Post(other)).Code);
            Assert.Equal("DOCUMENT_NOT_TRUSTED", (await host.Get([("query", "{ version }")])).Code);
            Assert.Equal("""{"data":{"version":"1"}}""", (await host.Get([("documentId", "version-1")])).Body);
            Assert.Equal(400, (await host.Get([], "Accept: text/html, */*")).Status);
            Assert.Equal((403, "INTROSPECTION_DISABLED"), ((await host.Get([("sdl", "")])).Status, (await host.Get([("sdl", "")])).Code));
        }
        finally
        {
            File.Delete(manifest);
        }
    }

    [Theory]
    [InlineData("""{"one":"{ version }","two":"{ nope }"}""", "\"two\" is refused by the schema: Cannot query field \"nope\"")]
    [InlineData("""{"one":"{ version"}""", "\"one\" is refused by the schema: Syntax Error")]
    [InlineData("""{"sha256:00":"{ version }"}""", "\"sha256:00\" is not the one of this hash, which is sha256:")]
    [InlineData("""{"one":1}""", "is no manifest of documents")]
    [InlineData("""["{ version }"]""", "is no manifest of documents")]
    [InlineData("null", "is no manifest of documents")]
    public async Task A_manifest_that_does_not_fit_the_schema_stops_the_start(string manifest, string reason)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, manifest);
            var refused = await Assert.ThrowsAsync<SchemaException>(() => LibraryHost.Start(options => options.TrustedDocuments = TrustedDocuments.FromFile(file)));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
