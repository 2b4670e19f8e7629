namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>A product (part, material, packaging), shared by all plants; its code is unique. Quantities are in <see cref="Unit"/>.</summary>
public sealed class Product
{
    private Product()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Stock unit, such as <c>pcs</c>, <c>kg</c> or <c>m</c>.</summary>
    public string Unit { get; private set; } = "pcs";

    public int Version { get; private set; }

    public static Product Create(Guid id, string code, string name, string unit) =>
        new() { Id = id, Code = code, Name = name, Unit = unit, Version = 1 };

    public bool Revise(string name, string unit)
    {
        if (Name == name && Unit == unit)
        {
            return false;
        }

        (Name, Unit) = (name, unit);
        Version++;
        return true;
    }
}
