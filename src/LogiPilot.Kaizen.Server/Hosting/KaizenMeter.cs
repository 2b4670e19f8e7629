using System.Diagnostics.Metrics;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>The server's own measures, beside those of the runtime and of Kestrel.</summary>
public sealed class KaizenMeter : IDisposable
{
    public const string Name = "LogiPilot.Kaizen";

    private readonly Meter _meter;
    private readonly Histogram<double> _useCases;

    public KaizenMeter(IMeterFactory factory)
    {
        _meter = factory.Create(Name);
        _useCases = _meter.CreateHistogram<double>("kaizen.use_case.duration", "s", "Duration of use cases, by name and outcome");
    }

    public Meter Meter => _meter;

    public void UseCase(string name, string outcome, TimeSpan took) =>
        _useCases.Record(took.TotalSeconds, new("use_case", name), new("outcome", outcome));

    public void Dispose() => _meter.Dispose();
}
