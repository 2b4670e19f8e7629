namespace LogiPilot.GraphQL;

/// <summary>A value of GraphQL's <c>ID</c>: an opaque string.</summary>
public readonly record struct GraphId(string Value)
{
    public override string ToString() => Value;
}
