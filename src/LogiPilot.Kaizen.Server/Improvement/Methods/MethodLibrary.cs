using System.Reflection;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Methods;

/// <summary>What is wrong in one of the plant's own files.</summary>
public sealed record MethodFileFault(string File, MethodFault Fault)
{
    public string Sentence(Texts texts, Language language) => texts.Of(
        language,
        Fault.Path.Length == 0 ? "methods.file.whole" : "methods.file.fault",
        ("file", File), ("line", Fault.Line), ("path", Fault.Path), ("why", texts.Of(language, "refusals." + Fault.Why.Reason, Fault.Why.Arguments)));
}

/// <summary>
/// The methods that are shipped, and those that the plant wrote into <c>methods/*.json</c> of its data folder, read once at the start. A
/// file with a fault is left out and named; of one code the greatest version is offered.
/// </summary>
public sealed class MethodLibrary : IMethods
{
    public const string Folder = "methods";
    private static readonly string[] ShippedFirst = ["8d", "pdca", "dmaic", "qrqc"];

    private readonly List<MethodDefinition> _methods;
    private readonly List<MethodDefinition> _newest;

    public MethodLibrary(KaizenSettings settings, Texts texts, ILogger<MethodLibrary> log)
    {
        var own = ReadOwn(settings.Data);
        foreach (var fault in own.Faults)
        {
            log.LogWarning("Left out: {Fault}", fault.Sentence(texts, Language.En));
        }

        _methods = [.. Shipped, .. own.Methods];
        _newest = Newest(_methods);
    }

    public static IReadOnlyList<MethodDefinition> Shipped { get; } = [.. ShippedFirst.Select(ReadShipped)];

    public IReadOnlyList<MethodDefinition> Of(string? plantCode) =>
        Newest(_methods.Where(m => m.Plants is null || (plantCode is not null && m.Plants.Contains(plantCode, StringComparer.Ordinal))));

    public MethodDefinition? Find(string code, int? version = null) =>
        version is null ? _newest.Find(m => m.Code == code) : _methods.Find(m => m.Code == code && m.Version == version);

    /// <summary>The plant's own files, and what is wrong with them.</summary>
    /// <param name="plants">The codes of the plants that there are; null: nobody knows.</param>
    public static (IReadOnlyList<MethodDefinition> Methods, IReadOnlyList<MethodFileFault> Faults) ReadOwn(
        string data, IReadOnlyCollection<string>? plants = null)
    {
        var (methods, faults, folder) = (new List<MethodDefinition>(), new List<MethodFileFault>(), Path.Combine(data, Folder));
        foreach (var path in Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : Array.Empty<string>())
        {
            var (file, reading) = ($"{Folder}/{Path.GetFileName(path)}", MethodFile.Read(File.ReadAllBytes(path), plants));
            faults.AddRange(reading.Faults.Select(f => new MethodFileFault(file, f)));
            if (reading.Method is { } method && Shipped.Concat(methods).Any(m => m.Code == method.Code && m.Version == method.Version))
            {
                var taken = Refusal.Invalid("version", "methodVersionTaken", ("code", method.Code), ("version", method.Version));
                faults.Add(new MethodFileFault(file, new MethodFault(1, taken)));
            }
            else if (reading.Method is not null)
            {
                methods.Add(reading.Method);
            }
        }

        return (methods, faults);
    }

    private static List<MethodDefinition> Newest(IEnumerable<MethodDefinition> methods) =>
        [.. methods.GroupBy(m => m.Code, StringComparer.Ordinal).Select(versions => versions.MaxBy(m => m.Version)!)];

    private static MethodDefinition ReadShipped(string name)
    {
        var reading = MethodFile.Read(Embedded(name));
        return reading.Method
            ?? throw new InvalidDataException($"{name}: {string.Join("; ", reading.Faults.Select(f => $"{f.Line} {f.Path} {f.Why.Reason}"))}");
    }

    private static ReadOnlyMemory<byte> Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"methods/{name}.json")
            ?? throw new InvalidDataException($"methods/{name}.json is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

public static class MethodRegistration
{
    public static IServiceCollection AddMethods(this IServiceCollection services) => services.AddSingleton<IMethods, MethodLibrary>();

    /// <summary>What is missing, or that nothing is; in the words of the method's file where it brings its own.</summary>
    public static string Of(this Texts texts, Language language, GateFinding finding) =>
        !finding.Holds && finding.Says is { } own ? own.In(language) : texts.Of(language, finding.Key, finding.Arguments);
}
