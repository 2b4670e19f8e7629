using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using LogiPilot.GraphQL.Documents;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Observability;
using LogiPilot.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL;

/// <summary>Executes requests in process; HTTP stands on it. Never throws for what a client sent.</summary>
public sealed partial class GraphQLExecutor(GraphQLSchema schema, GraphQLOptions options, IServiceProvider? services = null, ILogger<GraphQLExecutor>? logger = null)
{
    private readonly DocumentStore _documents = new(schema, options, new(options, services?.GetService<IMeterFactory>()));
    internal ErrorReporter Reporter { get; } = new(options, (ILogger?)logger ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    public GraphQLSchema Schema { get; } = schema;

    internal GraphQLTelemetry Telemetry => _documents.Telemetry;

    /// <summary>Executes a query or a mutation. Where the caller has a synchronisation context, resolvers run on the thread pool all the same.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        ExecuteAsync(request, options.Timeout, cancellationToken);

    private ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, TimeSpan timeout, CancellationToken cancellationToken) =>
        Telemetry.Watch() is { } watch
            ? watch.OverAsync(request, () => RunAsync(request, timeout, watch, cancellationToken), result => result.Errors)
            : RunAsync(request, timeout, null, cancellationToken);

    private ValueTask<ExecutionResult> RunAsync(GraphQLRequest request, TimeSpan timeout, OperationWatch? watch, CancellationToken cancellationToken)
    {
        var prepared = Prepare(request, watch);
        if (prepared.Refusal is { } refusal) return new(refusal);
        return prepared.Kind == OperationKind.Subscription
            ? new(Refused(request.HttpContext is null
                ? "A subscription has many answers: call SubscribeAsync."
                : "A subscription has many answers: ask for text/event-stream, or use a WebSocket.", ErrorCodes.BadRequest))
            : RunAsync(prepared, null, timeout, watch, cancellationToken);
    }

    /// <summary>Everything before a resolver is asked: document, operation, variables and plan.</summary>
    internal PreparedRequest Prepare(GraphQLRequest request, OperationWatch? watch, bool isStream = false)
    {
        try
        {
            var document = _documents.Find(request);
            if (document.Errors is { } errors) return new(request, Refused(errors));
            if (document.Introspection is { } field && request.HttpContext is { } context && !options.AllowIntrospection!(context))
                return new(request, Refused([IntrospectionRefused(field, document.Document!)]));
            var operation = document.Operation(request.OperationName);
            watch?.Runs(operation, document.IsKnown);
            if (request.QueriesOnly && operation.Kind != OperationKind.Query && !(isStream && operation.Kind == OperationKind.Subscription))
                return new(request, Refused([new("Can only perform a query operation from a GET request.") { Code = ErrorCodes.BadRequest }], isMethodRefused: true));
            var variables = VariableValues.Read(Schema, document.Document!, operation, request.Variables, options is { MaySuggest: true, TrustedDocuments: null }, out var mistakes);
            if (mistakes is not null) return new(request, Refused(mistakes));
            var plan = document.Plan(Schema, operation, variables);
            var cost = plan.Cost.Of(variables);
            var report = Reported(request, cost);
            if (cost.Highest > options.MaxCost) return new(request, Refused([TooDear(cost, "operation")], cost: report));
            return request.CostReporting == CostReporting.Validate
                ? new(request, new ExecutionResult([]) { Cost = report })
                : new(request, plan, variables, cost);
        }
        catch (GraphQLException mistake)
        {
            return new(request, Refused([GraphQLError.Of(mistake)]));
        }
        catch (Exception failure)
        {
            // The constructor of an input, or a hook: code that a request reaches, but no resolver.
            return new(request, Refused([Reporter.Report(failure)]));
        }
    }

    private async ValueTask<ExecutionResult> RunAsync(
        PreparedRequest prepared, object? rootValue, TimeSpan timeout, OperationWatch? watch, CancellationToken cancellationToken)
    {
        await OffContext();
        using var phase = watch is null ? null : GraphQLTelemetry.Phase("execute");
        var run = new OperationRun(Schema, options, prepared.Request, services, Reporter, cancellationToken, watch)
        {
            RootValue = rootValue, Timeout = timeout,
        };
        try
        {
            await run.RunAsync(prepared.Plan!, prepared.Variables!).ConfigureAwait(false);
            return new(run) { Cost = Reported(prepared.Request, prepared.Cost) };
        }
        catch (GraphQLException mistake)
        {
            await run.DisposeAsync().ConfigureAwait(false);
            return Refused([GraphQLError.Of(mistake)]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await run.DisposeAsync().ConfigureAwait(false);
            return TimedOut();
        }
        catch
        {
            await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Batches gather well only where continuations run at once, and a synchronisation context (of a test runner, a desktop) posts them.
    private static ConfiguredTaskAwaitable OffContext() =>
        Task.CompletedTask.ConfigureAwait(SynchronizationContext.Current is null ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.ForceYielding);

    /// <summary>Validates a document as a request would be; empty when it is valid.</summary>
    public IReadOnlyList<GraphQLError> Validate(string document) => _documents.Prepare(document).Errors ?? [];

    /// <summary>Validates a parsed document by the schema and the limits; empty when it is valid.</summary>
    public IReadOnlyList<GraphQLError> Validate(DocumentNode document)
    {
        try
        {
            DocumentLimits.Check(document, options);
            return DocumentValidator.Validate(Schema, document, options);
        }
        catch (GraphQLException mistake)
        {
            return [GraphQLError.Of(mistake)];
        }
    }

    private static GraphQLError IntrospectionRefused(FieldNode field, DocumentNode document) =>
        new($"GraphQL introspection is not allowed, but the query contained {field.Name}.") { Code = ErrorCodes.Validation, Locations = [document.LocationOf(field)] };

    private CostReport? Reported(GraphQLRequest request, OperationCost cost) =>
        request.CostReporting == CostReporting.None ? null : new(cost, options.MaxCost);

    private GraphQLError TooDear(OperationCost cost, string what) => new(
        $"The {what} costs {cost.FieldCost} by its fields and {cost.TypeCost} by its objects; at most {options.MaxCost} is accepted. Ask for smaller pages or fewer levels.")
    {
        Code = ErrorCodes.Limit,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["fieldCost"] = cost.FieldCost, ["typeCost"] = cost.TypeCost, ["maxCost"] = options.MaxCost,
        },
    };

    private ExecutionResult TimedOut() =>
        Refused($"The request took longer than {options.Timeout.TotalSeconds:0.###} s.", ErrorCodes.Timeout);

    private ExecutionResult Refused(string message, string code) => Refused([new(message) { Code = code }]);

    private ExecutionResult Refused(IReadOnlyList<GraphQLError> errors, bool isMethodRefused = false, CostReport? cost = null) =>
        new(Reporter.Filter(errors)) { IsMethodRefused = isMethodRefused, Cost = cost };
}
