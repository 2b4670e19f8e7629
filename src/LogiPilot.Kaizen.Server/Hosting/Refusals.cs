using System.Collections;
using System.Globalization;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>The role of the caller does not allow it.</summary>
public sealed record ForbiddenError(string Message, string Code) : IMutationError;

/// <summary>No such thing, or none that the caller sees.</summary>
public sealed record NotFoundError(string Message, string Code) : IMutationError;

/// <summary>Somebody changed the thing since; says what and the version it has now.</summary>
public sealed record ConflictError(string Message, string Code, IReadOnlyList<string> Changed, int? CurrentVersion) : IMutationError;

/// <summary>What was sent cannot be taken; the field is a path in the input.</summary>
public sealed record InvalidError(string Message, string Code, string? Field) : IMutationError;

/// <summary>The client id was used for something else.</summary>
public sealed record ClientIdReusedError(string Message, string Code) : IMutationError;

/// <summary>Alerts are open there already: join one of them, or say that this is another.</summary>
public sealed record AlreadyOpenError(string Message, string Code, [property: GraphQLIgnore] IReadOnlyList<Guid> AlertIds) : IMutationError
{
    public async Task<IReadOnlyList<Core.Alerts.AlertPicture>> GetAlertsAsync(AlertById alerts, CancellationToken cancellationToken) =>
        [.. (await alerts.LoadAsync(AlertIds, cancellationToken)).OfType<Core.Alerts.AlertPicture>()];
}

/// <summary>Somebody wrote into the same field since: what stands there now, by whom and since when.</summary>
public sealed record FieldChangedError(string Message, string Code, [property: GraphQLIgnore] FieldVersion Now, PersonName? Author) : IMutationError
{
    public string Step => Now.Step;

    public string Field => Now.Field;

    public int Version => Now.Version;

    public System.Text.Json.JsonElement? Value => Now.Json;

    public DateTimeOffset At => Now.At;
}

/// <summary>
/// The one place that turns a refusal into words and wire: a typed error in the payload of a mutation, a top-level error of a
/// query, a sentence elsewhere; in the reader's language. A refusal with details becomes one error for each.
/// </summary>
public sealed class Refusals(Texts texts, ICurrentActor current)
{
    public string Sentence(Refusal refusal) => Sentence(refusal, current.Actor.Language);

    /// <summary>A refusal of a gate brings the key of its own sentence, or its words where the method's file says them.</summary>
    public string Sentence(Refusal refusal, Language language) =>
        refusal.Arguments.GetValueOrDefault("says") is Bilingual says ? says.In(language)
        : texts.Of(language, refusal.Reason.StartsWith("methods.", StringComparison.Ordinal) ? refusal.Reason : "refusals." + refusal.Reason, refusal.Arguments);

    public MutationFailure Failure(Refusal refusal) =>
        FieldResult.Failed([.. (refusal.Details is { Count: > 0 } details ? details : [refusal]).Select(Error)]);

    /// <summary>For a query, which has no payload: thrown by the resolver, caught by the library.</summary>
    public GraphQLException Thrown(Refusal refusal) => new(Sentence(refusal), Naming.Screaming(refusal.Code));

    /// <summary>Of a refusal outside GraphQL.</summary>
    public static int StatusOf(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.Forbidden => StatusCodes.Status403Forbidden,
        RefusalCode.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private IMutationError Error(Refusal refusal)
    {
        var (message, code) = (Sentence(refusal), Naming.Screaming(refusal.Code));
        return refusal.Code switch
        {
            RefusalCode.Forbidden => new ForbiddenError(message, code),
            RefusalCode.NotFound => new NotFoundError(message, code),
            RefusalCode.Conflict when refusal.Arguments.GetValueOrDefault("fieldVersion") is FieldVersion now =>
                new FieldChangedError(message, code, now, refusal.Arguments.GetValueOrDefault("by") as PersonName),
            RefusalCode.Conflict => new ConflictError(message, code, Strings(refusal, "changed"), Number(refusal, "currentVersion")),
            RefusalCode.Invalid => new InvalidError(message, code, refusal.Field),
            RefusalCode.ClientIdReused => new ClientIdReusedError(message, code),
            RefusalCode.AlreadyOpen => new AlreadyOpenError(message, code, Ids(refusal, "alertIds")),
            _ => throw new InvalidOperationException($"No error type for {refusal.Code}."),
        };
    }

    private static IReadOnlyList<string> Strings(Refusal refusal, string name) =>
        refusal.Arguments.GetValueOrDefault(name) is IEnumerable several and not string
            ? [.. several.Cast<object>().Select(s => s as string ?? Naming.Screaming((Enum)s))]
            : [];

    private static IReadOnlyList<Guid> Ids(Refusal refusal, string name) =>
        refusal.Arguments.GetValueOrDefault(name) is IEnumerable<Guid> ids ? [.. ids] : [];

    private static int? Number(Refusal refusal, string name) =>
        refusal.Arguments.GetValueOrDefault(name) is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;
}
