using System.Globalization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Improvement.Actions;
using LogiPilot.Kaizen.Core.Tests.Shared;
using LogiPilot.Kaizen.Core.Tests.Supply;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>
/// A plant with two areas, a line with a station and a location of the stores in the first, a product, and somebody of each role.
/// Commands go through the whole pipeline.
/// </summary>
internal sealed class AlertWorld
{
    private readonly Pipeline _pipeline;
    private int _lastId;

    public AlertWorld()
    {
        Handovers = new(Alerts);
        Plant = Core.Organisation.Plant.Create(NextId(), "FOREZ", "Cycles du Forez", "Europe/Paris", Language.Fr);
        Elsewhere = Core.Organisation.Plant.Create(NextId(), "AILLEURS", "Ailleurs", "Europe/Paris", Language.Fr);
        Organisation.Add(Plant);
        Organisation.Add(Elsewhere);
        Assembly = AddPlace(PlaceKind.Area, "ASM", null, null);
        Painting = AddPlace(PlaceKind.Area, "PEI", null, null);
        Line = AddPlace(PlaceKind.Line, "VTT", Assembly, null);
        Station = AddPlace(PlaceKind.Station, "VTT-4", Assembly, Line);
        Stores = AddPlace(PlaceKind.Location, "MAG", Assembly, null);
        Booth = AddPlace(PlaceKind.Location, "CAB", Painting, null);
        Fork = Product.Create(NextId(), "FOU-120", "Fourche 120 mm", "pcs");
        Supply.Add(Fork);
        Operator = AddPerson("Odile", Role.Operator);
        Pilot = AddPerson("Paul", Role.Pilot);
        OtherPilot = AddPerson("Rita", Role.Pilot);
        Leader = AddPerson("Lena", Role.TeamLeader, Assembly);
        LeaderOfPainting = AddPerson("Luc", Role.TeamLeader, Painting);
        Manager = AddPerson("Max", Role.Manager);
        Maintenance = AddPerson("Mina", Role.Support, service: SupportService.Maintenance);
        Screen = AddPerson("Écran", Role.Screen);
        Stranger = AddPerson("Sam", Role.Manager, plant: Elsewhere);
        Recurrences = new(Alerts);
        _pipeline = new Pipeline(Clock, Organisation, services => services
            .AddScoped<AlertBook>()
            .AddScoped<HandoverDrafts>()
            .AddScoped<HandoverAnswers>()
            .AddScoped<MaintenanceBook>()
            .AddSingleton<IHandoverStore>(Handovers)
            .AddSingleton<IActionStore>(new InMemoryActions())
            .AddSingleton<IPlansOfActions>(new InMemoryActions())
            .AddSingleton<IMaintenanceWindowStore>(Handovers)
            .AddSingleton<IAttachmentStore>(new InMemoryAttachments())
            .AddScoped<AlertConditions>()
            .AddScoped<KindSettings>()
            .AddScoped<EscalationBook>()
            .AddSingleton<IEscalationStore>(Escalations)
            .AddSingleton<IEscalationReader>(Escalations)
            .AddSingleton<IReach>(Reach)
            .AddSingleton<IRecurrenceStore>(Recurrences)
            .AddSingleton<IAlertStore>(Alerts)
            .AddSingleton<IAlertReader>(Alerts)
            .AddSingleton<ISupplyStore>(Supply)
            .AddScoped<IReminderSource, ShelfReminders>()
            .AddScoped<IDigestSource, HandoverLines>()
            .AddScoped<AlertPictures>()
            .AddSingleton<ISupplyReader>(new InMemorySupplyReader(Supply)),
            leftOut: typeof(WatchKeys));
    }

    public MovedClock Clock { get; } = new();

    public DateTimeOffset Now => Clock.Now;

    public InMemoryOrganisation Organisation { get; } = new();

    public InMemorySupply Supply { get; } = new();

    public InMemoryAlerts Alerts { get; } = new();

    public InMemoryEscalations Escalations { get; } = new();

    public InMemoryRecurrences Recurrences { get; }

    public ChosenReach Reach { get; } = new();

    public InMemoryHandovers Handovers { get; }

    /// <summary>What people were told.</summary>
    public Notifications.InMemoryNotices Notices => _pipeline.Notices;

    public LoggedEvents Log => _pipeline.Log;

    public Plant Plant { get; }

    public Plant Elsewhere { get; }

    public Place Assembly { get; }

    public Place Painting { get; }

    public Place Line { get; }

    public Place Station { get; }

    public Place Stores { get; }

    public Place Booth { get; }

    public Product Fork { get; }

    public Actor Operator { get; }

    public Actor Pilot { get; }

    public Actor OtherPilot { get; }

    public Actor Leader { get; }

    public Actor LeaderOfPainting { get; }

    public Actor Manager { get; }

    public Actor Maintenance { get; }

    public Actor Screen { get; }

    public Actor Stranger { get; }

    public Alert OnlyAlert => Assert.Single(Alerts.All);

    public Task<Outcome<T>> Send<T>(Actor actor, IRequest<Outcome<T>> request) => _pipeline.Send(actor, request);

    /// <summary>Sends a command that must be done; answers with its alert.</summary>
    public async Task<Alert> Do(Actor actor, IRequest<Outcome<Made>> command)
    {
        var outcome = await Send(actor, command);
        Assert.True(outcome.IsDone, outcome.Refusal?.Reason);
        return Alerts.All.Single(a => a.Id == outcome.Value.Id);
    }

    /// <summary>Sends a command that must be refused; answers why.</summary>
    public async Task<Refusal> Refused<T>(Actor actor, IRequest<Outcome<T>> request)
    {
        var before = Alerts.All.Select(a => a.Version).ToList();
        var outcome = await Send(actor, request);
        Assert.NotNull(outcome.Refusal);
        Assert.Equal(before, Alerts.All.Select(a => a.Version));
        return outcome.Refusal;
    }

    /// <summary>Does what is due; answers how many alerts it changed.</summary>
    public async Task<int> Sweep()
    {
        var before = Alerts.All.ToDictionary(a => a.Id, a => a.Version);
        Assert.InRange((await Send(Actor.System, new AgeAlerts())).Value, 0, 499);
        return Alerts.All.Count(a => a.Version > before[a.Id]);
    }

    /// <summary>Minute by minute, so that a level fires when it is due.</summary>
    public async Task Pass(int minutes)
    {
        await Sweep();
        for (var minute = 0; minute < minutes; minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Sweep();
        }
    }

    /// <summary>Due, round, track, loop.level and names, in brackets when none of them could be reached.</summary>
    public string Calls(int from = 0) => string.Join('\n', Escalations.AllCalls.Skip(from).Select(call =>
    {
        var names = string.Join(", ", call.Recipients.Select(NameOf));
        var told = call.Reached || call.Recipients.Count == 0 ? names : $"({names})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{call.DueAt:HH:mm} {call.Round} {call.Track.ToString().ToUpperInvariant()} {call.Loop}.{call.Level} {told}");
    }));

    public string NameOf(Guid personId) => Organisation.Find(personId).Name;

    public async Task<int> EndShifts() => (await Send(Actor.System, new EndShifts())).Value;

    /// <summary>
    /// From 05:00 to 13:00 and from 13:00 (or later) to 21:00 by the plant's clock: Lena and Paul in the morning, Rita in the
    /// afternoon. The clock stands at 09:00.
    /// </summary>
    public void WorkInShifts(int afternoonStarts = 13)
    {
        Organisation.Calendars.Add(PlantCalendar.Create(
            NextId(), Plant.Id, null, [Shift.Daily("M", "Matin", new(5, 0), new(13, 0)), Shift.Daily("A", "Après-midi", new(afternoonStarts, 0), new(21, 0))]));
        AddTeam("M", Leader, Pilot);
        AddTeam("A", OtherPilot);
    }

    public Task<Alert> RaiseShortage(Actor? by = null) =>
        Do(by ?? Operator, new RaiseAlert(AlertKind.Shortage, Station.Id, Fork.Id));

    public SupplyPoint AddPoint(Place? station, decimal? ratePerHour = null)
    {
        var point = SupplyPoint.Create(
            NextId(), Plant.Id, Fork.Id, station, new SupplyLimits(Minimum: 10, ReorderPoint: 10, FixedRatePerHour: ratePerHour), Now);
        Supply.Add(point);
        return point;
    }

    /// <summary>Tells the alerts that a point's condition changed.</summary>
    public Task Turn(SupplyPoint point, SupplyCondition was, SupplyCondition isNow, decimal balanceWas = 1, decimal balance = 1) =>
        Tell(new SupplyPointChanged(
            point.PlantId, point.Id, point.ProductId, point.PlaceId, point.LineId, point.AreaId, balanceWas, balance,
            SupplyStatus.Ok, SupplyStatus.Ok, was, isNow, null));

    public Task Tell(DomainEvent happened) => _pipeline.Tell(happened);

    private void AddTeam(string shift, params IEnumerable<Actor> members) => Organisation.Teams.Add(Team.Create(
        NextId(), Plant.Id, new("T" + shift, "Équipe " + shift, [], [.. members.Select(m => m.PersonId!.Value)], new(2026, 3, 2), [shift])));

    private Place AddPlace(PlaceKind kind, string code, Place? area, Place? line)
    {
        var place = Place.Create(NextId(), Plant.Id, kind, code, code, code, area?.Id, line?.Id, _lastId);
        Organisation.Add(place);
        return place;
    }

    private Actor AddPerson(string name, Role role, Place? area = null, SupportService? service = null, Plant? plant = null)
    {
        Membership[] memberships = [new((plant ?? Plant).Id, role, area is null ? [] : [area.Id], service)];
        var person = Person.Create(NextId(), PersonKind.Human, name, name, null, Language.Fr, memberships);
        Organisation.Add(person);
        return new Actor(person.Id, name, Language.Fr, memberships);
    }

    private Guid NextId() => new(++_lastId, 0, 0, new byte[8]);
}
