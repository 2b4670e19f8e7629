using Xunit;

namespace LogiPilot.GraphQL.Tests.Observability;

[Collection(nameof(ActivityTests))]
public sealed class UnwatchedTests
{
    [QueryType]
    private static class PlainQueries
    {
        public static string Word() => "word";
    }

    [Fact]
    public void Nothing_is_allocated_for_those_who_do_not_listen()
    {
        var options = new GraphQLOptions().AddType(typeof(PlainQueries));
        var telemetry = new GraphQLExecutor(GraphQLSchema.Create(options), options).Telemetry;
        Assert.Null(telemetry.Watch());
        // The runtime itself takes a little when it compiles anew, so the least of three turns counts.
        Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Turn()));

        long Turn()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                telemetry.Watch();
                telemetry.LookedUp(null);
                telemetry.SubscriptionStarted();
                telemetry.SubscriptionEnded();
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
