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
        Nullable,
        NullableContext,
    }

    private readonly HashSet<int> _annotated = [];
    private readonly Dictionary<int, byte[]> _nullable = [];
    private readonly Dictionary<int, byte> _contexts = [];

    /// <summary>Null where an assembly has no metadata in memory, as one that is being emitted.</summary>
    public static unsafe AssemblyAnnotations? Of(Assembly assembly) =>
        !assembly.IsDynamic && assembly.TryGetRawMetadata(out var blob, out var length) ? new(new MetadataReader(blob, length)) : null;

    private AssemblyAnnotations(MetadataReader reader)
    {
        var kinds = new Dictionary<EntityHandle, Kind>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!kinds.TryGetValue(attribute.Constructor, out var kind)) kinds[attribute.Constructor] = kind = KindOf(reader, attribute.Constructor);
            if (kind == Kind.None) continue;
            var token = MetadataTokens.GetToken(attribute.Parent);
            if (kind == Kind.Annotation) _annotated.Add(token);
            else if (kind == Kind.Nullable) _nullable[token] = Flags(reader.GetBlobReader(attribute.Value));
            else _contexts[token] = Flags(reader.GetBlobReader(attribute.Value))[0];
        }
    }

    public bool IsAnnotated(int token) => _annotated.Contains(token);

    public byte[]? Nullable(int token) => _nullable.GetValueOrDefault(token);

    public byte? NullableContext(int token) => _contexts.TryGetValue(token, out var context) ? context : null;

    // Prolog, then one byte or an array of bytes, then the count of named arguments, which is 0.
    private static byte[] Flags(BlobReader value)
    {
        value.ReadUInt16();
        return value.Length == 5 ? [value.ReadByte()] : value.ReadBytes(value.ReadInt32());
    }

    private static Kind KindOf(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        if (type.Kind == HandleKind.TypeSpecification) return Kind.Annotation;
        var (space, name) = type.Kind == HandleKind.TypeReference
            ? (reader.GetTypeReference((TypeReferenceHandle)type).Namespace, reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : (reader.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, reader.GetTypeDefinition((TypeDefinitionHandle)type).Name);
        var compare = reader.StringComparer;
        if (compare.Equals(space, "LogiPilot.GraphQL")) return Kind.Annotation;
        if (compare.Equals(space, "System")) return compare.Equals(name, nameof(ObsoleteAttribute)) || compare.Equals(name, nameof(FlagsAttribute)) ? Kind.Annotation : Kind.None;
        if (compare.Equals(space, "System.Diagnostics.CodeAnalysis"))
            return compare.StartsWith(name, "MaybeNull") || compare.StartsWith(name, "NotNull") || compare.StartsWith(name, "AllowNull") || compare.StartsWith(name, "DisallowNull")
                ? Kind.Annotation
                : Kind.None;
        if (!compare.Equals(space, "System.Runtime.CompilerServices")) return Kind.None;
        return compare.Equals(name, "NullableAttribute") ? Kind.Nullable
            : compare.Equals(name, "NullableContextAttribute") ? Kind.NullableContext
            : Kind.None;
    }
}
