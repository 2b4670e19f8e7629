using LogiPilot.GraphQL.Subscriptions;

namespace LogiPilot.GraphQL.Execution;

internal sealed partial class OperationRun
{
    /// <summary>The parent of the root fields: a subscription's event, null elsewhere.</summary>
    public object? RootValue { get; init; }

    /// <summary>Where the events come from, once the run of a subscription's source plan found it.</summary>
    public EventSource? Source { get; set; }

    /// <summary>Longest the run may take, zero for no limit.</summary>
    public TimeSpan Timeout { get; init; } = options.Timeout;

    /// <summary>Ends a run of one root field, but for its scope, which ends with what is returned.</summary>
    public async ValueTask<ResolverContext> KeepScopeAsync()
    {
        var context = Work.Contexts.Single();
        Work.Contexts.Clear();
        await DisposeAsync().ConfigureAwait(false);
        return context;
    }
}
