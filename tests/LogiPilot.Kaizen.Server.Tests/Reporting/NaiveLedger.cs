using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace LogiPilot.Kaizen.Server.Tests.Reporting;

internal sealed record RecountedTrial(decimal Threshold, int Transitions, int StockOuts, int Unannounced);

/// <summary>
/// The ledger of one station as it stands in the database file, and the product's rule done by hand on it: how often the alarm of the
/// point would have come and gone with a minimum.
/// </summary>
internal sealed class NaiveLedger
{
    private const decimal SupplyTakesHours = 0.5m;

    private readonly List<(DateTimeOffset At, decimal Change, bool IsUse)> _rows = [];
    private readonly DateTimeOffset _since;
    private readonly decimal _balance;
    private readonly decimal _maximum;
    private readonly decimal _fixedPerHour;

    public NaiveLedger(string folder, JsonElement point, DateTimeOffset since)
    {
        var place = point.GetProperty("place").GetProperty("id").GetGuid();
        (_since, _maximum) = (since, point.GetProperty("maximum").GetDecimal());
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "kaizen.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var rate = database.CreateCommand();
        rate.CommandText = "SELECT fixed_rate_per_hour FROM supply_points WHERE id = $point";
        rate.Parameters.AddWithValue("$point", point.GetProperty("id").GetGuid());
        _fixedPerHour = (long)rate.ExecuteScalar()! / 1000m;
        using var command = database.CreateCommand();
        command.CommandText = "SELECT kind, from_place_id, to_place_id, quantity, occurred_at FROM movements WHERE product_id = $product";
        command.Parameters.AddWithValue("$product", point.GetProperty("product").GetProperty("id").GetGuid());
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var quantity = row.GetInt64(3) / 1000m;
            var change = (Id(row, 2) == place ? quantity : 0) - (Id(row, 1) == place ? quantity : 0);
            _balance += change;
            if (change != 0)
            {
                _rows.Add((DateTimeOffset.UnixEpoch.AddMicroseconds(row.GetInt64(4)), change, row.GetString(0) is "CONSUMPTION" or "ISSUE"));
            }
        }
    }

    public double Days => (_rows.Max(r => r.At) - _rows.Min(r => r.At)).TotalDays;

    public int Bookings => Instants.Count;

    private List<DateTimeOffset> Instants => [.. _rows.Select(r => r.At).Where(at => at >= _since).Distinct().Order()];

    public RecountedTrial Recount(decimal minimum)
    {
        var (rings, ringsSince) = (false, DateTimeOffset.MinValue);
        var (transitions, stockOuts, unannounced, before) = (0, 0, 0, 0m);
        var isCritical = false;
        var wasOut = false;
        foreach (var at in Instants.Prepend(_since))
        {
            var isFirst = at == _since;
            var onHand = Math.Max(0, _balance - _rows.Where(r => isFirst ? r.At >= at : r.At > at).Sum(r => r.Change));
            var used = _rows.Where(r => r.IsUse && r.At <= at && r.At >= at.AddHours(-8)).ToList();
            var perHour = used.Count >= 3 ? -used.Sum(r => r.Change) / 8 : _fixedPerHour;
            if (onHand == 0 && before > 0)
            {
                stockOuts++;
                unannounced += rings && ringsSince <= at.AddMinutes(-30) ? 0 : 1;
            }

            // Used up before supply comes; then until a tenth more than what is used meanwhile (at least one) is there.
            var untilSupply = perHour * SupplyTakesHours;
            isCritical = onHand < untilSupply || ((isCritical || wasOut) && onHand - Math.Clamp((_maximum - untilSupply) / 2, 0, Math.Max(1, untilSupply / 10)) < untilSupply);
            wasOut = onHand <= 0 || (wasOut && onHand < 1);
            var clearsAt = minimum + Math.Clamp((_maximum - minimum) / 2, 0, Math.Max(1, minimum / 10));
            var isLow = onHand <= minimum || (rings && onHand < clearsAt);
            var now = wasOut || isCritical || isLow;
            if (now != rings)
            {
                transitions += isFirst ? 0 : 1;
                (rings, ringsSince) = (now, isFirst ? DateTimeOffset.MinValue : at);
            }

            before = onHand;
        }

        return new(minimum, transitions, stockOuts, unannounced);
    }

    private static Guid? Id(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Guid.Parse(row.GetString(column), CultureInfo.InvariantCulture);
}
