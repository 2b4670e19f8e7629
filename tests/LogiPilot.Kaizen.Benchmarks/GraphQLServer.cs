using LogiPilot.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>The shop served by ours, alone in a process; <c>/allocated</c> says how many bytes the process has allocated.</summary>
internal static class GraphQLServer
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var graphQL = builder.Services.AddGraphQL();
        foreach (var type in (Type[])[typeof(ShopQueries), typeof(ProductNode), typeof(SupplierNode), typeof(CategoryNode), typeof(ReviewNode)]) graphQL.AddType(type);
        var app = builder.Build();
        app.MapGraphQL();
        app.MapGet("/ready", () => Results.Ok());
        app.MapGet("/allocated", () => GC.GetTotalAllocatedBytes());
        await app.RunAsync(args[0]);
        return 0;
    }
}
