using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace LogiPilot.GraphQL.Building;

/// <summary>What the table of attributes says of one member: whether it has any that matter here, and the nullability the compiler wrote.</summary>
internal sealed class MemberMarks
{
    /// <summary>Its attributes of this library, and of .NET where they mean something to it.</summary>
    public List<string>? Names;

    /// <summary>Whether it may have any attribute besides those named.</summary>
    public bool HasUnnamed;

    /// <summary>Whether it has one that is neither of this library nor of .NET itself.</summary>
    public bool IsForeign;
    public byte[]? Nullable;
    public byte[]? NullableContext;
    public string? Description;

    /// <summary>The attributes themselves, once somebody asked for one that is there.</summary>
    public object[]? Attributes;

    public bool MayHave(string attribute) => HasUnnamed || (Names is not null && Names.Contains(attribute));
}

/// <summary>
/// The attributes of an assembly as its metadata has them. Most members have none that matter, which a reflection call for each would
/// take most of the time of building a schema to find out.
/// </summary>
internal sealed class AssemblyAnnotations
{
    private enum Kind
    {
        None,
        Annotation,
        Foreign,
        Generic,
        Nullable,
        NullableContext,
    }

    private readonly MetadataReader? _reader;

    // Of objects by whole numbers only: the runtime has that compiled ahead, and would compile any other dictionary at start.
    private readonly Dictionary<int, MemberMarks?> _marks = [];
    private readonly Dictionary<int, Constructor> _constructors = [];

    // An assembly that is being emitted has no metadata in memory.
    public unsafe AssemblyAnnotations(Assembly assembly) =>
        _reader = !assembly.IsDynamic && assembly.TryGetRawMetadata(out var blob, out var length) ? new(blob, length) : null;

    /// <summary>Null where a member has nothing that matters.</summary>
    public MemberMarks? Of(int token, ICustomAttributeProvider provider)
    {
        if (_marks.TryGetValue(token, out var known)) return known;
        // A returned value that nothing is said of has no row in the tables.
        var marks = (token & 0xFFFFFF) == 0 ? null : _reader is null ? Emitted(provider) : Read(_reader, MetadataTokens.EntityHandle(token));
        _marks[token] = marks;
        return marks;
    }

    private MemberMarks? Read(MetadataReader reader, EntityHandle member)
    {
        MemberMarks? marks = null;
        foreach (var handle in reader.GetCustomAttributes(member))
        {
            var attribute = reader.GetCustomAttribute(handle);
            var token = MetadataTokens.GetToken(attribute.Constructor);
            if (!_constructors.TryGetValue(token, out var called)) _constructors[token] = called = Called(reader, attribute.Constructor);
            if (called.Kind == Kind.None) continue;
            marks ??= new();
            if (called.Kind == Kind.Annotation)
            {
                (marks.Names ??= []).Add(called.Name);
                if (called.Name == nameof(GraphQLDescriptionAttribute)) marks.Description = Text(reader.GetBlobReader(attribute.Value));
            }
            if (called.Kind == Kind.Generic) marks.HasUnnamed = true;
            else if (called.Kind == Kind.Foreign) marks.IsForeign = true;
            else if (called.Kind == Kind.Nullable) marks.Nullable = Flags(reader.GetBlobReader(attribute.Value));
            else if (called.Kind == Kind.NullableContext) marks.NullableContext = Flags(reader.GetBlobReader(attribute.Value));
        }
        return marks;
    }

    // Introspection alone has so many that making the attributes takes its time.
    private static string? Text(BlobReader value)
    {
        value.ReadUInt16();
        return value.ReadSerializedString();
    }

    // Prolog, then one byte or an array of bytes, then the count of named arguments, which is 0.
    private static byte[] Flags(BlobReader value)
    {
        value.ReadUInt16();
        return value.Length == 5 ? [value.ReadByte()] : value.ReadBytes(value.ReadInt32());
    }

    private static Constructor Called(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        var isGeneric = type.Kind == HandleKind.TypeSpecification;
        if (isGeneric) type = Definition(reader, (TypeSpecificationHandle)type);
        var called = Of(reader, type);
        // Generic ones derive from those that are asked for.
        return isGeneric && called.Kind == Kind.Annotation ? new(Kind.Generic, "") : called;
    }

    // A generic instance is written as that, then as a class, then its definition, then its arguments.
    private static EntityHandle Definition(MetadataReader reader, TypeSpecificationHandle type)
    {
        var signature = reader.GetBlobReader(reader.GetTypeSpecification(type).Signature);
        signature.ReadCompressedInteger();
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle();
    }

    private static Constructor Of(MetadataReader reader, EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeReference)
        {
            var named = reader.GetTypeReference((TypeReferenceHandle)type);
            return Of(reader, named.Namespace, named.Name);
        }
        var defined = reader.GetTypeDefinition((TypeDefinitionHandle)type);
        return Of(reader, defined.Namespace, defined.Name);
    }

    private static Constructor Of(MetadataReader reader, StringHandle space, StringHandle name)
    {
        var kind = KindOf(reader.StringComparer, space, name);
        return new(kind, kind == Kind.Annotation ? reader.GetString(name) : "");
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

    private static MemberMarks Emitted(ICustomAttributeProvider provider)
    {
        var marks = new MemberMarks { HasUnnamed = true, IsForeign = true };
        foreach (var one in provider is MemberInfo member ? member.GetCustomAttributesData() : ((ParameterInfo)provider).GetCustomAttributesData())
        {
            if (one.AttributeType.Name == "NullableAttribute") marks.Nullable = Flags(one.ConstructorArguments[0].Value);
            else if (one.AttributeType.Name == "NullableContextAttribute") marks.NullableContext = Flags(one.ConstructorArguments[0].Value);
        }
        return marks;
    }

    private static byte[]? Flags(object? written) => written switch
    {
        byte one => [one],
        IReadOnlyList<CustomAttributeTypedArgument> all => [.. all.Select(one => (byte)one.Value!)],
        _ => null,
    };

    private sealed class Constructor(Kind kind, string name)
    {
        public readonly Kind Kind = kind;
        public readonly string Name = name;
    }
}
