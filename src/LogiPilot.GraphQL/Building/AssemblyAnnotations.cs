using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace LogiPilot.GraphQL.Building;

/// <summary>
/// Which members of an assembly have attributes that matter here, and the nullability the compiler wrote. One pass over the table of
/// attributes instead of a reflection call for each member, which is most of what building a schema costs.
/// </summary>
internal sealed class AssemblyAnnotations
{
    private enum Kind
    {
        None,
        Annotation,
        Foreign,
        Any,
        Nullable,
        NullableContext,
    }

    private const ulong AnyName = 1;
    private readonly Dictionary<int, ulong> _annotated = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly HashSet<int> _foreign = [];
    private readonly Dictionary<int, byte[]> _nullable = [];
    private readonly Dictionary<int, byte> _contexts = [];

    /// <summary>Null where an assembly has no metadata in memory, as one that is being emitted.</summary>
    public static unsafe AssemblyAnnotations? Of(Assembly assembly) =>
        !assembly.IsDynamic && assembly.TryGetRawMetadata(out var blob, out var length) ? new(new MetadataReader(blob, length)) : null;

    private AssemblyAnnotations(MetadataReader reader)
    {
        var kinds = new Dictionary<EntityHandle, (Kind, ulong)>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!kinds.TryGetValue(attribute.Constructor, out var known)) kinds[attribute.Constructor] = known = KindOf(reader, attribute.Constructor);
            var (kind, name) = known;
            if (kind == Kind.None) continue;
            var token = MetadataTokens.GetToken(attribute.Parent);
            if (kind is Kind.Annotation or Kind.Any) _annotated[token] = _annotated.GetValueOrDefault(token) | name;
            if (kind is Kind.Foreign or Kind.Any) _foreign.Add(token);
            else if (kind == Kind.Nullable) _nullable[token] = Flags(reader.GetBlobReader(attribute.Value));
            else if (kind == Kind.NullableContext) _contexts[token] = Flags(reader.GetBlobReader(attribute.Value))[0];
        }
    }

    /// <summary>Whether a member may have the attribute of this library or of .NET; generic ones are not told apart.</summary>
    public bool IsAnnotated(int token, string attribute) =>
        _annotated.TryGetValue(token, out var names) && ((names & AnyName) != 0 || (_names.TryGetValue(attribute, out var bit) && (names & (1UL << bit)) != 0));

    /// <summary>Whether a member has an attribute that is neither of this library nor of .NET itself.</summary>
    public bool HasForeign(int token) => _foreign.Contains(token);

    public byte[]? Nullable(int token) => _nullable.GetValueOrDefault(token);

    public byte? NullableContext(int token) => _contexts.TryGetValue(token, out var context) ? context : null;

    // Prolog, then one byte or an array of bytes, then the count of named arguments, which is 0.
    private static byte[] Flags(BlobReader value)
    {
        value.ReadUInt16();
        return value.Length == 5 ? [value.ReadByte()] : value.ReadBytes(value.ReadInt32());
    }

    private (Kind, ulong) KindOf(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        if (type.Kind == HandleKind.TypeSpecification) return (Kind.Any, AnyName);
        var (space, name) = type.Kind == HandleKind.TypeReference
            ? (reader.GetTypeReference((TypeReferenceHandle)type).Namespace, reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : (reader.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, reader.GetTypeDefinition((TypeDefinitionHandle)type).Name);
        var kind = KindOf(reader.StringComparer, space, name);
        return (kind, kind == Kind.Annotation ? NameBit(reader.GetString(name)) : 0);
    }

    // There are not 63 attributes to look for; if there were, the last ones would not be told apart.
    private ulong NameBit(string name)
    {
        if (!_names.TryGetValue(name, out var bit)) _names[name] = bit = Math.Min(_names.Count + 1, 63);
        return 1UL << bit;
    }

    private static Kind KindOf(MetadataStringComparer compare, StringHandle space, StringHandle name)
    {
        if (compare.Equals(space, "LogiPilot.GraphQL")) return Kind.Annotation;
        if (compare.Equals(space, "System")) return compare.Equals(name, nameof(ObsoleteAttribute)) || compare.Equals(name, nameof(FlagsAttribute)) ? Kind.Annotation : Kind.None;
        if (compare.Equals(space, "System.Diagnostics.CodeAnalysis"))
            return compare.StartsWith(name, "MaybeNull") || compare.StartsWith(name, "NotNull") || compare.StartsWith(name, "AllowNull") || compare.StartsWith(name, "DisallowNull")
                ? Kind.Annotation
                : Kind.None;
        if (!compare.Equals(space, "System.Runtime.CompilerServices")) return compare.StartsWith(space, "System.") ? Kind.None : Kind.Foreign;
        return compare.Equals(name, "NullableAttribute") ? Kind.Nullable
            : compare.Equals(name, "NullableContextAttribute") ? Kind.NullableContext
            : Kind.None;
    }
}
