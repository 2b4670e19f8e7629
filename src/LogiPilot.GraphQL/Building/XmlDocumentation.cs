using System.Reflection;
using System.Xml.Linq;

namespace LogiPilot.GraphQL.Building;

/// <summary>
/// Descriptions from the XML documentation the compiler writes beside an assembly. A file is read when the first description of its
/// assembly is asked for, which a start does not do.
/// </summary>
internal sealed class XmlDocumentation(bool isOn)
{
    private readonly Dictionary<Assembly, Lazy<Dictionary<string, string>>> _files = [];

    /// <summary>The summary of a type, property, method or enum value.</summary>
    public MemberDocumentation? Of(MemberInfo member) => Has(member) ? new(this, member) : null;

    /// <summary>What <c>&lt;param&gt;</c> says of a parameter; for one of a record, also the summary of its property.</summary>
    public MemberDocumentation? Of(ParameterInfo parameter, PropertyInfo? property = null) => Has(parameter.Member) ? new(this, property, parameter) : null;

    public string? Text(MemberInfo? member, ParameterInfo? parameter) =>
        (parameter is null ? null : Parameter(parameter.Member, parameter.Name!, 0)
            ?? (parameter.Member is ConstructorInfo { DeclaringType: { } type } ? Parameter(type, parameter.Name!, 0) : null))
        ?? (member is null ? null : Summary(member, 0));

    // What is written about this library's own types is for who writes servers, not for who reads their schemas.
    private bool Has(MemberInfo member) => isOn && member.Module.Assembly is { IsDynamic: false } assembly && assembly != typeof(XmlDocumentation).Assembly;

    private string? Summary(MemberInfo member, int depth)
    {
        if (Element(member) is { } found)
        {
            if (found.Element("summary") is { } summary && DocumentationText.Of(summary) is { } text) return text;
            if (Inherited(found, member, depth) is { } origin && Summary(origin, depth + 1) is { } inherited) return inherited;
        }
        return member is PropertyInfo { DeclaringType: { } record } && Element(record) is { } whole ? Parameter(whole, member.Name) : null;
    }

    private string? Parameter(MemberInfo member, string name, int depth)
    {
        if (Element(member) is not { } found) return null;
        return Parameter(found, name)
            ?? (Inherited(found, member, depth) is { } origin ? Parameter(origin, name, depth + 1) : null);
    }

    private static string? Parameter(XElement member, string name) =>
        member.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name) is { } found ? DocumentationText.Of(found) : null;

    private static MemberInfo? Inherited(XElement documentation, MemberInfo member, int depth)
    {
        if (depth > 8 || documentation.DescendantsAndSelf("inheritdoc").FirstOrDefault() is not { } inherit) return null;
        return inherit.Attribute("cref")?.Value is { } reference ? DocumentationId.Find(reference, member) : DocumentationId.Overridden(member);
    }

    private XElement? Element(MemberInfo member)
    {
        Lazy<Dictionary<string, string>> file;
        lock (_files)
        {
            var assembly = member.Module.Assembly;
            if (!_files.TryGetValue(assembly, out file!)) _files[assembly] = file = new(() => Read(assembly));
        }
        return file.Value.TryGetValue(DocumentationId.Of(member), out var text) ? XElement.Parse(text, LoadOptions.PreserveWhitespace) : null;
    }

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = assembly.Location.Length > 0
            ? Path.ChangeExtension(assembly.Location, ".xml")
            : Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (!File.Exists(path)) return members;
        const string start = "<member name=\"";
        const string end = "</member>";
        var text = File.ReadAllText(path);
        for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, at, StringComparison.Ordinal))
        {
            var name = at + start.Length;
            var nameEnd = text.IndexOf('"', name);
            var close = nameEnd < 0 ? -1 : text.IndexOf('>', nameEnd);
            if (close < 0) break;
            var last = text[close - 1] == '/' ? close : text.IndexOf(end, close, StringComparison.Ordinal);
            if (last < 0) break;
            if (last > close) members[text[name..nameEnd]] = text[at..(last + end.Length)];
            at = last;
        }
        return members;
    }
}

/// <summary>What is written about a member or a parameter, looked up when first asked for.</summary>
internal sealed class MemberDocumentation(XmlDocumentation files, MemberInfo? member, ParameterInfo? parameter = null)
{
    private volatile bool _isRead;

    public string? Value
    {
        get
        {
            if (_isRead) return field;
            field = files.Text(member, parameter);
            _isRead = true;
            return field;
        }
    }
}
