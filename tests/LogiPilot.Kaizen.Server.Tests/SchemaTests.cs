using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_is_the_one_that_clients_were_promised()
    {
        await using var host = await KaizenHost.Start();
        var program = host.WithToken(await host.AddToken("reader", Role.Screen));

        Snapshot.Verify(await program.Http.GetStringAsync("/graphql?sdl"), "schema", "graphql");
    }
}
