using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>Writes the demo plant down: places, people, parts with their points, suppliers, its past, in one transaction.</summary>
internal sealed class DemoLoading(
    DemoPlan plan, IReadOnlyList<DemoStory> stories, IUnitOfWork unitOfWork, IOrganisationStore organisation, ICalendarStore calendars, ISupplyStore supply, IAlertStore alerts, IChangeLog changeLog,
    TimeProvider clock)
{
    private const int DaysOfDeliveries = 90;

    private readonly DateTimeOffset _now = clock.GetUtcNow();

    private SupplyPoint? _chattering;

    public Task<Outcome<Made>> Load(DateTimeOffset seenFirst, CancellationToken cancellationToken) => unitOfWork.Apply<Outcome<Made>>(
        async () =>
        {
            var plant = Plant.Create(Id(plan.Plant.Code), plan.Plant.Code, plan.Plant.Name, plan.Plant.TimeZone, Language.Fr);
            organisation.Add(plant);
            var places = AddPlaces(plant.Id);
            var people = AddPeople(plant.Id, places);
            plant.FallBackOn([.. people.Where(p => p.Memberships[0].Role is Role.Manager or Role.Admin).Select(p => p.Id)]);
            organisation.Save(plant);
            AddTeams(plant.Id);
            AddParts(plant.Id, places);
            AddPastDeliveries(plant.Id);
            changeLog.Append(new OrganisationChanged(plant.Id, plant.Id, "plant"), Actor.System, _now);
            var chatter = AddChatter(places);
            await new DemoHistory(plan, new OrganisationPicture([plant], [.. places.Values], people), alerts, changeLog)
                .Write(chatter, [.. stories.SelectMany(s => s.Alerts)], _now, seenFirst, cancellationToken);
            return (Made)plant.Id;
        },
        cancellationToken);

    private Guid Id(string name) => DemoIds.Of(plan, name);

    private Dictionary<string, Place> AddPlaces(Guid plantId)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (area, rank) in plan.Areas.Select((a, i) => (a, i)))
        {
            Add(PlaceKind.Area, "area " + area.Code, area.Code, area.Name, null, null, rank);
        }

        foreach (var (line, rank) in plan.Lines.Select((l, i) => (l, i)))
        {
            var area = places["area " + line.Area].Id;
            var lineId = Add(PlaceKind.Line, line.Code, line.Code, line.Name, area, null, rank).Id;
            for (var number = (rank * DemoPlan.StationsOfLine) + 1; number <= (rank + 1) * DemoPlan.StationsOfLine; number++)
            {
                var code = FormattableString.Invariant($"P{number:00}");
                Add(PlaceKind.Station, code, code, FormattableString.Invariant($"Poste {number:00}"), area, lineId, number);
            }
        }

        foreach (var (location, rank) in plan.Locations.Select((l, i) => (l, i)))
        {
            Add(PlaceKind.Location, location.Code, location.Code, location.Name, places["area " + plan.Areas[^1].Code].Id, null, rank);
        }

        return places;

        Place Add(PlaceKind kind, string key, string code, string name, Guid? areaId, Guid? lineId, int rank)
        {
            var place = Place.Create(Id(key), plantId, kind, code, name, kind == PlaceKind.Area ? "A-" + code : code, areaId, lineId, rank);
            organisation.Add(place);
            return places[key] = place;
        }
    }

    private List<Person> AddPeople(Guid plantId, Dictionary<string, Place> places)
    {
        var people = plan.People.Select(person => Person.Create(
            Id(person.Name), PersonKind.Human, person.Name, person.Account, null, Language.Fr,
            [new Membership(plantId, person.Role, [.. (person.Areas ?? []).Select(a => places["area " + a].Id)], person.Service)])).ToList();
        people.ForEach(organisation.Add);
        return people;
    }

    /// <summary>Three teams take turns around the clock, one helps out on every shift, one is there by day.</summary>
    private void AddTeams(Guid plantId)
    {
        calendars.Add(PlantCalendar.Create(Id("calendar"), plantId, null, plan.Shifts, plan.Closings));
        foreach (var team in plan.Teams)
        {
            calendars.Add(Team.Create(
                Id("team " + team.Code), plantId,
                new TeamFacts(team.Code, team.Name, [], [.. team.Members.Select(Id)], DemoPlan.FirstMonday, team.Rotation)));
        }
    }

    private void AddParts(Guid plantId, Dictionary<string, Place> places)
    {
        foreach (var supplier in plan.Suppliers)
        {
            supply.Add(Supplier.Create(Id("supplier " + supplier.Code), supplier.Code, supplier.Name, isActive: true));
        }

        foreach (var part in plan.Parts)
        {
            var productId = Id(part.Code);
            supply.Add(Product.Create(productId, part.Code, part.Name, part.Unit));
            var supplier = plan.Suppliers.First(s => s.Code == part.Supplier);
            supply.Put(new Source(Id("source " + part.Code), productId, Id("supplier " + part.Supplier), supplier.LeadTimeDays, IsActive: true));
            supply.Add(SupplyPoint.Create(
                Id("stores " + part.Code), plantId, productId, null,
                new SupplyLimits(ReorderPoint: part.ReorderPoint, SafetyStock: part.SafetyStock), _now));
            foreach (var station in part.Stations)
            {
                var point = SupplyPoint.Create(
                    Id($"{part.Code} {station}"), plantId, productId, places[station],
                    new SupplyLimits(Minimum: part.Minimum, Maximum: part.Maximum, FixedRatePerHour: part.Silent ? null : part.PerHour, PackageQuantity: part.Lot), _now);
                if (part.Code == plan.Chatter.Part)
                {
                    _chattering = point;
                }
                else
                {
                    supply.Add(point);
                }
            }
        }
    }

    private DemoChatter AddChatter(Dictionary<string, Place> places)
    {
        var part = plan.Parts.First(p => p.Code == plan.Chatter.Part);
        var chatter = new DemoChatter(plan, _chattering!, places[DemoShop.StoresOf(part)].Id, _now);
        supply.Add(_chattering!);
        chatter.Write(supply);
        return chatter;
    }

    private void AddPastDeliveries(Guid plantId)
    {
        foreach (var supplier in plan.Suppliers)
        {
            var parts = plan.Parts.Where(p => p.Supplier == supplier.Code).ToList();
            for (var day = DaysOfDeliveries; day > 1; day -= DemoChance.Between(2, 4, $"{supplier.Code} {day}"))
            {
                var dueAt = _now.AddDays(-day).AddMinutes(DemoChance.Between(0, 600, $"due {supplier.Code} {day}"));
                var number = FormattableString.Invariant($"CF{dueAt:yyMMdd}-{supplier.Code}");
                for (var line = 1; line <= DemoChance.Between(2, 4, number); line++)
                {
                    AddPastDelivery(plantId, supplier, DemoChance.Of(parts, $"{number} {line}"), number, line, dueAt);
                }
            }
        }
    }

    private void AddPastDelivery(Guid plantId, DemoSupplier supplier, DemoPart part, string number, int line, DateTimeOffset dueAt)
    {
        var name = $"{number} {line}";
        var ordered = part.Lot * DemoChance.Between(10, 60, name);
        var received = DemoChance.OneIn(12, $"short {name}") ? ordered - part.Lot : ordered;
        var rejected = DemoChance.OneIn(15, $"rejects {name}") ? Math.Floor(received / 20) : 0;
        var receivedAt = dueAt.AddMinutes(DemoChance.OneIn(8, $"late {number}") ? DemoChance.Between(120, 1500, number) : -30);
        var delivery = Delivery.Create(Id($"delivery {name}"), plantId, number, FormattableString.Invariant($"{line * 10}"));
        delivery.Revise(
            new DeliveryFacts(
                Id("supplier " + supplier.Code), Id(part.Code), ordered, received, rejected, received - rejected, dueAt, receivedAt.AddHours(-20),
                receivedAt, IsComplete: true, IsCancelled: false),
            _now);
        supply.Add(delivery);
    }
}
