namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// The <c>board</c> query at 16 connections against a bare Kestrel endpoint that answers the same bytes, and the board and a page
/// of 50 alerts with 10,000 and 1,000,000 past alerts.
/// </summary>
internal static class BoardMeasure
{
    private const int Requests = 6_000;

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
        using var plant = await BenchPlant.Make();
        await PastAlerts.Make(plant.Folder, 10_000);
        var (board, page, bare, bytes) = await Measure(plant, beside: true);
        await PastAlerts.Make(plant.Folder, 990_000);
        var (boardThen, pageThen, _, _) = await Measure(plant, beside: false);
        var (boardAgain, pageAgain) = (boardThen, pageThen);
        return
        [
            new Row($"board ({bytes:n0} bytes), 16 connections, against bare Kestrel", $"{board:n0}/s", $"{bare:n0}/s", board / bare, "≥ 0.3"),
            new Row("board with 1,000,000 past alerts against 10,000", $"{boardAgain:n0}/s", $"{board:n0}/s", boardAgain / board, "≥ 0.9"),
            new Row("page of 50 alerts with 1,000,000 past alerts against 10,000", $"{pageAgain:n0}/s", $"{page:n0}/s", pageAgain / page, ""),
        ];
    }

    private static async Task<(double Board, double Page, double Bare, int Bytes)> Measure(BenchPlant plant, bool beside)
    {
        await using var server = await Child.Product(plant.Folder);
        using var load = new Load(server.Address, plant.Token);
        var (plantId, _, _) = await BenchPlant.Ids(load);
        var body = BenchPlant.Body(Board, new { plantId });
        var answer = await load.Post("/graphql", body);
        _ = BenchPlant.Data(answer);
        _ = BenchPlant.Data(await load.Post("/graphql", BenchPlant.Body(Page)));
        var payload = Path.Combine(plant.Folder, "board.json");
        await File.WriteAllBytesAsync(payload, answer);
        await using var baseline = await Child.Baseline(payload);
        using var bareLoad = new Load(baseline.Address, null);
        var (boards, bares) = (new List<double>(), new List<double>());
        for (var round = 0; round < 4; round++)
        {
            boards.Add(await load.Rate("/graphql", 16, Requests, _ => body));
            if (beside)
            {
                bares.Add(await bareLoad.Rate("/bytes", 16, Requests, _ => body));
            }
        }

        var pageBody = BenchPlant.Body(Page);
        await load.Rate("/graphql", 16, Requests / 10, _ => pageBody);
        var page = await load.Rate("/graphql", 16, Requests / 4, _ => pageBody);
        return (boards.Max(), page, beside ? bares.Max() : 0, answer.Length);
    }
}
