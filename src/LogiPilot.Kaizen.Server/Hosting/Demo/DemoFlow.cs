namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>What the stock does: stations use parts, tours and stories bring or take them, silent parts are counted now and then.</summary>
internal static class DemoFlow
{
    private static readonly TimeSpan SilentFor = TimeSpan.FromHours(36);
    private static readonly TimeSpan ApartFromTheOther = TimeSpan.FromHours(18);

    /// <summary>How far back use is measured: what a station would have used meanwhile is part of a living plant.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromHours(8);

    /// <summary>
    /// After a stop: stations have used what a living plant uses, and stand as full as it does. So the plant goes on as if it had
    /// never stood still, whether it stopped for an hour or a month.
    /// </summary>
    public static void Recover(DemoShop shop, DateTimeOffset stoppedAt)
    {
        var since = stoppedAt > shop.Now - Measured ? stoppedAt : shop.Now - Measured;
        foreach (var shelf in shop.Shelves.Where(s => !s.Part.Silent))
        {
            var lots = LotsUsed(shelf, since, shop.Now).ToList();
            var fullness = DemoChance.Between(75, 100, $"{shelf.Part.Code}{shelf.Station.Code}") / 100m;
            var left = Math.Floor(shelf.Part.FillsTo * fullness);

            // A balance that comes out as it was would count as not having moved.
            var wanted = (left == shelf.Quantity ? left + shelf.Part.Lot : left) + (lots.Count * shelf.Part.Lot);
            if (shelf.Quantity < wanted)
            {
                shop.Supply(shelf, wanted - shelf.Quantity);
            }
            else
            {
                shop.TakeBack(shelf, shelf.Quantity - wanted);
            }

            lots.ForEach(at => shop.Use(shelf, shelf.Part.Lot, at));
        }
    }

    public static void Step(DemoShop shop, DateTimeOffset since)
    {
        var shortages = DemoStories.Shortages(since, shop.Now).ToList();
        var surpluses = DemoStories.Surpluses(since, shop.Now).ToList();
        foreach (var shelf in shop.Shelves.Where(s => !s.Part.Silent))
        {
            Use(shop, shelf, since);
        }

        foreach (var shortage in shortages)
        {
            Tell(shop, shortage, since);
        }

        foreach (var surplus in surpluses.Where(s => s.StartsAt > since))
        {
            if (FastShelves(shop, surplus.Line) is [var shelf, ..])
            {
                shop.Supply(shelf, (shelf.Part.Maximum * 1.25m) - shelf.Quantity);
            }
        }

        var passedBy = shortages.Where(s => s.SuppliedAt > shop.Now).Select(s => s.Line)
            .Concat(surpluses.Select(s => s.Line)).ToHashSet(StringComparer.Ordinal);
        foreach (var shelf in shop.Shelves.Where(s => !s.Part.Silent && !(s.Part.IsFast && passedBy.Contains(LineOf(shop, s)))))
        {
            Tour(shop, shelf, since);
        }

        CountSilent(shop);
    }

    private static void Use(DemoShop shop, DemoShelf shelf, DateTimeOffset since)
    {
        var lots = LotsUsed(shelf, since, shop.Now).Count();
        if (lots > 0)
        {
            shop.Use(shelf, lots * shelf.Part.Lot);
        }
    }

    private static IEnumerable<DateTimeOffset> LotsUsed(DemoShelf shelf, DateTimeOffset since, DateTimeOffset until)
    {
        var every = TimeSpan.FromMinutes(shelf.Part.EveryMinutes);
        var shift = TimeSpan.FromMinutes(DemoChance.Between(0, shelf.Part.EveryMinutes - 1, $"takt {shelf.Part.Code}{shelf.Station.Code}"));
        return DemoStories.Turns(since - shift, until - shift, every).Select(turn => new DateTimeOffset(turn * every.Ticks, TimeSpan.Zero) + shift);
    }

    private static void Tour(DemoShop shop, DemoShelf shelf, DateTimeOffset since)
    {
        var shift = TimeSpan.FromMinutes(DemoChance.Between(0, 59, $"tour {LineOf(shop, shelf)}"));
        if (DemoStories.Turns(since - shift, shop.Now - shift, shelf.Part.BetweenTours).Any() && shelf.Quantity < shelf.Part.FillsTo)
        {
            shop.Supply(shelf, shelf.Part.FillsTo - shelf.Quantity);
        }
    }

    private static void Tell(DemoShop shop, DemoShortage shortage, DateTimeOffset since)
    {
        var shelves = FastShelves(shop, shortage.Line);
        if (shelves.Count == 0)
        {
            return;
        }

        var shelf = shelves[shortage.Part % shelves.Count];
        if (shortage.SuppliedAt <= shop.Now)
        {
            shop.Supply(shelf, shelf.Part.FillsTo - shelf.Quantity);
        }
        else if (shortage.StartsAt > since)
        {
            var left = shelf.Part.Minimum + shelf.Part.Lot;
            shop.TakeBack(shelf, Math.Max(0, shelf.Quantity - left));
        }
    }

    /// <summary>Silent parts are counted after a day and a half, never two close together: one of them is nearly always unknown.</summary>
    private static void CountSilent(DemoShop shop)
    {
        var silent = shop.Shelves.Where(s => s.Part.Silent).ToList();
        foreach (var shelf in silent)
        {
            var othersWaited = silent.Where(s => s != shelf).All(s => shop.Now - s.Point.HeardAt >= ApartFromTheOther);
            if (shop.Now - shelf.Point.HeardAt >= SilentFor && othersWaited)
            {
                shop.Supply(shelf, Math.Max(shelf.Part.Lot, shelf.Part.FillsTo - shelf.Quantity));
                shop.Use(shelf, shelf.Part.Lot * 2);
                return;
            }
        }
    }

    private static List<DemoShelf> FastShelves(DemoShop shop, string line) =>
        [.. shop.Shelves.Where(s => s.Part.IsFast && LineOf(shop, s) == line)];

    private static string LineOf(DemoShop shop, DemoShelf shelf) => shop.People.Place(shelf.Station.LineId!.Value)!.Code;
}
