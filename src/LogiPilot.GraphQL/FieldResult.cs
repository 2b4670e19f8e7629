namespace LogiPilot.GraphQL;

/// <summary>An error in the payload of a mutation. Its class becomes an object type that implements <c>Error</c>.</summary>
[InterfaceType]
[GraphQLName("Error")]
public interface IMutationError
{
    string Message { get; }

    string Code { get; }
}

internal interface IFieldResult
{
    object? Value { get; }

    IReadOnlyList<IMutationError>? Errors { get; }
}

/// <summary>What a mutation returns: its value, or the errors that refused it.</summary>
public sealed class FieldResult<T> : IFieldResult
{
    private readonly T? _value;

    internal FieldResult(T? value, IReadOnlyList<IMutationError>? errors)
    {
        _value = value;
        Errors = errors;
    }

    public IReadOnlyList<IMutationError>? Errors { get; }

    public bool Succeeded => Errors is null;

    public T Value => Succeeded ? _value! : throw new InvalidOperationException("A refused mutation has no value.");

    object? IFieldResult.Value => Succeeded ? _value : null;

    public static implicit operator FieldResult<T>(T value) => new(value, null);

    public static implicit operator FieldResult<T>(MutationFailure failure) => new(default, failure.Errors);
}

/// <summary>A refusal that fits a <see cref="FieldResult{T}"/> of any type.</summary>
public sealed record MutationFailure(IReadOnlyList<IMutationError> Errors) : IFieldResult
{
    object? IFieldResult.Value => null;
}

/// <summary>Makes field results.</summary>
public static class FieldResult
{
    /// <summary>For values whose type is an interface, which no conversion takes.</summary>
    public static FieldResult<T> Of<T>(T value) => new(value, null);

    public static MutationFailure Failed(params IReadOnlyList<IMutationError> errors) => new(errors);
}
