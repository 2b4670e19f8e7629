using LogiPilot.GraphQL.Documents;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL;

/// <summary>Executes requests in process; HTTP stands on it. Never throws for what a client sent.</summary>
public sealed partial class GraphQLExecutor(GraphQLSchema schema, GraphQLOptions options, IServiceProvider? services = null, ILogger<GraphQLExecutor>? logger = null)
{
    private readonly DocumentStore _documents = new(schema, options);
    private readonly ErrorReporter _reporter = new(options, (ILogger?)logger ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    public GraphQLSchema Schema { get; } = schema;

    // Batches gather well only where continuations run at once, and a synchronisation context (of a test runner, a desktop) posts them.
    public ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        SynchronizationContext.Current is null
            ? RunAsync(request, cancellationToken)
            : new(Task.Run(() => RunAsync(request, cancellationToken).AsTask(), CancellationToken.None));

    private ValueTask<ExecutionResult> RunAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var prepared = Prepare(request);
        if (prepared.Refusal is { } refusal) return new(refusal);
        return prepared.Kind == OperationKind.Subscription
            ? new(Refused("A subscription has many answers: ask for text/event-stream, or use a WebSocket.", ErrorCodes.BadRequest))
            : RunAsync(prepared, null, cancellationToken);
    }

    /// <summary>Everything before a resolver is asked: document, operation, variables and plan.</summary>
    internal PreparedRequest Prepare(GraphQLRequest request, bool isStream = false)
    {
        try
        {
            var document = _documents.Find(request);
            if (document.Errors is { } errors) return new(request, new ExecutionResult(errors));
            var operation = document.Operation(request.OperationName);
            if (request.QueriesOnly && operation.Kind != OperationKind.Query && !(isStream && operation.Kind == OperationKind.Subscription))
                return new(request, new ExecutionResult([new("Can only perform a query operation from a GET request.") { Code = ErrorCodes.BadRequest }]) { IsMethodRefused = true });
            var variables = VariableValues.Read(Schema, operation, request.Variables, out var mistakes);
            return mistakes is null
                ? new(request, document.Plan(Schema, operation, variables), variables)
                : new(request, new ExecutionResult(mistakes));
        }
        catch (GraphQLException mistake)
        {
            return new(request, new ExecutionResult([GraphQLError.Of(mistake)]));
        }
    }

    private async ValueTask<ExecutionResult> RunAsync(PreparedRequest prepared, object? rootValue, CancellationToken cancellationToken)
    {
        var run = new OperationRun(Schema, options, prepared.Request, services, _reporter, cancellationToken) { RootValue = rootValue };
        try
        {
            await run.RunAsync(prepared.Plan!, prepared.Variables!).ConfigureAwait(false);
            return new(run);
        }
        catch (GraphQLException mistake)
        {
            await run.DisposeAsync().ConfigureAwait(false);
            return new([GraphQLError.Of(mistake)]);
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

    private ExecutionResult TimedOut() =>
        Refused($"The request took longer than {options.Timeout.TotalSeconds:0.###} s.", ErrorCodes.Timeout);

    private static ExecutionResult Refused(string message, string code) => new([new(message) { Code = code }]);
}
