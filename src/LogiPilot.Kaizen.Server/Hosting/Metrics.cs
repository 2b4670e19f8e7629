using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using LogiPilot.GraphQL;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// Answers <c>/metrics</c> in the OpenMetrics text format with what the meters of the product, of GraphQL, of ASP.NET Core, of Kestrel
/// and of the runtime measure. Histograms have the buckets their instruments advise, else those recommended for durations in seconds.
/// </summary>
public sealed class Metrics : IDisposable
{
    public const string ContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static readonly string[] Meters =
        [KaizenMeter.Name, GraphQLInstrumentation.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime"];

    private static readonly double[] Buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<Instrument, Family> _families = new();
    private readonly MeterListener _listener = new();

    public Metrics(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Meters of this server, or of the process: not of another server in the same process.
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal) && (instrument.Meter.Scope is null || instrument.Meter.Scope == factory))
            {
                _families[instrument] = new(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<float>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((i, value, tags, _) => Record(i, (double)value, tags));
        _listener.Start();
    }

    /// <summary>Everything measured up to now.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _families.Values.OrderBy(f => f.Name, StringComparer.Ordinal).DistinctBy(f => f.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.Append("# EOF\n").ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_families.TryGetValue(instrument, out var family))
        {
            family.Record(value, tags);
        }
    }

    private sealed class Series
    {
        public readonly Lock Gate = new();
        public long[] Counts = [];
        public double Value;
        public long Count;
    }

    private sealed class Family
    {
        private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
        private readonly string _kind;
        private readonly bool _adds;
        private readonly double[] _buckets;
        private readonly string? _help;

        public Family(Instrument instrument)
        {
            var type = instrument.GetType().Name;
            _kind = type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
                : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
                : "gauge";
            _adds = !instrument.IsObservable && !type.StartsWith("Gauge", StringComparison.Ordinal);
            _help = instrument.Description;
            _buckets = instrument switch
            {
                Histogram<double> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised],
                Histogram<int> { Advice.HistogramBucketBoundaries: { } advised } => [.. advised.Select(bound => (double)bound)],
                _ => Buckets,
            };
            var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
            Name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) + unit;
        }

        public string Name { get; }

        public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var series = _series.GetOrAdd(Labels(tags), static (_, buckets) => new() { Counts = new long[buckets.Length + 1] }, _buckets);
            lock (series.Gate)
            {
                series.Value = _adds ? series.Value + value : value;
                series.Count++;
                if (_kind == "histogram")
                {
                    var bucket = Array.FindIndex(_buckets, b => value <= b);
                    series.Counts[bucket < 0 ? _buckets.Length : bucket]++;
                }
            }
        }

        public void Write(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {Name} {_kind}\n");
            if (!string.IsNullOrEmpty(_help))
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {Escape(_help)}\n");
            }

            foreach (var (labels, series) in _series.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                lock (series.Gate)
                {
                    WriteSeries(text, labels, series);
                }
            }
        }

        private void WriteSeries(StringBuilder text, string labels, Series series)
        {
            var braced = labels.Length > 0 ? "{" + labels + "}" : "";
            if (_kind != "histogram")
            {
                text.Append(CultureInfo.InvariantCulture, $"{Name}{(_kind == "counter" ? "_total" : "")}{braced} {series.Value}\n");
                return;
            }

            var comma = labels.Length > 0 ? "," : "";
            var sum = 0L;
            for (var i = 0; i <= _buckets.Length; i++)
            {
                sum += series.Counts[i];
                var le = i < _buckets.Length ? _buckets[i].ToString("0.0##", CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{labels}{comma}le=\"{le}\"}} {sum}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{Name}_count{braced} {series.Count}\n{Name}_sum{braced} {series.Value}\n");
        }

        private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.IsEmpty)
            {
                return "";
            }

            var labels = new List<string>(tags.Length);
            foreach (var (name, value) in tags)
            {
                var key = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
                labels.Add($"{key}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
            }

            return string.Join(',', labels);
        }

        private static string Escape(string text) =>
            text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal);
    }
}
