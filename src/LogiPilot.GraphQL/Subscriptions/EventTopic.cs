namespace LogiPilot.GraphQL;

/// <summary>
/// Hands each event published to all who read at that moment. Publishing never waits: each reader has a queue of its own. One that is full
/// loses its oldest events where <paramref name="gap"/> makes, of how many were lost, the event that says so; without it that reader ends
/// with code SLOW_CONSUMER. Safe for all threads.
/// </summary>
public sealed class EventTopic<T>(int capacity = 256, Func<long, T>? gap = null) : IAsyncEnumerable<T>
{
    private readonly Lock _order = new();
    private readonly HashSet<Reader> _readers = [];
    private bool _isCompleted;
    private Exception? _failure;

    public int ReaderCount
    {
        get
        {
            lock (_order) return _readers.Count;
        }
    }

    /// <summary>Hands the event to all readers; they get events in one order, whoever publishes.</summary>
    public void Publish(T item)
    {
        lock (_order)
            foreach (var reader in _readers)
                if (!reader.Offer(item)) _readers.Remove(reader);
    }

    /// <summary>Ends all readers, now and later, once they have read what is in their queues; with the failure if there is one.</summary>
    public void Complete(Exception? failure = null)
    {
        lock (_order)
        {
            (_isCompleted, _failure) = (true, failure);
            foreach (var reader in _readers) reader.End(failure);
            _readers.Clear();
        }
    }

    /// <summary>Begins to read at once: what is published from now on comes.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = new Reader(this, cancellationToken);
        lock (_order)
        {
            if (_isCompleted) reader.End(_failure);
            else _readers.Add(reader);
        }
        return reader;
    }

    private void Remove(Reader reader)
    {
        lock (_order) _readers.Remove(reader);
    }

    private sealed class Reader(EventTopic<T> topic, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        private readonly Lock _gate = new();
        private readonly Queue<T> _waiting = new();
        private long _lost;
        private bool _isEnded;
        private Exception? _failure;
        private TaskCompletionSource? _wake;

        public T Current { get; private set; } = default!;

        private int Capacity => topic.Capacity;

        /// <summary>False where the reader was too slow and is ended.</summary>
        public bool Offer(T item)
        {
            TaskCompletionSource? wake;
            var taken = true;
            lock (_gate)
            {
                if (_isEnded) return false;
                if (_waiting.Count < Capacity)
                {
                    _waiting.Enqueue(item);
                }
                else if (topic.Gap is null)
                {
                    // Nothing of the queue is kept: a client this slow takes it late, or never.
                    _waiting.Clear();
                    _waiting.TrimExcess();
                    (_isEnded, taken) = (true, false);
                    _failure = new GraphQLException($"More than {Capacity} events waited to be read.", ErrorCodes.SlowConsumer);
                }
                else
                {
                    _waiting.Dequeue();
                    _lost++;
                    _waiting.Enqueue(item);
                }
                (wake, _wake) = (_wake, null);
            }
            wake?.TrySetResult();
            return taken;
        }

        public void End(Exception? failure)
        {
            TaskCompletionSource? wake;
            lock (_gate)
            {
                (_isEnded, _failure) = (true, failure);
                (wake, _wake) = (_wake, null);
            }
            wake?.TrySetResult();
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Task? wait = null;
                long lost;
                lock (_gate)
                {
                    (lost, _lost) = (_lost, 0);
                    if (lost == 0)
                    {
                        if (_waiting.TryDequeue(out var next))
                        {
                            Current = next;
                            return true;
                        }
                        if (_isEnded) return _failure is null ? false : throw _failure;
                        wait = (_wake = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                    }
                }
                if (wait is null)
                {
                    // Outside the lock, for it is not the topic's own code: it may publish.
                    Current = topic.Gap!(lost);
                    return true;
                }
                await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public ValueTask DisposeAsync()
        {
            topic.Remove(this);
            return default;
        }
    }

    private int Capacity { get; } = capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A queue holds at least one event.");

    private Func<long, T>? Gap { get; } = gap;
}
