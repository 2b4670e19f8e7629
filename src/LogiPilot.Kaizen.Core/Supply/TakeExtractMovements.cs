using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Books the movements of an extract by the rules of <see cref="RecordMovements"/>; the same ones again are not booked twice.</summary>
internal static class TakeExtractMovements
{
    public static async Task Take(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Extract.Movements is not { } rows)
        {
            return;
        }

        var isSame = await intake.IsSame(Dataset.Movements, rows.Select(r => r.At), rows, holdsAt: false, cancellationToken);
        var entries = isSame ? [] : Resolve(intake, rows);
        if (entries.Count == 0)
        {
            intake.Count(Dataset.Movements, rows.Count, 0, 0);
            return;
        }

        var rule = new MovementRule(
            intake.Places.ToDictionary(p => p.Id), intake.Products.Values.Select(p => p.Id).ToHashSet(), intake.Now);
        foreach (var fault in rule.Faults([.. entries.Select(e => e.Entry)], intake.Plant.Id))
        {
            var index = Convert.ToInt32(fault.Arguments["row"], CultureInfo.InvariantCulture) - 1;
            intake.Refusals.Add(Locate(fault, entries[index].Row));
        }

        var movements = entries.ConvertAll(e => new Movement(
            intake.NewId(), intake.Plant.Id, e.Entry.Kind, e.Entry.ProductId, e.Entry.FromPlaceId, e.Entry.ToPlaceId,
            e.Entry.Quantity, e.Entry.Lot, e.Row.OccurredAt, intake.Now, e.Entry.Document, intake.Actor.PersonId));
        await intake.Book(movements, cancellationToken);
        intake.MovedProductIds.UnionWith(movements.Select(m => m.ProductId));
        intake.Count(Dataset.Movements, rows.Count, 0, 0, movements.Count);
    }

    private static List<(MovementRow Row, MovementEntry Entry)> Resolve(TakeExtractIntake intake, IReadOnlyList<MovementRow> rows)
    {
        var entries = new List<(MovementRow, MovementEntry)>(rows.Count);
        foreach (var row in rows)
        {
            var product = intake.ProductOf(row.At, "product", row.Product);
            var from = row.FromPlace is null ? null : intake.PlaceOf(row.At, "fromPlace", row.FromPlace);
            var to = row.ToPlace is null ? null : intake.PlaceOf(row.At, "toPlace", row.ToPlace);
            if (product is not null && (row.FromPlace is null || from is not null) && (row.ToPlace is null || to is not null))
            {
                entries.Add((row, new MovementEntry(
                    row.Kind, product.Id, from?.Id, to?.Id, row.Quantity, row.Lot, row.OccurredAt, row.Document)));
            }
        }

        return entries;
    }

    /// <summary>The rule's own refusal, at the line and column of the file instead of a place in a list.</summary>
    private static Refusal Locate(Refusal fault, MovementRow row)
    {
        var field = fault.Field!.Split('.')[^1];
        var column = field.EndsWith("Id", StringComparison.Ordinal) ? field[..^2] : field;
        object? value = column switch
        {
            "fromPlace" => row.FromPlace,
            "toPlace" => row.ToPlace,
            "quantity" => row.Quantity,
            "occurredAt" => row.OccurredAt,
            "lot" => row.Lot,
            "document" => row.Document,
            _ => row.Product,
        };
        var located = row.At.Refuse(column, value, "");
        var arguments = new Dictionary<string, object?>(fault.Arguments, StringComparer.Ordinal);
        foreach (var (name, argument) in located.Arguments)
        {
            arguments[name] = argument;
        }

        arguments["row"] = row.At.Line;
        return fault with { Arguments = arguments, Field = located.Field };
    }
}
