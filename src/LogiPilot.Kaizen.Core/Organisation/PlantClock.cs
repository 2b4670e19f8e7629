using System.Globalization;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Instants as people of a plant read them.</summary>
public static class PlantClock
{
    /// <summary>A day of the plant, as the trade writes it in both languages.</summary>
    public static string Say(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// Hours and minutes by the plant's clock, with the day unless it is that of <paramref name="saidAt"/> (not given: it is).
    /// </summary>
    public static string Say(DateTimeOffset instant, Plant? plant, DateTimeOffset? saidAt = null)
    {
        var zone = plant is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var isSameDay = saidAt is not { } said || TimeZoneInfo.ConvertTime(said, zone).Date == local.Date;
        return local.ToString(isSameDay ? "HH:mm" : "dd/MM HH:mm", CultureInfo.InvariantCulture);
    }
}
