using System.Collections.Concurrent;
using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>Names of enum values as GraphQL, the hub and the text catalogues spell them: <c>StockOut</c> is <c>STOCK_OUT</c>.</summary>
public static class Naming
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Screaming(Enum value) =>
        Known.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()));
}
