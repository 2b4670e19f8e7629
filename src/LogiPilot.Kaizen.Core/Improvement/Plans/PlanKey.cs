using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// What a plan or a dysfunction is about, taken from its alerts or chosen by hand: family of kinds, place or line, product. A part that is
/// null limits nothing; not all are.
/// </summary>
public sealed record PlanKey(string? Family, Guid? PlaceId, Guid? ProductId)
{
    [JsonIgnore]
    public bool IsEmpty => Family is null && PlaceId is null && ProductId is null;

    /// <summary>Whether an alert is this problem: it is at its place, on its line and in its area.</summary>
    public bool Covers(Alert alert) =>
        !IsEmpty && IsOfFamily(alert.Kind) && IsAt(alert.PlaceId, alert.LineId, alert.AreaId, alert.ProductId);

    public bool IsOfFamily(AlertKind kind) => Family is null || Family == AlertKey.FamilyOf(kind);

    /// <summary>Whether something of a product at a place of a line and an area is meant, of whatever family.</summary>
    public bool IsAt(Guid? placeId, Guid? lineId, Guid? areaId, Guid? productId) =>
        (PlaceId is null || PlaceId == placeId || PlaceId == lineId || PlaceId == areaId) && (ProductId is null || ProductId == productId);
}
