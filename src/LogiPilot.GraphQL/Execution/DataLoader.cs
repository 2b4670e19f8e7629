using System.Runtime.CompilerServices;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL;

/// <summary>Derive from <see cref="BatchDataLoader{TKey,TValue}"/> or <see cref="GroupedDataLoader{TKey,TValue}"/>.</summary>
public abstract class DataLoader
{
    /// <summary>Most keys in one batch.</summary>
    protected virtual int MaxBatchSize => 1_000;

    internal abstract void Attach(ILoaderHost host);

    internal abstract void Dispatch();

    /// <summary>The request is over; nothing it gathered is asked for any more.</summary>
    internal abstract void End();

    /// <summary>
    /// What resolvers hold gathers keys and never loads, so it is made without its constructor: the services a constructor
    /// asks for belong to a batch's scope.
    /// </summary>
    internal static DataLoader Gatherer(Type type, ILoaderHost host)
    {
        var loader = (DataLoader)RuntimeHelpers.GetUninitializedObject(type);
        loader.Attach(host);
        return loader;
    }
}

/// <summary>
/// Loads many keys at once. Derive, take services in the constructor, and take the loader as a parameter of a resolver: the keys
/// of the whole request are gathered, each key is loaded once, each batch in a DI scope of its own.
/// </summary>
public abstract class BatchDataLoader<TKey, TValue> : DataLoader where TKey : notnull
{
    private Gathering<TKey, TValue>? _gathering;

    private Gathering<TKey, TValue> State => _gathering ?? throw new InvalidOperationException(
        $"{GetType().Name} was not made by a request: take it as a parameter of a resolver.");

    /// <summary>The value of a key, or the default (null) where the batch had none.</summary>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return State.Load(key, this);
    }

    /// <summary>The value of a key, or an error with code NOT_FOUND.</summary>
    public Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return State.LoadRequired(key, this);
    }

    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default) =>
        await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken))).ConfigureAwait(false);

    /// <summary>Loads the keys of one batch; keys without a value are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal Task<IReadOnlyDictionary<TKey, TValue>> RunAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
        LoadBatchAsync(keys, cancellationToken);

    internal override void Attach(ILoaderHost host) => _gathering = new(host);

    internal override void Dispatch() => State.Dispatch(GetType(), MaxBatchSize);

    internal override void End() => State.End();
}

/// <summary>Loads lists: a key without values gives an empty list.</summary>
public abstract class GroupedDataLoader<TKey, TValue> : BatchDataLoader<TKey, IReadOnlyList<TValue>> where TKey : notnull
{
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    protected sealed override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var groups = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<TValue>)[.. groups[key]]);
    }
}
