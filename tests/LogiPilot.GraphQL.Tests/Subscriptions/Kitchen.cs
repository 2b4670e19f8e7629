using System.Runtime.CompilerServices;
using LogiPilot.GraphQL.Tests.Sample;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>What the subscriptions of these tests read from, and what they leave a trace in.</summary>
public sealed class Kitchen
{
    public EventTopic<Dish> Dishes { get; } = new(capacity: 256);

    public List<string> Trace { get; } = [];

    public bool IsClosed { get; set; }

    public void Note(string line)
    {
        lock (Trace) Trace.Add(line);
    }

    public async Task Until(Func<Kitchen, bool> holds)
    {
        for (var i = 0; i < 2_000 && !holds(this); i++) await Task.Delay(10);
        if (!holds(this)) throw new TimeoutException(string.Join('\n', Trace));
    }

    public bool HasNoted(string line)
    {
        lock (Trace) return Trace.Contains(line);
    }
}

public sealed class Portion(Kitchen kitchen) : IDisposable
{
    public void Dispose() => kitchen.Note("scope ended");
}

public sealed record Dish(int Number, string Name, Guid CookId)
{
    public Task<Author?> GetCookAsync(AuthorById authors) => authors.LoadAsync(CookId);

    public string? GetFailing() => throw new GraphQLException("Burnt.", "BURNT");

    public async Task<int?> GetSlowAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return null;
    }
}

[QueryType]
public static class KitchenQueries
{
    public static string Menu => "soup";

    public static string Broken() => throw new GraphQLException("No menu.", "NO_MENU");
}

[MutationType]
public static class KitchenMutations
{
    [Payload("number")]
    public static int Cook(int number, Kitchen kitchen)
    {
        kitchen.Dishes.Publish(new(number, "ordered", Library.Ursula));
        return number;
    }
}

[SubscriptionType]
public static class KitchenSubscriptions
{
    public static IAsyncEnumerable<Dish> OnDish(Kitchen kitchen) => kitchen.Dishes;

    public static async IAsyncEnumerable<int> CountAsync(Kitchen kitchen, Portion portion, int to = 3, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portion);
        try
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                yield return i;
            }
            if (to > 100) await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            kitchen.Note("count ended");
        }
    }

#pragma warning disable CS8425 // Without [EnumeratorCancellation] the token works as well.
    public static async IAsyncEnumerable<int> Endless(Kitchen kitchen, CancellationToken cancellationToken)
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            kitchen.Note("endless ended");
        }
    }
#pragma warning restore CS8425

    public static async IAsyncEnumerable<Dish?> Menu()
    {
        await Task.Yield();
        yield return new(1, "soup", Library.Ursula);
        yield return null;
        yield return new(2, "stew", Library.Agatha);
    }

    public static async IAsyncEnumerable<int> Breaks(bool known)
    {
        await Task.Yield();
        yield return 1;
        throw known ? new GraphQLException("Out of gas.", "GAS") : new InvalidOperationException("the password is 1234");
    }

    public static async Task<IAsyncEnumerable<string>> LaterAsync(string word, ResolverContext context)
    {
        await Task.Yield();
        return word == "no" ? throw new GraphQLException("Not this word.", "WORD") : AsyncEnumerable.Repeat(word + context.User.Identity?.Name, 2);
    }

    public static async IAsyncEnumerable<int> Guarded()
    {
        for (var i = 0; ; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>Looks at no token.</summary>
    public static async IAsyncEnumerable<int> Stubborn(Kitchen kitchen)
    {
        yield return 1;
        await kitchen.Until(k => k.IsClosed);
        kitchen.Note("stubborn came back");
    }

    public static ValueTask<IAsyncEnumerable<int>> Never(CancellationToken cancellationToken) => new(WaitAsync(cancellationToken));

    private static async Task<IAsyncEnumerable<int>> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return AsyncEnumerable.Empty<int>();
    }
}
