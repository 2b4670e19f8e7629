using System.Globalization;
using System.Text;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Exports;

/// <summary>
/// A table as a spreadsheet program of the reader's language opens it: semicolons and decimal comma in French, commas and points in
/// English, days as ISO 8601, UTF-8 with its mark. A text that such a program would take for a formula is led by an apostrophe.
/// </summary>
public sealed class CsvSheet(Language language)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly char _separator = language == Language.Fr ? ';' : ',';
    private readonly StringBuilder _text = new("\ufeff");

    /// <summary>One line; cells are texts, numbers, days, yes or no, or empty.</summary>
    public void Row(params object?[] cells) => _text.AppendJoin(_separator, cells.Select(Cell)).Append("\r\n");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private string Cell(object? cell) => cell switch
    {
        null => "",
        decimal number => Quoted(number.ToString(language == Language.Fr ? French.NumberFormat : CultureInfo.InvariantCulture.NumberFormat)),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => Quoted(IsFormula(text) ? "'" + text : text),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType().Name}.", nameof(cell)),
    };

    private static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    private string Quoted(string text) => text.Contains(_separator, StringComparison.Ordinal) || text.AsSpan().IndexOfAny('"', '\r', '\n') >= 0
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
