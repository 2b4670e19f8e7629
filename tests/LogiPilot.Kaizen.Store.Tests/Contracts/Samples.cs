using System.Globalization;

using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>Things of a plant to store, each with what a test does not care about filled in.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly Guid Plant = Id(1);

    public static Guid Id(int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"019cad00-0000-7000-8000-{number:x12}"));

    public static Problem Problem(
        AlertKind kind = AlertKind.Shortage, Guid? place = null, Guid? product = null, Severity severity = Severity.Major,
        Guid? plant = null, Guid? line = null, Guid? area = null, string? order = null, Guid? point = null, string? text = null) =>
        new(plant ?? Plant, kind, severity, place, area, line, product, order, point, point is not null, text);
}
