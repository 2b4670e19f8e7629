using System.Diagnostics;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Observability;

/// <summary>Watches one operation for those who listen: its activity and those below it, its measurements.</summary>
internal sealed class OperationWatch(GraphQLTelemetry telemetry, GraphQLOptions options, Activity? activity)
{
    private const string TypeTag = "graphql.operation.type";
    private const string NameTag = "graphql.operation.name";
    private const string ErrorTag = "error.type";
    private const int MaxSlowActivities = 32;
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();
    private readonly DateTimeOffset _startTime = TimeProvider.System.GetUtcNow();
    private string? _type;
    private string? _label;
    private long _since;
    private int _slow;

    /// <summary>Runs something as the operation: what it starts is below the activity.</summary>
    public async ValueTask<T> OverAsync<T>(GraphQLRequest request, Func<ValueTask<T>> run, Func<T, IReadOnlyList<GraphQLError>> errorsOf)
    {
        activity?.Start();
        if (options.TraceDocuments && activity is { IsAllDataRequested: true }) activity.SetTag("graphql.document", request.Query);
        try
        {
            var answer = await run().ConfigureAwait(false);
            End(errorsOf(answer));
            return answer;
        }
        catch (Exception exception)
        {
            End(exception is OperationCanceledException ? "CANCELLED" : exception.GetType().FullName);
            throw;
        }
    }

    public void Runs(OperationNode operation, bool isKnown)
    {
        _type = operation.Kind switch { OperationKind.Query => "query", OperationKind.Mutation => "mutation", _ => "subscription" };
        _label = telemetry.LabelOf(operation, isKnown);
        if (activity is null) return;
        activity.DisplayName = _label is null || GraphQLTelemetry.IsOther(_label) ? _type : $"{_type} {_label}";
        activity.SetTag(TypeTag, _type);
        if (operation.Name is { } name) activity.SetTag(NameTag, name.Value);
    }

    private void End(IReadOnlyList<GraphQLError> errors)
    {
        if (telemetry.Errors.Enabled)
            foreach (var error in errors) telemetry.Errors.Add(1, new KeyValuePair<string, object?>(ErrorTag, CodeOf(error)));
        End(errors.Count == 0 ? null : CodeOf(errors[0]));
    }

    /// <summary>A resolver is called.</summary>
    public void Begin(FieldPlan plan) => _since = plan.IsMethod ? TimeProvider.System.GetTimestamp() : 0;

    /// <summary>When the resolver was called that now left a hole.</summary>
    public long Leave()
    {
        var since = _since;
        _since = 0;
        return since;
    }

    /// <summary>The resolver called last came back, or threw.</summary>
    public void Returned(FieldPlan plan, ReadOnlySpan<PathStep> path)
    {
        if (_since != 0) Took(plan, Leave(), TimeProvider.System.GetTimestamp(), path);
    }

    public void Took(FieldPlan plan, long since, long until, ReadOnlySpan<PathStep> path)
    {
        if (since == 0 || options.SlowResolverThreshold <= TimeSpan.Zero) return;
        var elapsed = TimeProvider.System.GetElapsedTime(since, until);
        if (elapsed < options.SlowResolverThreshold) return;
        var name = $"{plan.Field.DeclaringType}.{plan.Field.Name}";
        if (telemetry.SlowResolvers.Enabled)
            telemetry.SlowResolvers.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("graphql.field.name", name));
        if (activity is not { IsAllDataRequested: true } || _slow++ >= MaxSlowActivities) return;
        var began = _startTime + TimeProvider.System.GetElapsedTime(_startedAt, since);
        using var slow = GraphQLTelemetry.Source.StartActivity(
            ActivityKind.Internal, Activity.Current?.Context ?? activity.Context, startTime: began, name: $"resolve {name}");
        if (slow is null) return;
        var steps = new List<object>(path.Length);
        foreach (var step in path) steps.Add(step.Value);
        slow.SetTag("graphql.field.name", name).SetTag("graphql.field.path", string.Join('.', steps)).SetEndTime((began + elapsed).UtcDateTime);
    }

    public void Batch(Type loader, int keys) =>
        telemetry.Batches.Record(keys, new KeyValuePair<string, object?>("graphql.loader.name", loader.Name));

    private static string CodeOf(GraphQLError error) => error.Code ?? ErrorCodes.Internal;

    private void End(string? errorType)
    {
        if (telemetry.Duration.Enabled)
        {
            var tags = default(TagList);
            if (_type is not null) tags.Add(TypeTag, _type);
            if (_label is not null) tags.Add(NameTag, _label);
            if (errorType is not null) tags.Add(ErrorTag, errorType);
            telemetry.Duration.Record(TimeProvider.System.GetElapsedTime(_startedAt).TotalSeconds, tags);
        }
        if (activity is null) return;
        if (errorType is not null) activity.SetTag(ErrorTag, errorType).SetStatus(ActivityStatusCode.Error);
        activity.Stop();
    }
}
