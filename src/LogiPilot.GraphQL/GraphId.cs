namespace LogiPilot.GraphQL;

/// <summary>A value of GraphQL's <c>ID</c>: an opaque string.</summary>
public readonly record struct GraphId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A field of an input record that tells absent from null.</summary>
public readonly record struct Optional<T>(T? Value, bool HasValue = true)
{
    public static implicit operator Optional<T>(T? value) => new(value);

    public T? Or(T? otherwise) => HasValue ? Value : otherwise;
}
