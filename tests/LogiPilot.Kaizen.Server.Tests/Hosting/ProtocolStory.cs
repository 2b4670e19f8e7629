using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

public sealed class ProtocolStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    [Theory]
    [InlineData("POST", "/graphql")]
    [InlineData("GET", "/graphql?sdl")]
    [InlineData("POST", "/hubs/live/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/imports/products")]
    [InlineData("GET", "/print/labels/01a2026b-e8a4-74ed-9995-c90a1644c544.svg")]
    public async Task Without_a_session_the_answer_is_401_and_never_a_redirect(string method, string path)
    {
        foreach (var client in new[] { plant.Host.Anonymous(), plant.Host.WithToken("kzn_unknown") })
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (method == "POST")
            {
                request.Content = JsonContent.Create(new { query = "{ me { id } }" });
            }

            using var answer = await client.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("UNAUTHENTICATED", body.GetProperty("code").GetString());
            Assert.Equal("Connectez-vous d’abord.", body.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task A_malformed_document_and_a_wrong_variable_get_clear_errors()
    {
        var pilot = await plant.SignIn(Role.Pilot);

        Assert.Equal("GRAPHQL_PARSE_FAILED", await pilot.RefusedQuery("{ me { id "));
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", await pilot.RefusedQuery("{ me { shoeSize } }"));
        Assert.Equal("BAD_USER_INPUT", await pilot.RefusedQuery("query($id: UUID!) { alert(id: $id) { id } }", new { id = "not a uuid" }));
        Assert.Equal("LIMIT", await pilot.RefusedQuery("{ alerts(first: 1001) { nodes { id } } }"));
        Assert.Equal("LIMIT", await pilot.RefusedQuery("{ journal(first: 1001) { nodes { sequence } } }"));
        Assert.Equal("BAD_USER_INPUT", await pilot.RefusedQuery("{ journal(first: -1) { nodes { sequence } } }"));
        Assert.Equal("LIMIT", await pilot.RefusedQuery(
            "query($ids: [UUID!]) { supplyPoints(filter: { productIds: $ids }) { totalCount } }",
            new { ids = Enumerable.Range(0, 1001).Select(_ => Guid.CreateVersion7()) }));
    }

    [Theory]
    [InlineData("POST", "/auth/sign-in", "{", "BAD_REQUEST")]
    [InlineData("POST", "/auth/sign-in", "null", "BAD_REQUEST")]
    [InlineData("GET", "/auth/sign-in", null, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/api/alerts", null, "NOT_FOUND")]
    [InlineData("GET", "/assets/missing.js", null, "NOT_FOUND")]
    public async Task What_no_room_answers_is_refused_with_a_code_and_a_sentence(string method, string path, string? body, string code)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await plant.Host.Anonymous().Http.SendAsync(request);

        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, said.GetProperty("code").GetString());
        Assert.EndsWith(".", said.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_9_MB_is_too_large_and_one_of_8_MB_is_not(bool isChunked)
    {
        var pilot = await plant.SignIn(Role.Pilot);

        using var tooLarge = await Send(9_000_000);
        using var largest = await Send(8_000_000);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);

        async Task<HttpResponseMessage> Send(int size)
        {
            const string Head = """{"query":"{ me { id } }","variables":{"padding":" """;
            var body = Encoding.UTF8.GetBytes(Head + new string('x', size - Head.Length - 3) + "\"}}");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = isChunked;
            return await pilot.Http.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("/auth/sign-in", 9)]
    [InlineData("/imports/products", 65)]
    public async Task A_body_that_does_not_say_its_size_is_too_large_wherever_it_is_sent(string path, int megabytes)
    {
        var admin = await plant.SignIn(Role.Admin);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(new string(' ', megabytes * 1024 * 1024)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;

        using var answer = await admin.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("TOO_LARGE", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_a_page_of_another_origin_sends_with_the_cookie_is_refused()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        foreach (var (header, value, expected) in new[]
        {
            ("Origin", "http://evil.example", HttpStatusCode.Forbidden),
            ("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden),
            ("Origin", plant.Host.Address.GetLeftPart(UriPartial.Authority), HttpStatusCode.OK),
            ("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ me { id } }" }) };
            request.Headers.Add(header, value);
            using var answer = await pilot.Http.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_sees_every_plant_reads_the_journal_without_a_gap()
    {
        var program = plant.Host.WithToken(await plant.Host.AddToken("journal-reader", Role.Screen));

        var journal = (await program.Query("{ journal(first: 1000) { nodes { sequence plantId } } }")).GetProperty("journal").GetProperty("nodes");

        Assert.Equal(Enumerable.Range(1, journal.GetArrayLength()), journal.EnumerateArray().Select(n => n.GetProperty("sequence").GetInt32()));
        Assert.Contains(journal.EnumerateArray(), n => n.GetProperty("plantId").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Operations_see_health_and_measures_without_a_session()
    {
        var http = plant.Host.Anonymous().Http;

        Assert.Equal("Healthy", await http.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/ready"));
        using var metrics = await http.GetAsync("/metrics");
        var text = await metrics.Content.ReadAsStringAsync();
        Assert.Equal("application/openmetrics-text", metrics.Content.Headers.ContentType?.MediaType);
        Assert.Contains("kaizen_use_case_duration_seconds_bucket{use_case=\"TakeExtract\",outcome=\"done\",le=\"+Inf\"}", text, StringComparison.Ordinal);
        Assert.Contains("graphql_server_operation_duration_seconds_bucket{graphql_operation_type=\"query\",", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(metrics.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_label_opens_the_places_page_and_is_found_by_its_code()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var place = (await pilot.Query("query($id: UUID!) { place(id: $id) { label } }", new { id = plant.Places["P11"] })).GetProperty("place");
        var label = place.GetProperty("label").GetString()!;

        var svg = await pilot.Http.GetStringAsync($"/print/labels/{plant.Places["P11"]}.svg");
        var page = await pilot.Http.GetStringAsync($"/print/labels/{plant.Places["L1"]}");
        var found = await pilot.Query(
            "query($label: String!) { placeByLabel(label: $label) { id line { code } } }", new { label = label.ToLowerInvariant() });

        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains($"/p/{label}", page, StringComparison.Ordinal);
        Assert.Equal(plant.Places["P11"], found.GetProperty("placeByLabel").GetProperty("id").GetGuid());
        Assert.Equal("L1", found.GetProperty("placeByLabel").GetProperty("line").GetProperty("code").GetString());
    }
}
