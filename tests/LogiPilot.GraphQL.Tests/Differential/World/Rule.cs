using System.Globalization;

namespace LogiPilot.GraphQL.Tests.Differential.World;

/// <summary>
/// What every field answers: a value made of the hash of its parent's seed and its own name. <c>tests/Node/differential.mjs</c> has the same
/// rule, written for the schema instead of for each field.
/// </summary>
internal static class Rule
{
    private static readonly string[] Texts =
        ["", "plain", "two words", "quote \" and \\ slash", "line\nbreak\ttab", "é 推理", "😀👩‍🚀", "</script>", "\u2028\u0001", "null"];

    public static int Hash(int seed, string name)
    {
        unchecked
        {
            var h = ((uint)seed * 0x9E3779B1u) ^ 0x811C9DC5u;
            foreach (var c in name) h = (h ^ c) * 16777619u;
            h ^= h >> 15;
            h *= 0x85EBCA6Bu;
            h ^= h >> 13;
            return (int)(h & 0x3FFFFFFF);
        }
    }

    public static bool IsNull(int h, bool must) => h % (must ? 19 : 7) == 0;

    public static int? Int(int h, bool must = false) => IsNull(h, must) ? null : (h % 2000) - 1000;

    public static double? Float(int h, bool must = false) => IsNull(h, must) ? null : (h % 1000) / 8.0;

    public static bool? Boolean(int h, bool must = false) => IsNull(h, must) ? null : h % 2 == 1;

    public static string? Text(int h, bool must = false) => IsNull(h, must) ? null : Texts[h % Texts.Length];

    public static GraphId Id(int h) => new(string.Create(CultureInfo.InvariantCulture, $"n{h % 100}"));

    public static Color? Color(int h) => IsNull(h, false) ? null : Tint(h);

    // C# has no null for an enum that must not be null, so neither has the other side.
    public static Color Tint(int h) => (Color)(h % 4);

    public static long? Long(int h) => IsNull(h, false) ? null : h * 1_000_003L;

    public static decimal? Decimal(int h) => IsNull(h, false) ? null : (h % 10_000) / 100m;

    public static Guid? Uuid(int h) => IsNull(h, false) ? null : Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{h:x12}"));

    public static DateTimeOffset? Instant(int h) => IsNull(h, false) ? null : DateTimeOffset.FromUnixTimeSeconds(h);

    public static DateOnly? Date(int h) => IsNull(h, false) ? null : DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(h).UtcDateTime);

    public static Even? Even(int h) => IsNull(h, false) ? null : new(h % 1000 * 2);

    public static IReadOnlyList<T>? List<T>(int h, bool must, Func<int, T> item) =>
        IsNull(h, must) ? null : [.. Enumerable.Range(0, h % 4).Select(i => item(Hash(h, i.ToString(CultureInfo.InvariantCulture))))];

    public static async Task<T> Later<T>(int h, Func<T> value)
    {
        if (h % 3 == 0) await Task.Yield();
        if (h % 3 == 1) await Task.Delay(h % 2);
        return value();
    }

    public static IPet? Pet(int h, bool must = false) => IsNull(h, must) ? null : h % 2 == 0 ? new Cat(h) : new Dog(h);

    public static IAnimal? Animal(int h) => (IAnimal?)Pet(h);

    public static INamed? Named(int h, bool must = false) => IsNull(h, must) ? null : (h % 3) switch { 0 => new Cat(h), 1 => new Dog(h), _ => new Person(h) };

    public static IThing? Thing(int h, bool must = false) =>
        IsNull(h, must) ? null : (h % 4) switch { 0 => new Cat(h), 1 => new Dog(h), 2 => new Person(h), _ => new Robot(h) };

    public static INode? Node(int h, bool must = false) => (INode?)Thing(h, must);

    public static ITagged? Tagged(int h) => IsNull(h, false) ? null : h % 2 == 0 ? new Dog(h) : new Person(h);

    public static Dog? Dog(int h, bool must = false) => IsNull(h, must) ? null : new(h);

    public static Cat? Cat(int h, bool must = false) => IsNull(h, must) ? null : new(h);

    public static Person? Person(int h, bool must = false) => IsNull(h, must) ? null : new(h);

    public static Robot? Robot(int h, bool must = false) => IsNull(h, must) ? null : new(h);

    public static Grid? Grid(int h, bool must = false) => IsNull(h, must) ? null : new(h);

    public static Box? Box(int h, bool must = false) => IsNull(h, must) ? null : new(h);
}
