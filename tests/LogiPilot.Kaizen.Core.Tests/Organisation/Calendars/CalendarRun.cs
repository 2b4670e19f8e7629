using System.Globalization;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;

/// <summary>How often a calendar was asked beside its oracle, and the first answers that differed.</summary>
public sealed record CalendarFindings(int Calendars, long Answers, IReadOnlyList<string> Differences);

/// <summary>Random calendars and intervals, every answer compared with the minute-by-minute oracle.</summary>
public static class CalendarRun
{
    private const int MostDifferences = 10;

    public static CalendarFindings Run(int seed, int calendars)
    {
        var differences = new List<string>();
        var answers = 0L;
        for (var number = 0; number < calendars && differences.Count < MostDifferences; number++)
        {
            var random = new RandomCalendars(seed + number);
            var asked = random.Next();
            var compared = new Comparison(asked, random, number);
            compared.Compare();
            answers += compared.Answers;
            differences.AddRange(compared.Differences.Take(1));
        }

        return new(calendars, answers, differences);
    }

    private sealed class Comparison(CalendarCase asked, RandomCalendars random, int number)
    {
        private readonly WorkCalendar _calendar = asked.Calendar();
        private readonly CalendarOracle _oracle = new(asked);

        public long Answers { get; private set; }

        public List<string> Differences { get; } = [];

        public void Compare()
        {
            for (var minute = 0; minute < asked.Minutes; minute++)
            {
                Same("works", minute, _oracle.IsWorking(minute), _calendar.IsWorking(At(minute)));
            }

            Same("working time", 0, _oracle.Worked(0, asked.Minutes), Minutes(_calendar.WorkingTime(asked.From, asked.To)));
            for (var i = 0; i < 8; i++)
            {
                CompareAt(random.Below(asked.Minutes), random.Below(asked.Minutes));
                Laws(random.Below(asked.Minutes * 60), random.Below(asked.Minutes * 60));
            }
        }

        private void CompareAt(int one, int other)
        {
            var (from, to) = (Math.Min(one, other), Math.Max(one, other));
            var worked = _oracle.Worked(from, to);
            Same("working time", from, worked, Minutes(_calendar.WorkingTime(At(from), At(to))));
            Within("after", from, _oracle.After(from, worked), _calendar.After(At(from), TimeSpan.FromMinutes(worked)));
            Within("after more", from, _oracle.After(from, worked + 1), _calendar.After(At(from), TimeSpan.FromMinutes(worked + 1)));
            Same(
                "shifts", from, string.Join(' ', _oracle.ShiftsAt(from)),
                string.Join(' ', _calendar.ShiftsAt(At(from)).Select(r => (r.Shift.Code, r.Day))));
            Within("next shift", from, _oracle.NextStart(from), _calendar.NextShift(At(from))?.Starts);
            if (_calendar.ShiftAt(At(from)) is { } run)
            {
                Within("end of shift", from, _oracle.EndOfShift(from), run.Ends);
                Same("end of shift", from, run.Ends, _calendar.EndOfShift(At(from)));
            }
        }

        /// <summary>What holds of any calendar, here in seconds.</summary>
        private void Laws(int one, int other)
        {
            var from = asked.From.AddSeconds(one);
            var (little, much) = (TimeSpan.FromSeconds(Math.Min(one, other) + 1), TimeSpan.FromSeconds(Math.Max(one, other) + 1));
            var (first, second) = (_calendar.After(from, little), _calendar.After(from, much));
            if (first is { } reached)
            {
                Same("work until after", one, little, _calendar.WorkingTime(from, reached));
                Same("earliest", one, true, _calendar.WorkingTime(from, reached.AddTicks(-1)) < little);
            }

            Same("monotony", one, true, second is null || first <= second);
            var (a, b, c) = (asked.From, asked.From + little, asked.From + much);
            Same("addition", one, _calendar.WorkingTime(a, c), _calendar.WorkingTime(a, b) + _calendar.WorkingTime(b, c));
        }

        private DateTimeOffset At(int minute) => asked.From.AddMinutes(minute);

        private static int Minutes(TimeSpan time) => checked((int)(time.Ticks / TimeSpan.TicksPerMinute));

        /// <summary>Beyond the interval the oracle does not look.</summary>
        private void Within(string what, int minute, int? expected, DateTimeOffset? actual)
        {
            if (expected is { } within)
            {
                Same(what, minute, (DateTimeOffset?)At(within), actual);
            }
            else
            {
                Same(what + " beyond", minute, true, actual is null || actual > asked.To);
            }
        }

        private void Same<T>(string what, int minute, T expected, T actual)
        {
            Answers++;
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                Differences.Add(string.Create(
                    CultureInfo.InvariantCulture, $"calendar {number} ({asked.Zone.Id}, from {asked.From:u}), {what} at {minute}: expected {expected}, was {actual}"));
            }
        }
    }
}
