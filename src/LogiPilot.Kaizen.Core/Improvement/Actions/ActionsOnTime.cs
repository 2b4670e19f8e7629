namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// Actions on time, by their <b>original</b> date ("Indicators" in the product's description): of those whose original date lies in a period
/// and is past, those done by that date and verified since. Cancelled by that date they are left out, cancelled after it they are late.
/// </summary>
/// <param name="Due">Whose original date is past.</param>
/// <param name="Awaiting">Done by the date, and nobody has verified them yet: not on time until somebody does.</param>
/// <param name="Slips">How often their dates moved, in all.</param>
public sealed record ActionsOnTime(int Due, int OnTime, int Awaiting, int Slips)
{
    /// <summary>Between 0 and 1; null where nothing was due.</summary>
    public decimal? Rate => Due == 0 ? null : (decimal)OnTime / Due;

    public decimal? SlipsPerAction => Due == 0 ? null : (decimal)Slips / Due;

    /// <param name="from">First day of the period, of the plant; <paramref name="to"/>: its last.</param>
    public static ActionsOnTime Of(IEnumerable<ImprovementAction> actions, DateOnly from, DateOnly to, DateOnly today)
    {
        var due = actions
            .Where(a => a.OriginalDueOn >= from && a.OriginalDueOn <= to && a.OriginalDueOn < today
                && !(a.CancelledOn is { } cancelled && cancelled <= a.OriginalDueOn))
            .ToList();
        return new(
            due.Count, due.Count(a => a.State == ActionState.Verified && IsInTime(a)), due.Count(a => a.State == ActionState.Done && IsInTime(a)),
            due.Sum(a => a.Slips));
    }

    private static bool IsInTime(ImprovementAction action) => action.DoneOn <= action.OriginalDueOn;
}
