using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Tests.Observability;

/// <summary>The activities of one trace: other tests run beside it in the same process.</summary>
internal sealed class Trace : IDisposable
{
    private readonly Activity _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();

    public Trace(params string[] sources)
    {
        _root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        _root.Start();
        _listener = new()
        {
            ShouldListenTo = source => source.Name == GraphQLInstrumentation.ActivitySourceName || sources.Contains(source.Name),
            Sample = (ref options) => options.Parent.TraceId == _root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root.TraceId) _ended.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Root => _root;

    public IReadOnlyList<Activity> Ended => [.. _ended];

    public Activity Single(string name) => _ended.Single(activity => activity.DisplayName == name);

    /// <summary>The names of an activity's children, in the order they began.</summary>
    public string[] Below(Activity parent) =>
        [.. _ended.Where(activity => activity.ParentSpanId == parent.SpanId).OrderBy(activity => activity.StartTimeUtc).Select(activity => activity.DisplayName)];

    public void Dispose()
    {
        _listener.Dispose();
        _root.Dispose();
    }
}

/// <summary>What the meters of one provider measured.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _taken = new();

    public Measured(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GraphQLInstrumentation.MeterName && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public string[] TagsOf(string instrument) => [.. _taken.Where(one => one.Name == instrument).Select(one => one.Tags)];

    public double[] ValuesOf(string instrument) => [.. _taken.Where(one => one.Name == instrument).Select(one => one.Value)];

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = new List<string>();
        foreach (var (name, tag) in tags) said.Add($"{name}={tag}");
        _taken.Enqueue((instrument.Name, value, string.Join(' ', said)));
    }
}

internal sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> Written { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
