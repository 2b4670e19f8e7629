namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>One row of a time line: when it began, when it was first due and is due now, when it was done, and its state in words.</summary>
public sealed record TimeLineRow(string Name, string State, DateOnly From, DateOnly? OriginalDueOn, DateOnly? DueOn, DateOnly? DoneOn);

/// <summary>A plan over time: a bar for each step, a diamond where it was first due, and today.</summary>
public static class TimeLineDrawing
{
    private const double Names = 190;
    private const double States = 104;
    private const int MostTicks = 7;

    public static Picture Draw(IReadOnlyList<TimeLineRow> rows, DateOnly today, DrawingWords words)
    {
        var canvas = new Canvas();
        var days = rows.SelectMany(r => new[] { r.From, r.OriginalDueOn, r.DueOn, r.DoneOn }).OfType<DateOnly>().Append(today).ToList();
        var (first, last) = (days.Min().DayNumber, Math.Max(days.Max().DayNumber, days.Min().DayNumber + 1));
        var room = Frame.Width - Names - States - 16;
        double X(DateOnly day) => Names + (room * (day.DayNumber - first) / (last - first));
        var blocks = rows.Select(r => (
            Row: r, Name: TextBlock.Fit(r.Name, Names - 14, 2, 12.5, 9.5, bold: true), State: TextBlock.Fit(r.State, States - 4, 3, 11.5, 9))).ToList();
        const double head = 24;
        var bottom = head + blocks.Sum(b => High(b.Name, b.State));
        Ticks(canvas, first, last, head, bottom, X, words);
        canvas.Line(X(today), head - 6, X(today), bottom, Ink.Stop, 1.6, "5 4");
        var y = head;
        foreach (var (row, name, state) in blocks)
        {
            var high = High(name, state);
            canvas.Line(0, y, Frame.Width, y, Ink.Line, 1);
            canvas.Write(name, 2, y + ((high - name.Height) / 2));
            canvas.Write(state, Frame.Width - States, y + ((high - state.Height) / 2), row.DoneOn is null ? Ink.Text : Ink.Ok);
            Bar(canvas, row, y + (high / 2), today, X);
            y += high;
        }

        var now = TextBlock.Fit(words.Of("drawing.timeLine.today", ("day", words.Day(today))), 200, 1, 11.5, 9, bold: true);
        canvas.Write(now, Math.Clamp(X(today), Names + (now.Width / 2), Frame.Width - (now.Width / 2)), y + 3, Ink.Stop, "middle");
        var told = string.Join(" ; ", rows.Select(r => $"{r.Name}, {r.State}"));
        return canvas.Finish(words.Of("drawing.timeLine.title"), told, Frame.Width, y + 22);
    }

    private static double High(TextBlock name, TextBlock state) => Math.Max(26, Math.Max(name.Height, state.Height) + 8);

    private static void Bar(Canvas canvas, TimeLineRow row, double middle, DateOnly today, Func<DateOnly, double> x)
    {
        var end = row.DoneOn ?? row.DueOn ?? today;
        var (from, to) = (x(row.From), x(end < row.From ? row.From : end));
        var isLate = row.DoneOn is null && row.DueOn < today;
        canvas.Box(
            from, middle - 6, Math.Max(4, to - from), 12, row.DoneOn is null ? Ink.Paper : Ink.Ok, isLate ? Ink.Stop : row.DoneOn is null ? Ink.Edge : Ink.Ok,
            1.5, row.DoneOn is null ? "4 3" : null, 3);
        if (row.OriginalDueOn is { } original)
        {
            canvas.Icon(Mark.Diamond, x(original) - 7, middle - 7, Ink.Text);
        }
    }

    private static void Ticks(Canvas canvas, int first, int last, double top, double bottom, Func<DateOnly, double> x, DrawingWords words)
    {
        var step = Math.Max(1, (last - first + MostTicks - 1) / MostTicks);
        for (var day = first; day <= last; day += step)
        {
            var at = DateOnly.FromDayNumber(day);
            canvas.Line(x(at), top - 4, x(at), bottom, Ink.Line, 1);
            canvas.Write(TextBlock.Fit(words.ShortDay(at), 70, 1, 11, 9), x(at), 2, Ink.Muted, "middle");
        }
    }
}
