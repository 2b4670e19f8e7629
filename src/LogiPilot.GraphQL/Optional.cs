namespace LogiPilot.GraphQL;

/// <summary>A field of an input record that tells absent from null.</summary>
public readonly record struct Optional<T>(T? Value, bool HasValue = true)
{
    public static implicit operator Optional<T>(T? value) => new(value);
}
