namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// The <c>board</c> query at 16 connections against a bare Kestrel endpoint that answers the same bytes, and the board and a page
/// of 50 alerts with 10,000 and 1,000,000 past alerts.
/// </summary>
internal static class BoardMeasure
{
    private const int Requests = 6_000;
    private const int Rounds = 5;

    private const string Board = """
        query Board($plantId: UUID!) {
          board(plantId: $plantId) {
            at sequence
            lines {
              line { id code name } status liftedBy coverMinutes runsOutAt openAlertCount oldestOpenAlertAt stoppedSince
              worstPoint { product { code name } station { code } onHand reorderPoint status }
            }
            openAlerts { id number kind severity state version line { name } station { name } product { name } owner { name } raisedAt }
            counters { open untaken shelved linesStopped }
          }
        }
        """;

    private const string Page = """
        { alerts(filter: { states: [CLOSED, CANCELLED] }, first: 50) {
            nodes { id number kind severity state raisedAt line { name } product { name } owner { name } } pageInfo { endCursor } } }
        """;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        using var few = await BenchPlant.Make();
        using var many = await BenchPlant.Make();
        await PastAlerts.Make(few.Folder, 10_000);
        await PastAlerts.Make(many.Folder, 1_000_000);
        await using var fewServer = await Child.Product(few.Folder);
        await using var manyServer = await Child.Product(many.Folder);
        using var fewLoad = new Load(fewServer.Address, few.Token);
        using var manyLoad = new Load(manyServer.Address, many.Token);
        var (fewBoard, manyBoard) = (await BoardBody(fewLoad), await BoardBody(manyLoad));
        var answer = await fewLoad.Post("/graphql", fewBoard);
        var payload = Path.Combine(few.Folder, "board.json");
        await File.WriteAllBytesAsync(payload, answer);
        await using var baseline = await Child.Baseline(payload);
        using var bareLoad = new Load(baseline.Address, null);

        // Interleaved, the best of each: what else the machine does falls on all alike.
        var (board, boardMany, bare, page, pageMany) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var pageBody = BenchPlant.Body(Page);
        _ = BenchPlant.Data(await fewLoad.Post("/graphql", pageBody));
        for (var round = 0; round < Rounds; round++)
        {
            board = Math.Max(board, await fewLoad.Rate("/graphql", 16, Requests, _ => fewBoard));
            boardMany = Math.Max(boardMany, await manyLoad.Rate("/graphql", 16, Requests, _ => manyBoard));
            bare = Math.Max(bare, await bareLoad.Rate("/bytes", 16, Requests, _ => fewBoard));
            page = Math.Max(page, await fewLoad.Rate("/graphql", 16, Requests / 4, _ => pageBody));
            pageMany = Math.Max(pageMany, await manyLoad.Rate("/graphql", 16, Requests / 4, _ => pageBody));
        }

        return
        [
            new Row($"board ({answer.Length:n0} bytes), 16 connections, against bare Kestrel", $"{board:n0}/s", $"{bare:n0}/s", board / bare, "≥ 0.3"),
            new Row("board with 1,000,000 past alerts against 10,000", $"{boardMany:n0}/s", $"{board:n0}/s", boardMany / board, "≥ 0.9"),
            new Row("page of 50 alerts with 1,000,000 past alerts against 10,000", $"{pageMany:n0}/s", $"{page:n0}/s", pageMany / page, ""),
        ];
    }

    private static async Task<byte[]> BoardBody(Load load)
    {
        var body = BenchPlant.Body(Board, new { plantId = (await BenchPlant.Ids(load)).Plant });
        _ = BenchPlant.Data(await load.Post("/graphql", body));
        return body;
    }
}
