namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>What an expected "no" is called on the wire. A refusal is a value; an exception is a bug.</summary>
public enum RefusalCode
{
    Forbidden,
    NotFound,
    Conflict,
    Invalid,
    ClientIdReused,
    AlreadyOpen,
}

/// <summary>
/// Why a request was refused: a code for programs, a reason (key <c>refusals.{Reason}</c> of the text catalogue) with its
/// arguments for people, the field at fault and, where several things are wrong at once, one refusal for each.
/// </summary>
public sealed record Refusal(
    RefusalCode Code,
    string Reason,
    IReadOnlyDictionary<string, object?> Arguments,
    string? Field = null,
    IReadOnlyList<Refusal>? Details = null)
{
    public static Refusal Invalid(string field, string reason, params (string Name, object? Value)[] arguments) =>
        new(RefusalCode.Invalid, reason, ToMap(arguments), field);

    public static Refusal NotFound(string what) => new(RefusalCode.NotFound, "notFound", ToMap([("what", what)]));

    public static Refusal Forbidden(Permission permission) =>
        new(RefusalCode.Forbidden, "forbidden", ToMap([("permission", permission)]));

    public static Refusal Conflict(string reason, params (string Name, object? Value)[] arguments) =>
        new(RefusalCode.Conflict, reason, ToMap(arguments));

    public static Refusal Of(RefusalCode code, string reason, params (string Name, object? Value)[] arguments) =>
        new(code, reason, ToMap(arguments));

    /// <summary>One refusal for all that is wrong at once (each in <see cref="Details"/>); null when nothing is.</summary>
    public static Refusal? All(IReadOnlyList<Refusal?> checks) => checks.OfType<Refusal>().ToList() switch
    {
        [] => null,
        [var only] => only,
        [var first, ..] wrong => first with { Details = wrong },
    };

    private static Dictionary<string, object?> ToMap((string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
}

/// <summary>The answer of a use case: its value, or why it was refused.</summary>
public interface IOutcome
{
    Refusal? Refusal { get; }
}

/// <inheritdoc cref="IOutcome"/>
public readonly struct Outcome<T> : IOutcome
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public bool IsDone => Refusal is null;

    /// <exception cref="InvalidOperationException">The use case was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Reason}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
