using System.Globalization;
using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>Moves the clock by the wall clock of a plant in Paris, and reads times by it.</summary>
public static class PlantTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Moves on to the next time that the plant's clock says this, and answers that instant.</summary>
    public static DateTimeOffset MoveTo(this MovedClock clock, string time)
    {
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, Paris).DateTime;
        var next = local.Date + TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan();
        next = next > local ? next : next.AddDays(1);
        var at = new DateTimeOffset(next, Paris.GetUtcOffset(next));
        clock.Move(at - now);
        return at.ToUniversalTime();
    }

    /// <summary>Does what is due at a time of the plant's clock.</summary>
    public static async Task SweepAt(this KaizenHost host, string time)
    {
        host.Clock.MoveTo(time);
        await host.RunSweeps();
    }

    public static string Say(JsonElement instant) =>
        TimeZoneInfo.ConvertTime(instant.GetDateTimeOffset(), Paris).ToString("HH:mm", CultureInfo.InvariantCulture);
}
