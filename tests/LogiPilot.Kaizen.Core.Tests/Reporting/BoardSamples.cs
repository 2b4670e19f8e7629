using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

/// <summary>Small pieces of a board for the tests.</summary>
internal static class BoardSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly BoardPlant Plant = new(Id(1), "FOREZ", "Cycles du Forez", "Europe/Paris", Language.Fr);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Named Line(int number) => new(Id(100 + number), $"L{number}", $"Ligne {number}");

    public static BoardPoint Point(int number, SupplyStatus status, int? runsOutInMinutes = null, decimal onHand = 10) => new(
        Id(1000 + number), new(Id(2000 + number), $"P{number:000}", $"Pièce {number}"), new(Id(3000 + number), $"S{number}", $"Poste {number}"),
        onHand, "pcs", 5, null, 40, status, runsOutInMinutes is { } m ? Noon.AddMinutes(m) : null, null, Noon, false, false);

    public static AlertPicture Alert(
        int number, Severity severity = Severity.Major, AlertKind kind = AlertKind.Quality, AlertState state = AlertState.Raised,
        int raisedMinutesAgo = 0, Named? line = null) => new(
        Id(5000 + number), $"A-2026-{number:000000}", kind, severity, state, 1, line, null, line, null, null, null, null, null, null,
        Noon.AddMinutes(-raisedMinutesAgo), Noon, null, null, null, null, null, 1, Noon, false, null, null, null, null, null, null, null, null);
}
