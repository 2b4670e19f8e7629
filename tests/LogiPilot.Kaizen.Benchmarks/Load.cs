using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>One client of many connections; the same for ours and for what stands beside it.</summary>
internal sealed class Load(Uri address, string? token) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1_024, UseProxy = false })
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    public void Dispose() => _http.Dispose();

    public async Task<byte[]> Post(string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? bytes
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
    }

    /// <summary>Requests a second over so many connections, each sending its next request when it has its answer.</summary>
    public async Task<double> Rate(string path, int connections, int requests, Func<int, byte[]> body, Action<byte[]>? check = null)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < requests)
            {
                var answer = await Post(path, body(number));
                check?.Invoke(answer);
            }
        }));
        return requests / watch.Elapsed.TotalSeconds;
    }
}
