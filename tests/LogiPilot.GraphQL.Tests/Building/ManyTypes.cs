using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>
/// An assembly of 300 types as a product has them: records with values, lists and others of them, resolvers with arguments and
/// services beside them, enums, inputs, and nullability where the compiler writes it.
/// </summary>
internal static class ManyTypes
{
    private const MethodAttributes Getter = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;

    public static string Save()
    {
        var built = new PersistedAssemblyBuilder(new("ManyTypes"), typeof(object).Assembly);
        var module = built.DefineDynamicModule("ManyTypes");
        var query = Static(module, "ManyQueries");
        query.SetCustomAttribute(Attribute(typeof(QueryTypeAttribute)));
        Type? before = null;
        for (var i = 0; i < 50; i++)
        {
            var kind = Kind(module, i);
            var filter = Input(module, i, kind);
            for (var k = 0; k < 4; k++)
            {
                before = Record(module, $"Made{i}x{k}", kind, before);
                var node = Static(module, $"Made{i}x{k}Node");
                node.SetCustomAttribute(Attribute(typeof(ObjectTypeAttribute<>).MakeGenericType(before)));
                Method(node, "GetOther", before, [(before, "parent", true), (typeof(CancellationToken), "cancellationToken", false)]);
                Method(node, "GetCountAsync", typeof(Task<int>), [(before, "parent", true), (typeof(int?), "atMost", false), (kind, "kind", false)]);
                node.CreateType();
                Method(query, $"GetMade{i}x{k}", before, [(typeof(Guid), "id", false), (filter, "filter", false)]);
            }
        }
        query.CreateType();
        var file = Path.Combine(AppContext.BaseDirectory, "ManyTypes.dll");
        built.Save(file);
        return file;
    }

    private static TypeBuilder Static(ModuleBuilder module, string name) =>
        module.DefineType(name, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);

    private static Type Kind(ModuleBuilder module, int i)
    {
        var kind = module.DefineEnum($"Kind{i}", TypeAttributes.Public, typeof(int));
        for (var v = 0; v < 6; v++) kind.DefineLiteral($"ValueOf{v}", v);
        return kind.CreateType();
    }

    private static Type Input(ModuleBuilder module, int i, Type kind)
    {
        var filter = module.DefineType($"Filter{i}", TypeAttributes.Public);
        NonNull(filter);
        var constructor = filter.DefineConstructor(
            MethodAttributes.Public, CallingConventions.Standard, [typeof(string), typeof(int), typeof(IReadOnlyList<>).MakeGenericType(kind), typeof(DateTimeOffset?), typeof(bool)]);
        string[] names = ["Text", "Skip", "Kinds", "From", "Open"];
        for (var p = 0; p < names.Length; p++) constructor.DefineParameter(p + 1, p is 1 or 4 ? ParameterAttributes.Optional | ParameterAttributes.HasDefault : 0, names[p]);
        constructor.GetILGenerator().Emit(OpCodes.Ret);
        return filter.CreateType();
    }

    private static Type Record(ModuleBuilder module, string name, Type kind, Type? before)
    {
        var made = module.DefineType(name, TypeAttributes.Public);
        NonNull(made);
        (string, Type, bool)[] properties =
        [
            ("Id", typeof(Guid), false), ("Code", typeof(string), false), ("Remark", typeof(string), true), ("Amount", typeof(decimal), false),
            ("Kind", kind, false), ("At", typeof(DateTimeOffset?), false), ("Tags", typeof(IReadOnlyList<string>), false),
        ];
        foreach (var (property, type, nullable) in properties) Property(made, property, type, nullable);
        if (before is not null) Property(made, "Before", before, true);
        return made.CreateType();
    }

    private static void Property(TypeBuilder owner, string name, Type type, bool nullable)
    {
        var getter = owner.DefineMethod($"get_{name}", Getter, type, []);
        getter.SetCustomAttribute(Attribute(typeof(CompilerGeneratedAttribute)));
        Body(getter);
        var property = owner.DefineProperty(name, PropertyAttributes.None, type, null);
        property.SetGetMethod(getter);
        if (nullable) property.SetCustomAttribute(Attribute(typeof(NullableAttribute), (byte)2));
    }

    private static void Method(TypeBuilder owner, string name, Type type, (Type Type, string Name, bool IsParent)[] parameters)
    {
        var method = owner.DefineMethod(name, MethodAttributes.Public | MethodAttributes.Static, type, [.. parameters.Select(parameter => parameter.Type)]);
        method.SetCustomAttribute(Attribute(typeof(NullableContextAttribute), (byte)1));
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = method.DefineParameter(i + 1, ParameterAttributes.None, parameters[i].Name);
            if (parameters[i].IsParent) parameter.SetCustomAttribute(Attribute(typeof(ParentAttribute)));
        }
        Body(method);
    }

    private static void Body(MethodBuilder method)
    {
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldnull);
        code.Emit(OpCodes.Throw);
    }

    private static void NonNull(TypeBuilder type) => type.SetCustomAttribute(Attribute(typeof(NullableContextAttribute), (byte)1));

    private static CustomAttributeBuilder Attribute(Type type, params object[] arguments) =>
        new(type.IsConstructedGenericType
            ? TypeBuilder.GetConstructor(type, type.GetGenericTypeDefinition().GetConstructor([])!)
            : type.GetConstructor([.. arguments.Select(argument => argument.GetType())])!, arguments);
}
