namespace LogiPilot.GraphQL;

/// <summary>The page a client asks of a connection; as a parameter it gives the field <c>first after last before</c>.</summary>
public sealed record PageRequest
{
    public int? First { get; init; }
    public string? After { get; init; }
    public int? Last { get; init; }
    public string? Before { get; init; }

    /// <summary>How many items the page has at most: <c>first</c>, <c>last</c> or the default.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Whether the client selected <c>totalCount</c>: count only then.</summary>
    public bool WantsTotalCount { get; init; }

    /// <summary>Whether the page is counted from the end.</summary>
    public bool IsBackward => Last is not null;
}

/// <summary>A node of a connection and its place.</summary>
public sealed record Edge<T>(T Node, string Cursor);

/// <summary>Whether there is more before and after a page.</summary>
[GraphQLName("PageInfo")]
[GraphQLDescription("Information about pagination in a connection.")]
public sealed record PageBounds(
    [property: GraphQLDescription("Indicates whether more edges exist following the set defined by the clients arguments.")] bool HasNextPage,
    [property: GraphQLDescription("Indicates whether more edges exist prior the set defined by the clients arguments.")] bool HasPreviousPage,
    [property: GraphQLDescription("When paginating backwards, the cursor to continue.")] string? StartCursor,
    [property: GraphQLDescription("When paginating forwards, the cursor to continue.")] string? EndCursor);

/// <summary>A page of a Relay connection; <paramref name="TotalCount"/> must be given when the request wants it.</summary>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageBounds PageInfo, int? TotalCount = null);

/// <summary>Makes connections.</summary>
public static class Connection
{
    /// <summary>A connection of a page that was fetched already.</summary>
    public static Connection<T> FromPage<T>(
        IEnumerable<T> nodes, Func<T, string> cursor, bool hasNextPage, bool hasPreviousPage, int? totalCount = null)
    {
        Edge<T>[] edges = [.. nodes.Select(node => new Edge<T>(node, cursor(node)))];
        return new(edges, new(hasNextPage, hasPreviousPage, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), totalCount);
    }

    /// <summary>The asked-for page of a list in memory; the cursor is the position.</summary>
    public static Connection<T> FromList<T>(IReadOnlyList<T> all, PageRequest page)
    {
        var start = page.After is null ? 0 : Math.Clamp(Position(page.After) + 1, 0, all.Count);
        var end = page.Before is null ? all.Count : Math.Clamp(Position(page.Before), start, all.Count);
        if (page.IsBackward) start = Math.Max(start, end - page.Size);
        else end = Math.Min(end, start + page.Size);
        var edges = new Edge<T>[end - start];
        for (var i = start; i < end; i++) edges[i - start] = new(all[i], Cursor(i));
        return new(edges, new(end < all.Count, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), all.Count);
    }

    private static string Cursor(int position) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{position}"));

    private static int Position(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && int.TryParse(bytes[..length], System.Globalization.CultureInfo.InvariantCulture, out var position) && position >= 0
            ? position
            : throw new GraphQLException($"\"{cursor}\" is not a cursor of this connection.", ErrorCodes.BadInput);
    }
}
