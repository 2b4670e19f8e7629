using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// What a movement must say to be booked: an existing product; a station or location of one plant where its kind needs one
/// (table below); a positive quantity in thousandths at the finest; an instant that is not to come.
/// </summary>
internal sealed class MovementRule(IReadOnlyDictionary<Guid, Place> places, IReadOnlySet<Guid> products, DateTimeOffset now)
{
    public const decimal MostQuantity = 1_000_000_000m;
    public const int LongestLot = 60;
    public const int LongestDocument = 200;

    /// <summary>A phone's clock may run ahead by this much.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private enum Need
    {
        No,
        Yes,
        MayBe,
    }

    /// <summary>Every fault of every row, each naming its row (counted from 1) and, as field, the path in the input.</summary>
    public IReadOnlyList<Refusal> Faults(IReadOnlyList<MovementEntry> entries, Guid? plantId)
    {
        var faults = new List<Refusal>();
        for (var index = 0; index < entries.Count; index++)
        {
            Check(new Row(index, entries[index], faults), plantId);
        }

        return faults;
    }

    private static (Need From, Need To) PlacesOf(MovementKind kind) => kind switch
    {
        MovementKind.Receipt => (Need.No, Need.Yes),
        MovementKind.Issue => (Need.Yes, Need.No),
        MovementKind.Transfer => (Need.Yes, Need.Yes),
        MovementKind.Consumption => (Need.Yes, Need.No),
        MovementKind.Adjustment => (Need.MayBe, Need.MayBe),
        MovementKind.Return => (Need.MayBe, Need.Yes),
        MovementKind.Scrap => (Need.Yes, Need.No),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a rule."),
    };

    private void Check(Row row, Guid? plantId)
    {
        var entry = row.Entry;
        if (!products.Contains(entry.ProductId))
        {
            row.NotFound("productId", "product");
        }

        var (from, to) = PlacesOf(entry.Kind);
        CheckPlace(row, "fromPlaceId", entry.FromPlaceId, from, plantId);
        CheckPlace(row, "toPlaceId", entry.ToPlaceId, to, plantId);
        row.Refuse(
            entry.Kind == MovementKind.Adjustment && entry.FromPlaceId is null == entry.ToPlaceId is null,
            "toPlaceId", "movementNeedsOnePlace");
        row.Refuse(entry.FromPlaceId is { } place && place == entry.ToPlaceId, "toPlaceId", "movementStays");
        row.Refuse(
            entry.Quantity <= 0 || entry.Quantity > MostQuantity || decimal.Round(entry.Quantity, 3) != entry.Quantity,
            "quantity", "movementQuantity", ("quantity", entry.Quantity));
        row.Refuse(entry.OccurredAt > now + ClockTolerance, "occurredAt", "movementToCome");
        row.Refuse(entry.Lot?.Length > LongestLot, "lot", "movementTextTooLong", ("most", LongestLot));
        row.Refuse(entry.Document?.Length > LongestDocument, "document", "movementTextTooLong", ("most", LongestDocument));
    }

    private void CheckPlace(Row row, string field, Guid? placeId, Need need, Guid? plantId)
    {
        if (placeId is not { } id)
        {
            row.Refuse(need == Need.Yes, field, field == "fromPlaceId" ? "movementNeedsFrom" : "movementNeedsTo");
        }
        else if (need == Need.No)
        {
            row.Refuse(true, field, field == "fromPlaceId" ? "movementHasNoFrom" : "movementHasNoTo");
        }
        else if (!places.TryGetValue(id, out var place))
        {
            row.NotFound(field, "place");
        }
        else
        {
            row.Refuse(place.Kind is not (PlaceKind.Station or PlaceKind.Location), field, "movementPlaceKind", ("code", place.Code));
            row.Refuse(place.PlantId != plantId, field, "movementOtherPlant", ("code", place.Code));
        }
    }

    private readonly record struct Row(int Index, MovementEntry Entry, List<Refusal> Faults)
    {
        public void NotFound(string field, string what) =>
            Add(field, RefusalCode.NotFound, "movementNotFound", ("what", what));

        public void Refuse(bool isWrong, string field, string reason, params (string Name, object? Value)[] arguments)
        {
            if (isWrong)
            {
                Add(field, RefusalCode.Invalid, reason, arguments);
            }
        }

        private void Add(string field, RefusalCode code, string reason, params (string Name, object? Value)[] arguments) =>
            Faults.Add(Refusal.Of(code, reason, [("row", Index + 1), ("movement", Entry.Kind), .. arguments])
                with { Field = $"movements.{Index}.{field}" });
    }
}
