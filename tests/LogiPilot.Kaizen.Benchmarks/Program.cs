using LogiPilot.Kaizen.Benchmarks;

// Without argument: every measure, one table. A name runs that measure alone; "baseline" is the bare server measured against.
// "graphql" measures the GraphQL library beside graphql-js; with the name of a Markdown file, it replaces the table in there.
return args.FirstOrDefault() switch
{
    "baseline" => await BaselineServer.Run(args[1..]),
    "graphql" => await GraphQLMeasure.Run(args.ElementAtOrDefault(1)),
    "graphql-server" => await GraphQLServer.Run(args[1..]),
    "long" => await LongRuns.Run(args[1..]),
    null => await Measures.Run(Measures.All),
    var name when Measures.All.Contains(name, StringComparer.Ordinal) => await Measures.Run([name]),
    var name => Measures.Unknown(name),
};
