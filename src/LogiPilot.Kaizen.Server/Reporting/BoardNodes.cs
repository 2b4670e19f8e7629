using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Organisation;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Reporting;

[ObjectType<Board>]
public static class BoardNode
{
    [BindMember(nameof(Board.Plant))]
    public static async ValueTask<PlantNode> GetPlantAsync([Parent] Board board, IDirectory directory, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        return new(picture.Plant(board.Plant.Id)!, picture);
    }
}

[ObjectType<BoardPoint>]
public static class BoardPointNode
{
    [BindMember(nameof(BoardPoint.Product))]
    public static ProductNode GetProduct([Parent] BoardPoint point) => new(point.Product.Id, point.Product.Code, point.Product.Name, point.Unit);
}

[ObjectType<LineNode>]
public static class LineStatusNode
{
    [GraphQLDescription("The worst of its points, lifted by its open alerts: as on the board.")]
    public static SupplyStatus GetStatus([Parent] LineNode line, LiveBoard board) =>
        board.Plant(line.PlantId)?.Tiles.FirstOrDefault(t => t.Line.Line.Id == line.Id)?.Line.Status ?? SupplyStatus.Unknown;
}
