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
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    // Of objects by whole numbers only: the runtime has that compiled ahead, and would compile any other dictionary at start.
    private readonly Dictionary<int, Marks> _marks = [];

    /// <summary>Null where an assembly has no metadata in memory, as one that is being emitted.</summary>
    public static unsafe AssemblyAnnotations? Of(Assembly assembly) =>
        !assembly.IsDynamic && assembly.TryGetRawMetadata(out var blob, out var length) ? new(new MetadataReader(blob, length)) : null;

    private AssemblyAnnotations(MetadataReader reader)
    {
        var known = new Dictionary<int, Constructor>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            var token = MetadataTokens.GetToken(attribute.Constructor);
            if (!known.TryGetValue(token, out var called)) known[token] = called = Of(reader, attribute.Constructor);
            if (called.Kind == Kind.None) continue;
            var marks = MarksOf(MetadataTokens.GetToken(attribute.Parent));
            if (called.Kind is Kind.Annotation or Kind.Any) marks.Names |= called.Name;
            if (called.Kind is Kind.Foreign or Kind.Any) marks.IsForeign = true;
            else if (called.Kind == Kind.Nullable) marks.Nullable = Flags(reader.GetBlobReader(attribute.Value));
            else if (called.Kind == Kind.NullableContext) marks.NullableContext = Flags(reader.GetBlobReader(attribute.Value))[0];
        }
    }

    /// <summary>Whether a member may have the attribute of this library or of .NET; generic ones are not told apart.</summary>
    public bool IsAnnotated(int token, string attribute) =>
        _marks.TryGetValue(token, out var marks)
        && ((marks.Names & AnyName) != 0 || (_names.TryGetValue(attribute, out var bit) && (marks.Names & (1UL << bit)) != 0));

    /// <summary>Whether a member has an attribute that is neither of this library nor of .NET itself.</summary>
    public bool HasForeign(int token) => _marks.TryGetValue(token, out var marks) && marks.IsForeign;

    public byte[]? Nullable(int token) => _marks.TryGetValue(token, out var marks) ? marks.Nullable : null;

    public byte? NullableContext(int token) => _marks.TryGetValue(token, out var marks) ? marks.NullableContext : null;

    private Marks MarksOf(int token)
    {
        if (!_marks.TryGetValue(token, out var marks)) _marks[token] = marks = new();
        return marks;
    }

    // Prolog, then one byte or an array of bytes, then the count of named arguments, which is 0.
    private static byte[] Flags(BlobReader value)
    {
        value.ReadUInt16();
        return value.Length == 5 ? [value.ReadByte()] : value.ReadBytes(value.ReadInt32());
    }

    private Constructor Of(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        if (type.Kind == HandleKind.TypeSpecification) return new(Kind.Any, AnyName);
        var (space, name) = type.Kind == HandleKind.TypeReference
            ? (reader.GetTypeReference((TypeReferenceHandle)type).Namespace, reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : (reader.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, reader.GetTypeDefinition((TypeDefinitionHandle)type).Name);
        var kind = KindOf(reader.StringComparer, space, name);
        return new(kind, kind == Kind.Annotation ? NameBit(reader.GetString(name)) : 0);
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

    private sealed record Constructor(Kind Kind, ulong Name);

    private sealed class Marks
    {
        public ulong Names;
        public bool IsForeign;
        public byte[]? Nullable;
        public byte? NullableContext;
    }
}
