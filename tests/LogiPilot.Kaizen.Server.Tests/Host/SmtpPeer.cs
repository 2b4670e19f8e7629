using System.Text.Json;
using System.Threading.Channels;
using LogiPilot.Tests;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>A real SMTP server in Node beside the test: it accepts, refuses, delays and drops by plan, and tells what it accepted.</summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private readonly NodePeer _node;
    private readonly Channel<JsonElement> _events = Channel.CreateUnbounded<JsonElement>();
    private readonly Task _reading;

    private SmtpPeer(NodePeer node, int port)
    {
        (_node, Port) = (node, port);
        _reading = Read();
    }

    public int Port { get; }

    /// <summary>The settings that send mails to it, encryption apart.</summary>
    public string[] Settings =>
        ["--Kaizen:Mail:Host=localhost", $"--Kaizen:Mail:Port={Port}", "--Kaizen:Mail:From=Kaizen Forez <kaizen@forez.fr>"];

    /// <summary>With a key and certificate (PEM) it offers STARTTLS; with a user, it takes mails of nobody else.</summary>
    public static async Task<SmtpPeer> Start(object? plan = null, string? key = null, string? cert = null, string? user = null, string? password = null)
    {
        var node = await NodePeer.Start("smtp.mjs", JsonSerializer.Serialize(new { plan, key, cert, user, password }));
        return new(node, JsonSerializer.Deserialize<JsonElement>(await node.Next()).GetProperty("port").GetInt32());
    }

    public async Task Plan(object plan)
    {
        await _node.Tell(JsonSerializer.Serialize(plan));
        await Next("plan");
    }

    /// <summary>The next thing of a kind that happened; what happened before it is passed over.</summary>
    public async Task<JsonElement> Next(string kind)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var happened = await _events.Reader.ReadAsync(patience.Token);
            if (happened.GetProperty("event").GetString() == kind)
            {
                return happened;
            }
        }
    }

    /// <summary>Everything that happened since it was last asked.</summary>
    public List<JsonElement> Happened()
    {
        var all = new List<JsonElement>();
        while (_events.Reader.TryRead(out var happened))
        {
            all.Add(happened);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _reading;
    }

    private async Task Read()
    {
        try
        {
            while (true)
            {
                await _events.Writer.WriteAsync(JsonSerializer.Deserialize<JsonElement>(await _node.Next()));
            }
        }
        catch (Exception end) when (end is InvalidOperationException or ObjectDisposedException)
        {
            _events.Writer.TryComplete();
        }
    }
}
