using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL;

/// <summary>Executes requests in process; HTTP stands on it. Never throws for what a client sent.</summary>
public sealed class GraphQLExecutor(GraphQLSchema schema, GraphQLOptions options, IServiceProvider? services = null, ILogger<GraphQLExecutor>? logger = null)
{
    private readonly DocumentCache _documents = new(options.DocumentCacheSize);
    private readonly ErrorReporter _reporter = new(options, (ILogger?)logger ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
    private readonly ParserLimits _limits = new(options.MaxTokens, MaxLength: options.MaxDocumentLength);

    public GraphQLSchema Schema { get; } = schema;

    // Batches gather well only where continuations run at once, and a synchronisation context (of a test runner, a desktop) posts them.
    public ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        SynchronizationContext.Current is null
            ? RunAsync(request, cancellationToken)
            : new(Task.Run(() => RunAsync(request, cancellationToken).AsTask(), CancellationToken.None));

    private async ValueTask<ExecutionResult> RunAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        OperationRun? run = null;
        try
        {
            if (string.IsNullOrWhiteSpace(request.Query)) return Refused("Must provide query string.", ErrorCodes.BadRequest);
            var document = Prepare(request.Query);
            if (document.Errors is { } errors) return new(errors);
            var operation = document.Operation(request.OperationName);
            if (request.QueriesOnly && operation.Kind != OperationKind.Query)
                return new([new("Can only perform a query operation from a GET request.") { Code = ErrorCodes.BadRequest }]) { IsMethodRefused = true };
            var variables = VariableValues.Read(Schema, operation, request.Variables, out var mistakes);
            if (mistakes is not null) return new(mistakes);
            var plan = document.Plan(Schema, operation, variables);
            if (operation.Kind == OperationKind.Subscription)
                return Refused("A subscription has many answers: ask for text/event-stream, or use a WebSocket.", ErrorCodes.BadRequest);
            run = new(Schema, options, request, services, _reporter, cancellationToken);
            await run.RunAsync(plan, variables).ConfigureAwait(false);
            return new(run);
        }
        catch (GraphQLException mistake)
        {
            if (run is not null) await run.DisposeAsync().ConfigureAwait(false);
            return new([GraphQLError.Of(mistake)]);
        }
        catch (OperationCanceledException) when (run is not null && !cancellationToken.IsCancellationRequested)
        {
            await run.DisposeAsync().ConfigureAwait(false);
            return Refused($"The request took longer than {options.Timeout.TotalSeconds:0.###} s.", ErrorCodes.Timeout);
        }
        catch
        {
            if (run is not null) await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Validates a document as a request would be; empty when it is valid.</summary>
    public IReadOnlyList<GraphQLError> Validate(string document) => Prepare(document).Errors ?? [];

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

    private PreparedDocument Prepare(string text)
    {
        if (_documents.Find(text) is { } known) return known;
        PreparedDocument prepared;
        try
        {
            var document = Parser.Parse(text, _limits);
            DocumentLimits.Check(document, options);
            var errors = DocumentValidator.Validate(Schema, document, options);
            prepared = errors.Count > 0 ? new(errors) : new(document);
        }
        catch (GraphQLException mistake)
        {
            prepared = new([GraphQLError.Of(mistake)]);
        }
        _documents.Add(text, prepared);
        return prepared;
    }

    private static ExecutionResult Refused(string message, string code) => new([new(message) { Code = code }]);
}
