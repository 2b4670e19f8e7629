using System.Text.Json;
using LogiPilot.Tests;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class AuditTests
{
    // As many as graphql-http 1.23.1 has; fewer would mean that some did not run.
    private const int Audits = 61;

    private sealed record Audit(string Id, string Name, string Status, string? Reason);

    [Fact]
    public async Task Every_audit_of_graphql_http_passes_whether_it_says_must_should_or_may()
    {
        await using var host = await LibraryHost.Start();
        await using var peer = await NodePeer.Start("audits.mjs", new Uri(host.Address, "/graphql").ToString());

        var results = JsonSerializer.Deserialize<Audit[]>(await peer.Next(), JsonSerializerOptions.Web)!;

        var failed = results.Where(audit => audit.Status != "ok").Select(audit => $"{audit.Status} {audit.Id} {audit.Name}: {audit.Reason}").ToList();
        Assert.True(failed.Count == 0, $"{failed.Count} of {results.Length} audits did not pass:\n{string.Join('\n', failed)}");
        Assert.True(results.Length >= Audits, $"Only {results.Length} audits ran, of {Audits} at least.");
        Assert.Equal(results.Length, results.Select(audit => audit.Id).Distinct().Count());
    }
}
