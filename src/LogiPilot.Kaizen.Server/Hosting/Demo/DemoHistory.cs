using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>Ninety days of past alerts, each taken through its life by the rules of the product at instants gone by.</summary>
internal sealed class DemoHistory(DemoPlan plan, OrganisationPicture people, IAlertStore alerts, IChangeLog changeLog)
{
    private const int Days = 90;
    private const int DayOfPowerCut = 12;

    /// <summary>Inside the transaction that writes the plant down.</summary>
    public async Task Write(
        DemoChatter chatter, IReadOnlyList<DemoTrouble> troubles, DateTimeOffset now, DateTimeOffset seenFirst, CancellationToken cancellationToken)
    {
        var plant = people.Plants[0];
        var cast = new Cast(plan, people, plant, troubles);
        var leader = people.ActorOf(cast.Staff(Role.TeamLeader, chatter.AreaId, "chatter").Id)!;
        var lives = Instants(now).Select(at => (RaisedAt: at, Live: (Func<string, Alert>)(number => Live(cast, number, at, now, cast.Problem(number)))));
        var told = troubles.SelectMany(t => t.DaysAgo.Select(days =>
        {
            var at = seenFirst.AddDays(-days).AddMinutes(DemoChance.Between(-200, 200, $"{t.Part} {days}"));
            return (RaisedAt: at, Live: (Func<string, Alert>)(number => Live(cast, number, at, now, cast.Problem(t))));
        }));
        foreach (var (at, live) in lives.Concat(told).Concat(chatter.Alerts(leader)).OrderBy(l => l.RaisedAt))
        {
            var alert = live(await alerts.NextNumber(plant.Id, at.Year, cancellationToken));
            foreach (var step in alert.NewEntries)
            {
                changeLog.Append(
                    new AlertChanged(
                        plant.Id, alert.Id, alert.Number, step.Kind, alert.Kind, alert.Severity, alert.State, alert.AreaId, alert.LineId,
                        alert.OwnerId, alert.Version),
                    step.ById is { } by ? people.ActorOf(by)! : Actor.System, step.RecordedAt);
            }

            alerts.Add(alert);
        }
    }

    private static IEnumerable<DateTimeOffset> Instants(DateTimeOffset now) =>
        Enumerable.Range(1, Days).SelectMany(day => Enumerable.Range(0, DemoChance.Between(6, 14, $"alerts of day {day}"))
            .Select(n => now.AddDays(-day).AddMinutes(DemoChance.Between(0, 1200, $"alert {n} of day {day}"))))
            .Concat(Enumerable.Range(0, 14).Select(n => now.AddDays(-DayOfPowerCut).AddSeconds(40_000 + DemoChance.Between(0, 500, $"power cut {n}"))))
            .Order();

    private static Alert Live(Cast cast, string number, DateTimeOffset at, DateTimeOffset now, Problem problem)
    {
        var raiser = problem.ConditionHolds ? null : cast.People.ActorOf(cast.Staff(Role.Operator, problem.AreaId, number).Id);
        var alert = Alert.Raise(number, problem, new Report(raiser?.PersonId, at, at));
        var leader = cast.People.ActorOf(cast.Staff(Role.TeamLeader, problem.AreaId, number).Id)!;
        if (!problem.ConditionHolds && DemoChance.OneIn(12, $"false {number}"))
        {
            Must(alert.Cancel(leader, cast.Plan.FalseAlarm, null, at.AddMinutes(9)));
            return alert;
        }

        if (problem.ConditionHolds && DemoChance.OneIn(4, $"untaken {number}"))
        {
            alert.ClearCondition(at = at.AddMinutes(DemoChance.Between(4, 30, $"clears {number}")));
            Must(alert.Close(leader, cast.Remedy(number).Cause, at.AddMinutes(DemoChance.Between(20, 400, $"closed {number}"))));
            return alert;
        }

        var owner = cast.Taker(problem, number);
        at = at.AddMinutes(DemoChance.Between(1, 22, $"take {number}"));
        if (at < now.AddDays(-4) && DemoChance.OneIn(60, $"forgotten {number}"))
        {
            at = at.AddHours(DemoChance.Between(24, 40, $"found again {number}"));
        }

        if (DemoChance.OneIn(4, $"assign {number}") && alert.RoutedTo is null)
        {
            Must(alert.Assign(leader, owner, at));
            Must(alert.Confirm(owner, at = at.AddMinutes(2)));
        }
        else
        {
            Must(alert.Acknowledge(owner, at.AddMinutes(30), at));
        }

        Must(alert.Start(owner, at = at.AddMinutes(DemoChance.Between(2, 7, $"come {number}"))));
        if (alert.Severity == Severity.Critical && alert.LineId is not null)
        {
            Must(alert.StopLine(leader, cast.Plan.LineStopped, at = at.AddMinutes(1)));
        }

        if (DemoChance.OneIn(3, $"comment {number}"))
        {
            Must(alert.Comment(owner, DemoChance.Of(cast.Plan.Comments, number), at = at.AddMinutes(3)));
        }

        alert.ClearCondition(at = at.AddMinutes(DemoChance.Between(5, 45, $"clears {number}")));
        var (cause, done) = cast.Remedy(number);
        Must(alert.Resolve(owner, new Remedy(cause, done), at = at.AddMinutes(2)));
        Must(alert.Close(leader, null, at.AddMinutes(DemoChance.Between(10, 300, $"closed {number}"))));
        return alert;
    }

    public static void Must(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demo plant's past was refused: {refusal.Reason}.");
        }
    }

    /// <summary>Who and what the past is made of.</summary>
    private sealed class Cast(DemoPlan plan, OrganisationPicture people, Plant plant, IReadOnlyList<DemoTrouble> troubles)
    {
        public DemoPlan Plan { get; } = plan;

        public OrganisationPicture People { get; } = people;

        private readonly List<DemoPart> _others = [.. plan.Parts.Where(p => !troubles.Any(t => t.Part == p.Code))];
        private readonly Dictionary<string, Place> _places = people.Places.Where(p => p.PlantId == plant.Id)
            .OrderBy(p => p.Kind == PlaceKind.Area).DistinctBy(p => p.Code, StringComparer.Ordinal).ToDictionary(p => p.Code, StringComparer.Ordinal);

        public Problem Problem(string number)
        {
            if (Incident(number) is { } incident)
            {
                var place = _places[incident.Place];
                return new(
                    plant.Id, incident.Kind, incident.Severity ?? AlertKinds.SeverityOf(incident.Kind), place.Id, place.AreaId, place.LineId,
                    Description: incident.Says);
            }

            var (kind, severity) = DemoChance.Between(1, 10, $"grave {number}") switch
            {
                1 => (AlertKind.StockOut, Severity.Critical),
                <= 5 => (AlertKind.Shortage, Severity.Major),
                _ => (AlertKind.Shortage, Severity.Minor),
            };
            return Of(DemoChance.Of(_others, number), kind, severity);
        }

        public Problem Problem(DemoTrouble trouble) => Of(
            Plan.Parts.First(p => p.Code == trouble.Part), trouble.Kind, AlertKinds.SeverityOf(trouble.Kind));

        private Problem Of(DemoPart part, AlertKind kind, Severity severity)
        {
            var station = _places[part.Stations[0]];
            return new(
                plant.Id, kind, severity, station.Id, station.AreaId, station.LineId, DemoIds.Of(Plan, part.Code), ConditionHolds: true);
        }

        public (string Cause, string Done) Remedy(string number) => Incident(number) is { } incident
            ? (incident.Cause, incident.Done)
            : DemoChance.Of(Plan.Remedies, $"remedy {number}") is var remedy ? (remedy.Cause, remedy.Done) : default;

        public Person Staff(Role role, Guid? areaId, string number)
        {
            var staff = Simulated(p => p.Role == role);
            var near = staff.Where(p => areaId is { } area && p.Memberships.Any(m => m.AreaIds.Contains(area))).ToList();
            return DemoChance.Of(near.Count > 0 ? near : staff, $"{role} {number}");
        }

        public Actor Taker(Problem problem, string number)
        {
            var routed = AlertKinds.ServiceOf(problem.Kind) is { } service ? Simulated(p => p.Service == service) : [];
            var takers = routed.Count > 0 ? routed : Simulated(p => p.Role is Role.Pilot or Role.Agent);
            return People.ActorOf(DemoChance.Of(takers, $"taker {number}").Id)!;
        }

        private DemoIncident? Incident(string number) =>
            DemoChance.OneIn(3, $"incident {number}") ? DemoChance.Of(Plan.Incidents, $"which {number}") : null;

        private List<Person> Simulated(Func<DemoPerson, bool> which) =>
            [.. Plan.People.Where(p => p.Account is null && which(p)).Select(p => People.Person(DemoIds.Of(Plan, p.Name))!)];
    }
}
