using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Observability;

/// <summary>The activity source and the instruments of one executor. When nobody listens, asking costs a few comparisons.</summary>
internal sealed class GraphQLTelemetry
{
    public static readonly ActivitySource Source = new(GraphQLInstrumentation.ActivitySourceName);
    private const int MaxOperationNames = 200;
    private const string OtherName = "_OTHER";
    private static readonly Meter Shared = new(GraphQLInstrumentation.MeterName);
    private static readonly KeyValuePair<string, object?> Hit = new("graphql.document.cache.result", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("graphql.document.cache.result", "miss");
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly GraphQLOptions _options;
    private readonly Counter<long> _lookups;
    private readonly UpDownCounter<long> _subscriptions;

    public GraphQLTelemetry(GraphQLOptions options, IMeterFactory? factory)
    {
        _options = options;
        var meter = factory?.Create(GraphQLInstrumentation.MeterName) ?? Shared;
        Duration = meter.CreateHistogram(
            "graphql.server.operation.duration", "s", "Time from the request to its answer, ready to be written.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        SlowResolvers = meter.CreateHistogram(
            "graphql.server.resolver.slow.duration", "s", "Time a resolver took that was slower than the threshold.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        Batches = meter.CreateHistogram(
            "graphql.server.loader.batch.size", "{key}", "Keys a data loader asked for at once.", null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000] });
        Errors = meter.CreateCounter<long>("graphql.server.errors", "{error}", "Errors in answers, by code.");
        _lookups = meter.CreateCounter<long>("graphql.server.document.cache.lookups", "{lookup}", "Documents found parsed, validated and planned, or not.");
        _subscriptions = meter.CreateUpDownCounter<long>("graphql.server.subscriptions.active", "{subscription}", "Subscriptions that run.");
    }

    public Histogram<double> Duration { get; }
    public Histogram<double> SlowResolvers { get; }
    public Histogram<int> Batches { get; }
    public Counter<long> Errors { get; }

    /// <summary>What watches one operation; null when nobody wants to know.</summary>
    public OperationWatch? Watch()
    {
        var activity = Source.HasListeners() ? Source.CreateActivity("GraphQL Operation", ActivityKind.Server) : null;
        return activity is not null || Duration.Enabled || Errors.Enabled || SlowResolvers.Enabled || Batches.Enabled
            ? new(this, _options, activity)
            : null;
    }

    /// <summary>A child activity of the operation's; null where nobody asked for one.</summary>
    public static Activity? Phase(string name) =>
        Activity.Current is { IsAllDataRequested: true } current && ReferenceEquals(current.Source, Source) ? Source.StartActivity(name) : null;

    public void LookedUp(PreparedDocument? found)
    {
        found?.IsKnown = true;
        _lookups.Add(1, found is null ? Miss : Hit);
    }

    public void SubscriptionStarted() => _subscriptions.Add(1);

    public void SubscriptionEnded() => _subscriptions.Add(-1);

    /// <summary>
    /// The name that may stand in a label. Clients choose names, so only those of documents that came again count, and only so many
    /// of them: a client that invents one a request would make a time series each.
    /// </summary>
    public string? LabelOf(OperationNode operation, bool isKnown)
    {
        if (operation.Name?.Value is not { } name) return null;
        if (_names.ContainsKey(name)) return name;
        if (!isKnown || _names.Count >= MaxOperationNames) return OtherName;
        _names.TryAdd(name, true);
        return name;
    }

    public static bool IsOther(string label) => ReferenceEquals(label, OtherName);
}
