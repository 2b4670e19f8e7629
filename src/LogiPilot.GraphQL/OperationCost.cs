namespace LogiPilot.GraphQL;

/// <summary>
/// What an operation costs at most, known before it runs: the weights of the fields it resolves, and the number (by weight) of the
/// objects it answers with. Both end at 2^53 - 1, which JavaScript still counts exactly.
/// </summary>
public readonly record struct OperationCost(long FieldCost, long TypeCost)
{
    internal const long Most = (1L << 53) - 1;

    internal bool IsZero => FieldCost == 0 && TypeCost == 0;

    /// <summary>The larger of both, which is what <see cref="GraphQLOptions.MaxCost"/> bounds.</summary>
    public long Highest => Math.Max(FieldCost, TypeCost);

    public static OperationCost operator +(OperationCost a, OperationCost b) =>
        new(Math.Min(a.FieldCost + b.FieldCost, Most), Math.Min(a.TypeCost + b.TypeCost, Most));

    internal OperationCost Times(long count) => new(Product(FieldCost, count), Product(TypeCost, count));

    internal static OperationCost Max(OperationCost a, OperationCost b) =>
        new(Math.Max(a.FieldCost, b.FieldCost), Math.Max(a.TypeCost, b.TypeCost));

    private static long Product(long cost, long count) => cost != 0 && count > Most / cost ? Most : cost * count;
}

/// <summary>What a request was told of its cost.</summary>
public sealed record CostReport(OperationCost Cost, long MaxCost)
{
    /// <summary>The answer's <c>extensions</c>.</summary>
    internal string ToJson() =>
        $"{{\"cost\":{{\"fieldCost\":{Cost.FieldCost},\"typeCost\":{Cost.TypeCost},\"maxCost\":{MaxCost}}}}}";
}

/// <summary>What a request wants to hear of its cost.</summary>
public enum CostReporting
{
    /// <summary>Nothing, unless it is refused.</summary>
    None,

    /// <summary><c>extensions.cost</c> beside the answer.</summary>
    Report,

    /// <summary><c>extensions.cost</c> alone: nothing is run.</summary>
    Validate,
}
