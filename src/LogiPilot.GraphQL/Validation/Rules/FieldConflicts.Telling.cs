using System.Text;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed partial class FieldConflicts
{
    /// <summary>Whether values of the two types could not stand under one name; what composite types contain is compared field by field.</summary>
    public static bool DifferInShape(GraphType first, GraphType second) => (first, second) switch
    {
        (NonNullType a, NonNullType b) => DifferInShape(a.OfType, b.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (ListType a, ListType b) => DifferInShape(a.OfType, b.OfType),
        (ListType, _) or (_, ListType) => true,
        (CompositeType, CompositeType) => false,
        _ => !ReferenceEquals(first, second),
    };

    public static string Shorten(string text) => text.Length > MaxDetail ? text[..MaxDetail] + "..." : text;

    public static GraphQLException TooManyWays() =>
        new("The document selects the same fields over and over in too many ways.", ErrorCodes.Limit);

    private static FieldConflict Join(string name, FieldNode first, FieldNode second, List<FieldConflict> below)
    {
        var reason = new StringBuilder();
        foreach (var conflict in below)
        {
            if (reason.Length > 0) reason.Append(" and ");
            reason.Append("subfields \"").Append(Shorten(conflict.Name)).Append("\" conflict because ").Append(conflict.Reason);
            if (reason.Length > MaxDetail) break;
        }
        return new(name, Shorten(reason.ToString()), Nodes(first, below, conflict => conflict.First), Nodes(second, below, conflict => conflict.Second));
    }

    // The innermost nodes say most, so of a long way down these are kept.
    private static List<SyntaxNode> Nodes(FieldNode outermost, List<FieldConflict> below, Func<FieldConflict, List<SyntaxNode>> side)
    {
        var nodes = new List<SyntaxNode> { outermost };
        foreach (var conflict in below)
        {
            var inner = side(conflict);
            nodes.AddRange(inner.Skip(Math.Max(0, inner.Count - (MaxNodes - nodes.Count))));
            if (nodes.Count == MaxNodes) break;
        }
        return nodes;
    }
}
