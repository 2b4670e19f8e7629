using System.Threading.Tasks.Sources;

namespace LogiPilot.GraphQL.Execution;

/// <summary>What arrives from other threads, and the one flow of control that takes it up or waits for it.</summary>
internal sealed partial class OperationRun : IValueTaskSource
{
    private readonly Lock _gate = new();
    private ManualResetValueTaskSourceCore<bool> _wake;
    private bool _isWaiting;
    private int _outstanding;

    public void Schedule(DataLoader loader)
    {
        lock (_gate)
        {
            if (_work is null) return;
            _work.WaitingLoaders.Add(loader);
            if (!StopWaiting()) return;
        }
        Wake(atOnce: false);
    }

    public void Loading(Type loader, int keys) => watch?.Batch(loader, keys);

    // Nothing of the batch is left to do on the thread that brings it, so the run may go on there.
    public void Post(LoadedBatch batch)
    {
        // Where nobody waits any more, its tasks are completed where it ends.
        if (!Enqueue(batch, atOnce: true)) batch.Complete();
    }

    public void Arrived(Hole hole) => Enqueue(hole, atOnce: false);

    /// <summary>False where the run is over.</summary>
    private bool Enqueue(object work, bool atOnce)
    {
        lock (_gate)
        {
            if (_work is null) return false;
            _work.Ready.Enqueue(work);
            if (!StopWaiting()) return true;
        }
        Wake(atOnce);
        return true;
    }

    private async ValueTask DrainAsync()
    {
        var token = CancellationToken;
        await using var registration = token.UnsafeRegister(static run => ((OperationRun)run!).Cancel(), this).ConfigureAwait(false);
        while (Turn(dropResults: false))
        {
            if (token.IsCancellationRequested && StopWaiting()) token.ThrowIfCancellationRequested();
            await new ValueTask(this, _wake.Version).ConfigureAwait(false);
        }
    }

    /// <summary>Does what is ready: holes whose result arrived and batches, else the loaders to dispatch. True: there is more to wait for.</summary>
    private bool Turn(bool dropResults)
    {
        while (true)
        {
            object? work;
            DataLoader[]? loaders = null;
            lock (_gate)
            {
                if (!Work.Ready.TryDequeue(out work))
                {
                    if (_outstanding == 0) return false;
                    if (Work.WaitingLoaders.Count == 0)
                    {
                        _wake.Reset();
                        return _isWaiting = true;
                    }
                    loaders = [.. Work.WaitingLoaders];
                    Work.WaitingLoaders.Clear();
                }
            }
            if (loaders is not null) Array.ForEach(loaders, loader => loader.Dispatch());
            else if (work is LoadedBatch batch) batch.Complete();
            else Arrive((Hole)work!, dropResults);
        }
    }

    private void Arrive(Hole hole, bool isDropped)
    {
        _outstanding--;
        if (isDropped)
        {
            hole.Drop();
            return;
        }
        watch?.Took(hole.Plan, hole.Since, hole.ArrivedAt, PathOf(hole));
        if (hole.IsDead || _rootIsNull) LogLost(hole);
        else Complete(hole);
    }

    private void Cancel()
    {
        if (StopWaiting()) Wake(atOnce: false);
    }

    /// <summary>True for the one who has to end the waiting.</summary>
    private bool StopWaiting()
    {
        lock (_gate)
        {
            var isWaiting = _isWaiting;
            _isWaiting = false;
            return isWaiting;
        }
    }

    private void Wake(bool atOnce)
    {
        _wake.RunContinuationsAsynchronously = !atOnce;
        _wake.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _wake.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wake.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wake.OnCompleted(continuation, state, token, flags);
}
