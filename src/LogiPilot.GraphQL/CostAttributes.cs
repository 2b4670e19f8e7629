namespace LogiPilot.GraphQL;

/// <summary>
/// The weight of a field in the cost of an operation (else 10 for an asynchronous resolver, 1 for one that gives objects, 0 for a leaf),
/// or of the objects of a type (else 1). Not negative.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CostAttribute(int weight) : Attribute
{
    public int Weight { get; } = weight;
}

/// <summary>How many items a list has, for the cost of an operation. Connections know by themselves.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The size where no argument says it; 0 takes the option's.</summary>
    public int AssumedSize { get; set; }

    /// <summary>
    /// The arguments of type <c>Int</c> that say the size, the largest counting; by default <c>first</c> and <c>last</c>. Where the field
    /// gives one object, it is the size of the lists <c>edges</c> and <c>nodes</c> in it.
    /// </summary>
    public string[] SlicingArguments { get; set; } = ["first", "last"];
}
