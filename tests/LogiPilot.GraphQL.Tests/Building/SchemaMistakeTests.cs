using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>A mistake in the annotations is refused at the start, naming type, member and what to do.</summary>
public sealed class SchemaMistakeTests
{
    private static string Refusal(params Type[] types)
    {
        var options = new GraphQLOptions().AddScalar(new Mistakes.AmountScalar());
        foreach (var type in types) options.AddType(type);
        return Assert.Throws<SchemaException>(() => GraphQLSchema.Create(options)).Message.Replace(typeof(Mistakes).FullName + "+", "", StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Table { get; } = new()
    {
        // Resolvers
        { nameof(Mistakes.NotStatic), "NotStatic: a class of resolvers must be static; take services as parameters of its methods." },
        { nameof(Mistakes.NoField), "NoField: it has no public static method or property, so Query has no field. Add a resolver or remove the attribute." },
        { nameof(Mistakes.TwoOfAName), "TwoOfAName.Thing: Query has the field \"thing\" already, from TwoOfAName.GetThing. Rename one or give it [GraphQLName]." },
        { nameof(Mistakes.BadName), "BadName.X: \"not a name\" is no GraphQL name. Give it one with [GraphQLName]." },
        { nameof(Mistakes.Reserved), "Reserved.X: \"__x\" begins with \"__\", which is reserved for introspection. Give it another name with [GraphQLName]." },
        { nameof(Mistakes.ByReference), "ByReference.X: the parameter \"x\" cannot be ref, in or out." },
        { nameof(Mistakes.Out), "Out.X: the parameter \"x\" cannot be ref, in or out." },
        { nameof(Mistakes.Generic), "Generic.X: a resolver cannot be generic. Write one for each type it would stand for." },
        { nameof(Mistakes.NoResult), "NoResult.Do: a resolver must return a value. Return T or Task<T>, or take the method out with [GraphQLIgnore]." },
        { nameof(Mistakes.RootParent), "RootParent.X: Query has no parent object: remove [Parent] from the parameter \"thing\"." },
        { nameof(Mistakes.TwoArguments), "TwoArguments.X: two of its arguments are called \"id\". Rename one or give it [GraphQLName]." },
        { nameof(Mistakes.PageAlone), "PageAlone.X: it takes a PageRequest and returns no connection. Return Connection<T>, made by Connection.FromPage or FromList." },
        { nameof(Mistakes.ConnectionAlone), "ConnectionAlone.X: it returns a connection and takes no PageRequest, so no page can be asked for. Take one." },
        { nameof(Mistakes.BadLoader), "TwoWays: a data loader needs one public constructor, whose parameters are services; it has 2." },
        { nameof(Mistakes.AbstractLoader), "AbstractLoader.X: the parameter \"loader\" is of the abstract type Loading. Take the data loader that derives from it." },

        // Types without a GraphQL type
        { nameof(Mistakes.Unread), "Unread.X: an IQueryable would be read when the answer is written, blocking. Return a list: await ToListAsync(), or ToList() of what is in memory." },
        { nameof(Mistakes.NoScalar), "NoScalar.When: DateTime has no GraphQL type. Use int, long, double, decimal, bool, string, Guid, DateTimeOffset, DateOnly, an enum or a class, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.Untyped), "Untyped.Any: Object has no GraphQL type. Say what it is: a class, a [UnionType] interface of the classes it may be, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.Dynamic), "Dynamic.Any: Object has no GraphQL type. Say what it is: a class, a [UnionType] interface of the classes it may be, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.Framework), "Framework.Where: Uri is a type of .NET with no GraphQL type. Give the member [GraphQLIgnore], return a type of your own, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.Tuple), "Tuple.X: a tuple has no names a schema could use. Make a record of it." },
        { nameof(Mistakes.Dictionary), "Dictionary.X: a dictionary has no GraphQL type, for its keys are no fields. Use a list of records of key and value, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.DictionaryIn), "DictionaryIn.X: a dictionary has no GraphQL type, for its keys are no fields. Use a list of records of key and value, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.EmptyType), "Nothing: the type Nothing has no field: give it a public property, or keep it out of the schema with [GraphQLIgnore] where it is used." },
        { nameof(Mistakes.TwoProperties), "Twice.GetName: Twice has the field \"name\" already, from Twice.Name. Rename one, give it [GraphQLName] or take it out with [GraphQLIgnore]." },
        { nameof(Mistakes.Clash), "Other+Twin: another type is called \"Thing\" already, made of Thing. Give one of them [GraphQLName]." },
        { nameof(Mistakes.Dangling), "Dangling.X: [GraphQLType(\"Nope!\")] names a type the schema does not have (yet). Use a scalar or a C# type." },
        { nameof(Mistakes.NoType), "NoType.X: [GraphQLType(\"[Int\")] is no type as SDL writes it: Syntax Error: Expected \"]\", found <EOF>. Write for example \"[ID!]!\"." },
        { nameof(Mistakes.InputAsOutput), "InputAsOutput.Y: [GraphQLType(\"Range\")] says an input type where an output type is needed." },
        { nameof(Mistakes.OutputAsInput), "OutputAsInput.Y: [GraphQLType(\"Thing\")] says an output type where an input type is needed." },
        { nameof(Mistakes.OtherScalar), "OtherScalar.X: [GraphQLType(\"ID!\")] gives \"id\" a GraphId, and it is a Guid. Take a GraphId." },

        // Extensions, interfaces and unions
        { nameof(Mistakes.NoParent), "NoParent.Twice: the parameter \"thing\" is of the extended type: mark it with [Parent]." },
        { nameof(Mistakes.WrongParent), "WrongParent.Twice: the parent \"box\" is a Box, and the class extends Thing. Take [Parent] Thing." },
        { nameof(Mistakes.BadBinding), "BadBinding.Twice: [BindMember] names \"Colour\", which Thing does not have. Use nameof." },
        { nameof(Mistakes.ExtendedUnion), "ExtendedUnion: a union has no fields to add to. Extend the classes that implement IEither." },
        { nameof(Mistakes.NoInterface), "NoInterface: Thing is neither an interface nor abstract. Say [ObjectType<Thing>]." },
        { nameof(Mistakes.TwoExtensions), "TwoExtensions.Half: Thing has the field \"half\" already, from TwoExtensions.GetHalf. Rename one or give it [GraphQLName]." },
        { nameof(Mistakes.EmptyUnion), "INobody: no class of the added assemblies derives from it, so the union Nobody has no member." },
        { nameof(Mistakes.UnionOfScalar), "Amount: it derives from the union Value, whose members are object types, and is a AmountScalar. Make it a plain class, or take it out with [GraphQLIgnore]." },
        { nameof(Mistakes.BrokenContract), "Breaker: Interface field Contract.code expected but Breaker does not provide it. Do not ignore or rename the member, or take it out of the interface too." },
        { nameof(Mistakes.Wider), "Widener.Code: Interface field Contract.code expects type String! but Widener.code is type String. Return the same type or a narrower one." },
        { nameof(Mistakes.LessArguments), "Forgetter.Size: Interface field argument Sizing.size(unit:) expected but Forgetter.size does not provide it. Take it too." },
        { nameof(Mistakes.OtherArguments), "Changer.Size: Interface field argument Sizing.size(unit:) expects type String but Changer.size(unit:) is type Int!. Take the same type." },
        { nameof(Mistakes.MoreArguments), "Demander.Size: Object field Demander.size includes required argument scale that is missing from the Interface field Sizing.size. Make it nullable or give it a default." },
        { nameof(Mistakes.DeprecatedAlone), "Leaver.Code: Leaver.code is deprecated, and Contract.code is not. Deprecate both or none." },

        { nameof(Mistakes.OwnQuery), "Query: the type Query is made of the classes marked [QueryType], such as Fine. Mark a static class of resolvers so, or give this type [GraphQLName]." },

        // Enums
        { nameof(Mistakes.Flagged), "Days: it is [Flags], and a GraphQL enum is one value at a time. Take or return a list of an enum that is none, or add a scalar with options.AddScalar." },
        { nameof(Mistakes.NoValues), "None: the enum has no value. Give it one, or keep it out of the schema with [GraphQLIgnore] where it is used." },
        { nameof(Mistakes.EqualValues), "Same: A and B have the same value. Give one [GraphQLIgnore]." },
        { nameof(Mistakes.EqualNames), "Cased: two of its values are called \"ON_TIME\". Rename one or give it [GraphQLName]." },
        { nameof(Mistakes.Literal), "Truth.Yes: \"true\" cannot be the name of an enum value, for it is a literal. Give it another name with [GraphQLName]." },

        // Inputs
        { nameof(Mistakes.WrongSet), "WrongSet.X: HashSet<Int32> cannot be an input list. Take an array, a List<T> or an IReadOnlyList<T>." },
        { nameof(Mistakes.EmptyInput), "Nothing: the input type Nothing has no field: give its constructor a parameter, or it a property that can be set." },
        { nameof(Mistakes.NoConstructor), "Closed: an input type needs a public constructor. A record has one." },
        { nameof(Mistakes.TwoFields), "Twins: two of its fields are called \"name\". Rename one or give it [GraphQLName]." },
        { nameof(Mistakes.Endless), "Chain: Cannot reference Input Object \"Chain\" within itself through a series of non-null fields: \"next.back\". Make one of them nullable or a list." },
        { nameof(Mistakes.EndlessDefault), "Loop: The default of Loop.next never ends, for it leaves out fields whose defaults lead back to it (Loop.next). Write next: null in it." },
        { nameof(Mistakes.OneOfDefault), "Choice: OneOf input field Choice.b must be nullable. Make it nullable, without a default." },
        { nameof(Mistakes.BadOptional), "BadOptional.X: \"x\" may be null and Optional<Int32> cannot tell. Say Optional<Int32?>." },
        { nameof(Mistakes.BadSyntax), "BadSyntax.X: the default of \"x\", [1,, is no GraphQL value: Syntax Error: Unexpected <EOF>. A string is written with its quotes." },
        { nameof(Mistakes.BadDefault), "BadDefault.X: Query.x(x:) of type [Int!]! has the invalid default value [1, \"a\"]: Int cannot represent non-integer value: \"a\". Write the value as GraphQL would." },
        { nameof(Mistakes.BadFieldDefault), "Defaulted: Defaulted.range of type Range has the invalid default value {too: 1}: Range has no field \"too\". Write the value as GraphQL would." },
        { nameof(Mistakes.NoEnumDefault), "NoEnumDefault.X: the default of \"x\" is 7, which is no value of the enum Same2. Take one of its values." },
        { nameof(Mistakes.NotANumber), "NotANumber.X: the default of \"x\" is written as NaN, which Float does not read. Let FloatScalar override ToLiteral, or take another default." },
        { nameof(Mistakes.ScalarDefault), "AmountTaken.Amount: the default of \"amount\" is written as \"Amount\", which Amount does not read. Let AmountScalar override ToLiteral, or take another default." },
        { nameof(Mistakes.RequiredDeprecated), "RequiredDeprecated.X: Required argument Query.x(x:) cannot be deprecated. Make it nullable or give it a default." },
        { nameof(Mistakes.RequiredField), "Old: Required input field Old.x cannot be deprecated. Make it nullable or give it a default." },
        { nameof(Mistakes.Throwing), "Thrower: its constructor, called to learn what its properties start with, throws InvalidOperationException: no" },
        { nameof(Mistakes.AbstractInput), "AbstractInput.X: Shape is abstract, so it cannot be an input. Take a record, or mark a service with [Service]." },

        { nameof(Mistakes.LinkTaken), "Linked.Link: Uri is a type of .NET with no GraphQL type. Give the member [GraphQLIgnore], return a type of your own, or add a scalar with options.AddScalar." },

        // Mutations and directives
        { nameof(Mistakes.NoErrors), "NoErrors.Do: it returns FieldResult<T> and has no error to fail with. Add some with options.AddMutationError<TError>() or [Error<TError>], or return T." },
        { nameof(Mistakes.FailingQuery), "FailingQuery.X: only mutations have errors in their answer's type. Return T, and throw a GraphQLException where there is none." },
        { nameof(Mistakes.PagedList), "PagedList.X: [UseConnection] pages nothing here. Take a PageRequest and return Connection<T>, made by Connection.FromPage or FromList." },
        { nameof(Mistakes.Keyed), "Keyed.X: the parameter \"store\" asks for a keyed service. Take an IServiceProvider and ask it with the key." },
        { nameof(Mistakes.OneEvent), "OneEvent.X: a subscription must return IAsyncEnumerable<T>, or a task of it, where T is an event; this returns Task<Int32>." },
        { nameof(Mistakes.VoidMutation), "VoidMutation.Do: a mutation must return what it changed: T or FieldResult<T>, or a task of it." },
        { nameof(Mistakes.PagedMutation), "PagedMutation.Do: a mutation takes no PageRequest." },
        { nameof(Mistakes.Nowhere), "Nowhere: a directive needs a place where it may stand. Give [Directive] at least one location." },
        { nameof(Mistakes.Skip), "Skip: another directive is called \"@skip\" already. Give this one [GraphQLName]." },
        { nameof(Mistakes.NeverNull), "NeverNull.X: the parameter \"mark\" is null where the field has no @mark: say MarkDirective?." },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_mistake_stops_the_start_and_says_where_and_what_to_do(string type, string expected) =>
        Assert.Equal(expected, Refusal([.. Mistakes.With(type)]));

    [Fact]
    public void Without_a_query_or_with_two_connections_of_a_name_there_is_no_schema()
    {
        Assert.Equal("There is no query: mark a static class of resolvers with [QueryType] and add its assembly with AddTypes.", Refusal());
        Assert.Contains("Name one with [UseConnection", Refusal(typeof(Mistakes.TwoConnections), typeof(Mistakes.MoreConnections)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_nobody_has_registered_is_not_only_called_a_bad_input()
    {
        const string advice = "(NewStore.X takes Clock as an input; if it is a service, register it.)";
        await using var services = new ServiceCollection().AddGraphQL().AddType(typeof(Mistakes.NewStore)).Services.BuildServiceProvider();
        var mistake = Assert.Throws<SchemaException>(() => services.GetRequiredService<GraphQLSchema>());
        Assert.EndsWith(advice, mistake.Message.Replace(typeof(Mistakes).FullName + "+", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modules_that_each_add_GraphQL_make_one_schema_of_their_options_and_types()
    {
        var collection = new ServiceCollection();
        collection.AddGraphQL(options => options.MaxDepth = 1).AddType(typeof(Mistakes.Fine));
        collection.AddGraphQL(options => options.Description = "Both.").AddType(typeof(Mistakes.NotANumberEither));
        await using var services = collection.BuildServiceProvider();
        var executor = services.GetRequiredService<GraphQLExecutor>();
        Assert.Equal(["either", "thing"], executor.Schema.Query.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Both.", executor.Schema.Description);
        Assert.Equal(ErrorCodes.Limit, Assert.Single(executor.Validate("{ thing { size } }")).Code);
    }

    [Theory]
    [InlineData(typeof(Mistakes.UnknownTopic), "UnknownTopic.X: the parameter \"topic\" asks for the service EventTopic<Thing>, which is not registered. Register it, or say EventTopic<Thing>? where there may be none.")]
    [InlineData(typeof(Mistakes.Unknown), "Unknown.X: the parameter \"store\" asks for the service IStore, which is not registered. Register it, or say IStore? where there may be none.")]
    [InlineData(typeof(Mistakes.UnknownLoader), "Needy: its constructor takes \"store\" of type IStore, which is not registered. Register it, or give the parameter a default.")]
    public async Task What_nobody_has_registered_stops_the_start(Type type, string expected)
    {
        await using var services = new ServiceCollection().AddGraphQL().AddType(type).Services.BuildServiceProvider();
        var mistake = Assert.Throws<SchemaException>(() => services.GetRequiredService<GraphQLSchema>());
        Assert.Equal(expected, mistake.Message.Replace(typeof(Mistakes).FullName + "+", "", StringComparison.Ordinal));
        await using var known = new ServiceCollection().AddSingleton<Mistakes.IStore>(new Mistakes.Store()).AddSingleton(new EventTopic<Mistakes.Thing>()).AddGraphQL().AddType(type).Services.BuildServiceProvider();
        Assert.NotNull(known.GetRequiredService<GraphQLSchema>());
    }
}
