using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class BodyTests(BodyTests.Fixture fixture) : IClassFixture<BodyTests.Fixture>
{
    public sealed class Fixture : IAsyncLifetime
    {
        internal LibraryHost Host { get; private set; } = null!;

        internal ConcurrentQueue<string> Logged { get; } = new();

        public async Task InitializeAsync() => Host = await LibraryHost.Start(build: builder =>
        {
            builder.Logging.AddProvider(new Complaints(Logged));
            builder.WebHost.ConfigureKestrel(server => server.Limits.MinRequestBodyDataRate = new MinDataRate(1_000, TimeSpan.FromSeconds(1.1)));
        });

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    private sealed class Complaints(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    private const string Query = """{"query":"{ version }"}""";
    private readonly LibraryHost _host = fixture.Host;

    [Theory]
    [InlineData("""{"query":"{ version } # \ud800"}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"\udc00"}}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"\ud800":1}}""")]
    [InlineData("""{"query":"{ version } # ÿ"}""")]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"ÿ"}}""")]
    [InlineData("""{"query":"{ version }","ÿ":1}""")]
    public async Task A_string_that_no_text_can_hold_is_400(string body)
    {
        var answer = await _host.Post(Encoding.Latin1.GetBytes(body));
        Assert.Equal(400, answer.Status);
        Assert.Contains("is not Unicode text", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_body_is_no_part_of_it()
    {
        Assert.Equal(200, (await _host.Post([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Query)])).Status);
        Assert.Equal(400, (await _host.Post([0xEF, 0xBB, 0xBF])).Status);
        Assert.Equal(400, (await _host.Post(Encoding.Unicode.GetBytes(Query))).Status);
    }

    [Fact]
    public async Task A_compressed_body_is_415_and_read_where_the_server_unpacks_it_first()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Query));

        Assert.Equal(415, (await _host.Post(packed.ToArray(), "Content-Encoding: gzip")).Status);
        Assert.Equal(415, (await _host.Post(Query, "Content-Encoding: nonsense")).Status);
        Assert.Equal(200, (await _host.Post(Query, "Content-Encoding: identity")).Status);

        await using var unpacking = await LibraryHost.Start(build: b => b.Services.AddRequestDecompression(), use: app => app.UseRequestDecompression());
        Assert.Equal(200, (await unpacking.Post(packed.ToArray(), "Content-Encoding: gzip")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_413_whether_its_length_is_said_or_not(bool isChunked)
    {
        foreach (var (size, status) in new[] { (8 * 1024 * 1024, 200), (8 * 1024 * 1024 + 1, 413), (9_000_000, 413) })
        {
            using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Query.PadRight(size))));
            content.Headers.ContentType = new("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
            request.Headers.TransferEncodingChunked = isChunked;
            using var response = await _host.Client.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
            if (status == 413) Assert.Contains("\"LIMIT\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_document_beyond_the_limit_is_refused_with_its_code()
    {
        var answer = await _host.Post($$"""{"query":"{ version } #{{new string('x', 100_000)}}"}""", "Accept: application/graphql-response+json");
        Assert.Equal((400, "LIMIT"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_slower_than_the_server_waits_is_408()
    {
        var answer = await Raw($"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"query\"", close: false);
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("BAD_REQUEST", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62, null)]
    [InlineData(63, "nested deeper than 64 levels")]
    [InlineData(2_000_000, "nested deeper than 64 levels")]
    public async Task Json_nested_too_deep_is_told_from_json_that_is_broken(int levels, string? refusal)
    {
        var answer = await _host.Post($"{{\"query\":\"{{ version }}\",\"variables\":{{\"a\":{new string('[', levels)}1{new string(']', levels)}}}}}");

        Assert.Equal(refusal is null ? 200 : 400, answer.Status);
        Assert.Equal(refusal is null ? null : "LIMIT", answer.Code);
        if (refusal is not null) Assert.Contains(refusal, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(10)]
    public async Task A_length_that_lies_harms_nobody(int said)
    {
        // What Kestrel says of connections that other tests let it cut is theirs.
        fixture.Logged.Clear();
        await Raw($"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {said}\r\n\r\n{Query}", close: true);
        Assert.Equal(200, (await _host.Post(Query)).Status);
        Assert.True(fixture.Logged.IsEmpty, string.Join("\n", fixture.Logged));
    }

    private async Task<string> Raw(string request, bool close)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        if (close) client.Client.Shutdown(SocketShutdown.Send);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (await stream.ReadAsync(buffer, time.Token) is var read and > 0) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException) when (close)
        {
            // Who hangs up in the middle may be hung up on.
        }
        return answer.ToString();
    }
}
