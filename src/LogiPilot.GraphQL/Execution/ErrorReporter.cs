using LogiPilot.GraphQL.Language;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Makes the client's error of an exception: what is not meant for clients is logged and called "Internal error".</summary>
internal sealed class ErrorReporter(GraphQLOptions options, ILogger logger)
{
    private const string Unknown = "Internal error";

    // A list whose every item fails says no more with its thousandth entry, and a client can make it fail at will.
    private const int MostLogged = 10;

    /// <summary>
    /// The error of one field, at the root where no path is given. <paramref name="logged"/> holds what this request has logged already: one
    /// failed batch fails many fields.
    /// </summary>
    public GraphQLError Report(
        Exception exception, FieldPlan field, IReadOnlyList<object>? path = null, string? operation = null, HashSet<Exception>? logged = null)
    {
        path ??= [field.ResponseName];
        SourceLocation[] locations = [.. field.Nodes.Select(node => field.Document.LocationOf(node))];
        var known = Known(exception);
        var error = known is not null ? GraphQLError.Of(known) : new(Unknown) { Code = ErrorCodes.Internal };
        error = Filter(error with { Path = path, Locations = error.Locations.Count > 0 ? error.Locations : locations, Exception = Single(exception) });
        if (error.Code == ErrorCodes.Internal) Log(exception, path, operation, logged);
        return error;
    }

    /// <summary>The error of a request that failed before it ran.</summary>
    public GraphQLError Report(Exception exception)
    {
        var error = Filter(new GraphQLError(Unknown) { Code = ErrorCodes.Internal, Exception = exception });
        if (error.Code == ErrorCodes.Internal) logger.LogError(exception, "A request failed before it ran");
        return error;
    }

    /// <summary>Logs the failure of a field that is no longer part of the answer.</summary>
    public void Log(Exception exception, IReadOnlyList<object> path, string? operation = null, HashSet<Exception>? logged = null)
    {
        if (Known(exception) is { Code: not ErrorCodes.Internal }) return;
        if (logged is not null && (logged.Count > MostLogged || !logged.Add(exception))) return;
        // Neither variables nor document: they may hold what nobody should read in a log.
        if (logged is { Count: > MostLogged })
            logger.LogError("More resolvers failed in operation {Operation}, which are not logged one by one", operation ?? "(unnamed)");
        else
            logger.LogError(exception, "The resolver of {Path} failed in operation {Operation}", string.Join('.', path), operation ?? "(unnamed)");
    }

    /// <summary>Logs that a service of a request failed at its end.</summary>
    public void LogEnd(Exception exception) => logger.LogError(exception, "A service of a request could not be disposed");

    /// <summary>Cancels. What those do who are told may fail, which must not keep anything else from ending.</summary>
    public async Task CancelAsync(CancellationTokenSource source)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException failure)
        {
            logger.LogError(failure, "What was told to stop failed");
        }
    }

    public IReadOnlyList<GraphQLError> Filter(IReadOnlyList<GraphQLError> errors) => options.ErrorFilters.Count == 0 ? errors : [.. errors.Select(Filter)];

    private GraphQLError Filter(GraphQLError error)
    {
        try
        {
            foreach (var filter in options.ErrorFilters) error = filter(error);
            return error;
        }
        catch (Exception mistake)
        {
            // What the filter was to hide must not come out because it failed.
            logger.LogError(mistake, "An error filter failed");
            return new(Unknown) { Code = ErrorCodes.Internal, Path = error.Path, Locations = error.Locations };
        }
    }

    // A field has one error, so of several exceptions the one that is meant for the client counts.
    private static GraphQLException? Known(Exception exception) => exception switch
    {
        GraphQLException known => known,
        AggregateException several => several.Flatten().InnerExceptions.OfType<GraphQLException>().FirstOrDefault(),
        _ => null,
    };

    private static Exception Single(Exception exception) =>
        exception is AggregateException several && several.Flatten().InnerExceptions is [var only] ? only : exception;
}
