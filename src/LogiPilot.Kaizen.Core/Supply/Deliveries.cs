namespace LogiPilot.Kaizen.Core.Supply;

public enum DeliveryState
{
    Expected,
    Late,
    Received,
    Cancelled,
}

/// <summary>A supplier; its code is unique.</summary>
public sealed class Supplier
{
    private Supplier()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool IsActive { get; private set; }

    public static Supplier Create(Guid id, string code, string name, bool isActive) =>
        new() { Id = id, Code = code, Name = name, IsActive = isActive };

    public bool Revise(string name, bool isActive)
    {
        var changed = Name != name || IsActive != isActive;
        (Name, IsActive) = (name, isActive);
        return changed;
    }
}

/// <summary>A supplier that a product can be bought from, with its lead time in days.</summary>
public sealed record Source(Guid Id, Guid ProductId, Guid SupplierId, int LeadTimeDays, bool IsActive);

/// <summary>Need of a component for one assembly, in the component's bill unit, valid between two days.</summary>
public sealed record BillLine(
    Guid Id, Guid AssemblyId, Guid ComponentId, string? StationCode, decimal Quantity, string Unit,
    DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>
/// One line of a supplier order, its quantities in the product's unit as the extract gave them. Outstanding is ordered minus
/// received, never below zero, and none once the order is complete or cancelled; only that is expected or late.
/// </summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public string OrderNumber { get; private set; } = "";

    public string LineNumber { get; private set; } = "";

    public Guid SupplierId { get; private set; }

    public Guid ProductId { get; private set; }

    public decimal Ordered { get; private set; }

    public decimal Received { get; private set; }

    public decimal Rejected { get; private set; }

    public decimal Stocked { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? ShippedAt { get; private set; }

    public DateTimeOffset? ReceivedAt { get; private set; }

    public DeliveryState State { get; private set; }

    public int Version { get; private set; }

    public decimal Outstanding =>
        State is DeliveryState.Expected or DeliveryState.Late ? Math.Max(0, Ordered - Received) : 0;

    public bool HasRejects => Rejected > 0;

    public bool IsReceivedShort => Received < Ordered;

    public static Delivery Create(Guid id, Guid plantId, string orderNumber, string lineNumber) =>
        new() { Id = id, PlantId = plantId, OrderNumber = orderNumber, LineNumber = lineNumber, Version = 0 };

    /// <summary>Takes what an extract says of the line; true when something changed (then the version is one more).</summary>
    public bool Revise(DeliveryFacts facts, DateTimeOffset now)
    {
        var state = facts.IsCancelled ? DeliveryState.Cancelled
            : facts.IsComplete || facts.Ordered - facts.Received <= 0 ? DeliveryState.Received
            : facts.DueAt < now ? DeliveryState.Late
            : DeliveryState.Expected;
        var present = (SupplierId, ProductId, Ordered, Received, Rejected, Stocked, DueAt, ShippedAt, ReceivedAt, State);
        var next = (facts.SupplierId, facts.ProductId, facts.Ordered, facts.Received, facts.Rejected, facts.Stocked, facts.DueAt,
            facts.ShippedAt, facts.ReceivedAt, state);
        if (present == next && Version > 0)
        {
            return false;
        }

        (SupplierId, ProductId, Ordered, Received, Rejected, Stocked, DueAt, ShippedAt, ReceivedAt, State) = next;
        Version++;
        return true;
    }

    /// <summary>What is outstanding and past its due time is late from then on; true when that has just become so.</summary>
    public bool Age(DateTimeOffset now)
    {
        if (State != DeliveryState.Expected || DueAt >= now)
        {
            return false;
        }

        State = DeliveryState.Late;
        Version++;
        return true;
    }
}

/// <summary>What an extract says of one order line.</summary>
public sealed record DeliveryFacts(
    Guid SupplierId, Guid ProductId, decimal Ordered, decimal Received, decimal Rejected, decimal Stocked, DateTimeOffset DueAt,
    DateTimeOffset? ShippedAt, DateTimeOffset? ReceivedAt, bool IsComplete, bool IsCancelled);
