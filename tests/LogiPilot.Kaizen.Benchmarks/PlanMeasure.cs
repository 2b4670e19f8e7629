using System.Diagnostics;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// Over HTTP: one plan with 500 actions, 200 versions of fields and 50 meetings opens whole, with the gate of each step; and a portfolio
/// of 10,000 plans is filtered, each filter with its count and its first page.
/// </summary>
internal static class PlanMeasure
{
    private const int Plans = 10_000;
    private const int Batch = 500;
    private const int Rounds = 21;

    private const string Whole = """
        query($id: UUID!) { actionPlan(id: $id) { number title state sponsor { name } leader { name } participants { person { name } role mission }
          steps { code name state dueOn canSign whyNot gate { rule holds says field }
            fields { code name type value version author { name } at versions { version value author { name } at } } }
          actions { number what state dueOn owner { name } } meetings { heldAt present { name } decisions } communications { text }
          missing { says field } history(first: 50) { nodes { text at } } } }
        """;

    private const string Portfolio = """
        query($filter: ActionPlanFilter, $order: ActionPlanOrder!) { actionPlans(filter: $filter, orderBy: $order, first: 50) { totalCount
          nodes { number title state nextDueOn leader { name } sponsor { name } currentStep { code name } } } }
        """;

    public static async Task<IReadOnlyList<Row>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-plans-").FullName;
        string[] settings = ["--Kaizen:LimitRates=false", "--Logging:LogLevel:Default=Warning"];
        await using (var app = Server.Program.Compose(new StartOptions(true, folder, "http://127.0.0.1:0", false, settings)))
        {
            var (plan, people, products) = await Fill(app.Services);
            var token = await Token(app.Services);
            await app.StartAsync();
            using var load = new Load(new Uri(app.Urls.Single()), token);
            var rows = new List<Row>
            {
                new("a plan with 500 actions, 200 versions of fields and 50 meetings opens (median of 21)",
                    $"{await Median(load, Whole, new { id = plan }):0} ms", "", null, "< 300 ms"),
            };
            foreach (var (name, filter, order) in new (string, object, string)[]
            {
                ("all, newest first", new { }, "NEWEST_FIRST"),
                ("running, due first", new { states = new[] { "RUNNING" } }, "DUE_FIRST"),
                ("late of one method at one step", new { late = true, methods = new[] { "8D" }, steps = new[] { "D0" } }, "DUE_FIRST"),
                ("where one person takes part", new { participantIds = new[] { people[3] } }, "NEWEST_FIRST"),
                ("of one leader and one product", new { leaderIds = new[] { people[1] }, productIds = new[] { products[2] } }, "NEWEST_FIRST"),
                ("two words of the title", new { text = "ruptures 0042" }, "NEWEST_FIRST"),
            })
            {
                rows.Add(new($"{Plans:N0} plans: {name} (median of 21)", $"{await Median(load, Portfolio, new { filter, order }):0} ms", "", null, "< 200 ms"));
            }

            await app.StopAsync();
            Directory.Delete(folder, recursive: true);
            return rows;
        }
    }

    private static async Task<double> Median(Load load, string query, object variables)
    {
        var (body, times) = (BenchPlant.Body(query, variables), new List<double>());
        _ = BenchPlant.Data(await load.Post("/graphql", body));
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await load.Post("/graphql", body);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static async Task<string> Token(IServiceProvider services)
    {
        await using var scope = services.Acting(Actor.System);
        return (await scope.ServiceProvider.GetRequiredService<Accounts>().AddProgram(
            new AddProgram("mesure", Role.Admin, Language.Fr, null), CancellationToken.None)).Value;
    }

    private static async Task<(Guid Plan, Guid[] People, Guid[] Products)> Fill(IServiceProvider services)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(57);
        Guid[] ids = [.. Enumerable.Range(0, 20).Select(i => Guid.CreateVersion7(now.AddSeconds(i)))];
        var (plant, area, people, products) = (ids[0], ids[1], ids[2..12], ids[12..20]);
        await Write(services, scope =>
        {
            var organisation = scope.GetRequiredService<IOrganisationStore>();
            organisation.Add(Plant.Create(plant, "MES", "Mesure", "Europe/Paris", Language.Fr));
            organisation.Add(Place.Create(area, plant, PlaceKind.Area, "A", "Atelier", "A", null, null, 0));
            foreach (var (person, i) in people.Select((p, i) => (p, i)))
            {
                organisation.Add(Person.Create(
                    person, PersonKind.Human, $"Personne {i}", $"p{i}", null, Language.Fr, [new(plant, i % 2 == 0 ? Role.Manager : Role.TeamLeader, [])]));
            }
        });
        await using var reading = services.Acting(Actor.System);
        var picture = await reading.ServiceProvider.GetRequiredService<IDirectory>().Current(CancellationToken.None);
        var methods = reading.ServiceProvider.GetRequiredService<IMethods>().Of(null);
        var first = Guid.Empty;
        for (var from = 0; from < Plans; from += Batch)
        {
            await Write(services, scope =>
            {
                var store = scope.GetRequiredService<IPlanStore>();
                for (var i = from; i < from + Batch; i++)
                {
                    var plan = Open(i, now.AddMinutes(i));
                    first = first == Guid.Empty ? plan.Id : first;
                    store.Add(plan);
                }
            });
        }

        await Write(services, scope => FillOne(scope, first, picture, people, now));
        return (first, people, products);

        ActionPlan Open(int i, DateTimeOffset at)
        {
            var (leader, sponsor) = (people[1 + (2 * (i % 5))], people[2 * (i % 5)]);
            var turn = new PlanTurn(picture.ActorOf(leader)!, at, picture);
            var charter = new PlanCharter(
                $"Ruptures de vis M{i:D5}", "Ligne 1", [new("Supply", area, products[i % products.Length])], area, sponsor,
                Participants: [new(people[i % 10], "Pilote", "Compter les bacs")],
                Choices: new("Trois métiers", IsGroup: true, "Ils le vivent", "Cause inconnue", "Point du matin", "Inventaire"), FollowUpDays: 7,
                Deadline: DateOnly.FromDateTime(at.UtcDateTime).AddDays(30 + (i % 60)));
            var plan = ActionPlan.Open($"P-{i + 1:D4}", methods[i % methods.Count], new PlanDraft(plant, new(PlanOriginKind.Project, null, [], null), charter), turn).Value;
            _ = i % 3 == 0 ? null : plan.Submit(turn) ?? plan.Approve(null, turn with { Actor = picture.ActorOf(sponsor)! });
            _ = i % 7 == 0 && i > 0 ? plan.Abandon("Plus lieu", turn with { Actor = picture.ActorOf(sponsor)! }) : null;
            return plan;
        }
    }

    private static void FillOne(IServiceProvider scope, Guid planId, OrganisationPicture picture, Guid[] people, DateTimeOffset now)
    {
        var (store, actions) = (scope.GetRequiredService<IPlanStore>(), scope.GetRequiredService<IActionStore>());
        var plan = store.Find(planId, CancellationToken.None).GetAwaiter().GetResult()!;
        var turn = new ActionTurn(picture.ActorOf(plan.LeaderId)!, now, DateOnly.FromDateTime(now.UtcDateTime), plan);
        for (var i = 0; i < 500; i++)
        {
            var draft = new ActionDraft(ActionKind.Analysis, $"Compter les bacs de la travée {i}", "Le stock est faux", people[i % 10], turn.Today.AddDays(i % 30));
            actions.Add(ImprovementAction.Plan(plan.PlantId, $"A-{i + 1:D4}", draft, new(plan.Id, plan.Steps[i % plan.Steps.Count].Code), null, turn).Value);
        }

        var texts = plan.Method.Steps.SelectMany(s => s.Fields.Where(f => f.Type == FieldType.Text).Select(f => (Step: s.Code, f.Code))).ToList();
        for (var i = 0; i < 200; i++)
        {
            var (step, field) = texts[i % texts.Count];
            store.Add(new FieldVersion(
                Guid.CreateVersion7(now.AddSeconds(i)), plan.Id, 1, step, field, 1 + (i / texts.Count), $"\"Version {i} de ce que l’on sait\"", people[i % 10],
                now.AddSeconds(i)));
        }

        for (var i = 0; i < 50; i++)
        {
            store.Add(new Meeting(
                Guid.CreateVersion7(now.AddDays(i)), plan.Id, now.AddDays(i), 15, people[..5], "Point du matin", ["Continuer", "Compter encore"], [], people[1]));
        }
    }

    private static async Task Write(IServiceProvider services, Action<IServiceProvider> write)
    {
        await using var scope = services.Acting(Actor.System);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().Apply<Outcome<int>>(
            () =>
            {
                write(scope.ServiceProvider);
                return Task.FromResult<Outcome<int>>(0);
            },
            CancellationToken.None);
    }
}
