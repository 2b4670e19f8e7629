using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>
/// A filtered, ordered list, read page by page after a cursor: the keys of the row at which a page ended, so that rows that come or
/// go elsewhere move nothing. Columns given to <see cref="Each"/> are looked up in an index, value by value; the others
/// are conditions on what that finds.
/// </summary>
internal sealed class ListQuery<T>(string joins = "")
    where T : class
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _arguments = [];
    private List<string> _branches = [""];
    private bool _isEmpty;

    /// <summary>One of the values, through an index that starts with this column.</summary>
    public ListQuery<T> Each<TValue>(string column, IReadOnlyCollection<TValue>? values)
    {
        if (values is not null)
        {
            _isEmpty |= values.Count == 0;
            _branches = [.. values.Distinct().Select(v => $"{column} = {Argument(v)}").SelectMany(
                equal => _branches.Select(b => b.Length == 0 ? equal : $"{b} AND {equal}"))];
        }

        return this;
    }

    /// <summary>One of the values, checked on each row: the sign keeps the planner from choosing this column's index.</summary>
    /// <exception cref="FilterTooLargeException">There are too many values.</exception>
    public ListQuery<T> In<TValue>(string column, IReadOnlyCollection<TValue>? values)
    {
        if (values is not null)
        {
            FilterTooLargeException.Check(values);
            _isEmpty |= values.Count == 0;
            _conditions.Add($"+{column} IN ({string.Join(", ", values.Distinct().Select(v => Argument(v)))})");
        }

        return this;
    }

    /// <summary>A condition with <c>{0}</c>… for its arguments, when the first of them is given.</summary>
    public ListQuery<T> Where(string condition, params object?[] arguments)
    {
        if (arguments.Length == 0 || arguments[0] is not null)
        {
            _conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, [.. arguments.Select(a => Argument(a))]));
        }

        return this;
    }

    /// <summary>Every word of the text stands somewhere in a folded expression.</summary>
    /// <exception cref="FilterTooLargeException">There are too many words.</exception>
    public ListQuery<T> Text(string folded, string? text)
    {
        var words = Columns.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > FilterTooLargeException.MostWords)
        {
            throw new FilterTooLargeException();
        }

        foreach (var word in words)
        {
            _conditions.Add($"instr({folded}, {Argument(word)}) > 0");
        }

        return this;
    }

    /// <summary>Reads a page in the order of the keys, all in one direction and the last of them unique.</summary>
    /// <exception cref="UnreadableCursorException">A cursor was not made by this list in this order.</exception>
    public Page<T> Read(StoreConnection connection, PageRequest page, bool descending, params string[] keys)
    {
        var size = page.Size;
        if (_isEmpty)
        {
            return new([], HasNext: false, HasPrevious: false, page.WantsTotal ? 0 : null);
        }

        int? total = page.WantsTotal ? Count(connection) : null;
        var bounds = Bound(page.After, descending ? "<" : ">", keys) + Bound(page.Before, descending ? ">" : "<", keys);
        var direction = descending != page.Backward ? "DESC" : "ASC";
        var order = string.Join(", ", keys.Select((_, i) => $"k{i} {direction}"));
        var columns = Table<T>.Mapped.Selected + string.Concat(keys.Select((k, i) => $", {k} AS k{i}"));
        var limit = Argument(size + 1);
        var branches = _branches.Select(b =>
            $"SELECT * FROM (SELECT {columns} FROM {From} {Filter(b)}{bounds} ORDER BY {order} LIMIT {limit})");
        var sql = _branches.Count == 1
            ? branches.Single()
            : $"SELECT * FROM ({string.Join(" UNION ALL ", branches)}) ORDER BY {order} LIMIT {limit}";

        var first = Table<T>.Mapped.Selected.Split(", ").Length;
        var rows = connection.Rows(
            sql, r => (Cursor.Write([.. keys.Select((_, i) => r.GetValue(first + i))]), Table<T>.Mapped.Read(r)), [.. _arguments]);
        var hasMore = rows.Count > size;
        rows = hasMore ? rows[..size] : rows;
        if (page.Backward)
        {
            rows.Reverse();
        }

        return new(rows, page.Backward ? page.Before is not null : hasMore, page.Backward ? hasMore : page.After is not null, total);
    }

    private string From => $"{Table<T>.Mapped.From} {joins}";

    private int Count(StoreConnection connection) => (int)connection.Number(
        $"SELECT sum(n) FROM ({string.Join(" UNION ALL ", _branches.Select(b => $"SELECT count(*) AS n FROM {From} {Filter(b)}"))})",
        [.. _arguments]);

    private string Filter(string branch)
    {
        var conditions = branch.Length == 0 ? _conditions : [branch, .. _conditions];
        return "WHERE " + (conditions.Count == 0 ? "1" : string.Join(" AND ", conditions));
    }

    private string Bound(string? cursor, string comparison, string[] keys)
    {
        if (cursor is null)
        {
            return "";
        }

        var values = Cursor.Read(cursor, keys.Length).Select(v => Argument(v));
        return $" AND ({string.Join(", ", keys)}) {comparison} ({string.Join(", ", values)})";
    }

    private string Argument(object? value)
    {
        var name = $"p{_arguments.Count}";
        _arguments.Add((name, value));
        return "@" + name;
    }
}

/// <summary>The keys of a row, opaque to whoever hands them back.</summary>
internal static class Cursor
{
    public static string Write(object[] keys) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(keys));

    public static object[] Read(string cursor, int count)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<JsonElement[]>(Convert.FromBase64String(cursor)) ?? [];
            return keys.Length == count
                ? [.. keys.Select(k => k.ValueKind == JsonValueKind.Number ? (object)k.GetInt64() : k.GetString() ?? "")]
                : throw new UnreadableCursorException();
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            throw new UnreadableCursorException();
        }
    }
}
