using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A plan as it is to who is neither named in it nor its sponsor.</summary>
internal sealed record NobodyNamed(IConcern Plan) : IConcern
{
    public Guid PlantId => Plan.PlantId;

    public Guid? AreaId => Plan.AreaId;

    public Guid? RaisedById => null;

    public bool IsTaken => true;

    public SupportService? RoutedTo => null;
}
