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
        // What is compiled or made at the first call is none of a request's cost.
        Ask(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask(int times)
        {
            for (var i = 0; i < times; i++)
            {
                telemetry.Watch();
                telemetry.LookedUp(null);
                telemetry.SubscriptionStarted();
                telemetry.SubscriptionEnded();
            }
        }
    }
}
