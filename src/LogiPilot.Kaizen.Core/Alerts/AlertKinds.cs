using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What a kind brings by itself: the severity when nobody says another, and the service it is routed to.</summary>
public static class AlertKinds
{
    public static Severity SeverityOf(AlertKind kind) => Of(kind).Severity;

    public static SupportService? ServiceOf(AlertKind kind) => Of(kind).Service;

    private static (Severity Severity, SupportService? Service) Of(AlertKind kind) => kind switch
    {
        AlertKind.StockOut => (Severity.Major, null),
        AlertKind.Shortage => (Severity.Major, null),
        AlertKind.LateDelivery => (Severity.Minor, SupportService.Purchasing),
        AlertKind.DamagedGoods => (Severity.Minor, null),
        AlertKind.NonConformingReceipt => (Severity.Minor, SupportService.Quality),
        AlertKind.WrongPart => (Severity.Major, null),
        AlertKind.InventoryVariance => (Severity.Minor, null),
        AlertKind.Congestion => (Severity.Minor, null),
        AlertKind.EquipmentFailure => (Severity.Major, SupportService.Maintenance),
        AlertKind.Quality => (Severity.Major, SupportService.Quality),
        AlertKind.Safety => (Severity.Critical, SupportService.Hse),
        AlertKind.FiveS => (Severity.Information, null),
        AlertKind.InformationSystem => (Severity.Minor, SupportService.It),
        _ => (Severity.Minor, null),
    };
}

/// <summary>Causes that a person may give when resolving or closing; the list a screen offers, in this order.</summary>
public static class AlertCauses
{
    /// <summary>Given by the system when the condition cleared before anybody took the alert; it counts as no cause.</summary>
    public const string ClearedUntaken = "cleared-untaken";

    public static readonly IReadOnlyList<string> Codes =
    [
        "LATE_SUPPLIER", "LATE_INTERNAL_SUPPLY", "STOCK_DIFFERENCE", "NON_CONFORMING", "DAMAGED", "PROGRAMME_CHANGE",
        "WRONG_THRESHOLD", "EQUIPMENT", "HUMAN_ERROR", "INFORMATION_SYSTEM", "OTHER",
    ];
}
