using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL.Http;

/// <summary>
/// Tells what a page of another origin can make a browser send, with the caller's cookies, from what the browser would first ask leave
/// for: a request with a header of its own. A body of <c>application/json</c> needs that leave too, and other bodies are refused.
/// </summary>
internal static class Preflight
{
    // The name of GraphQL over HTTP, Hot Chocolate's, and those of Apollo's clients.
    private static readonly string[] Proofs = ["GraphQL-Require-Preflight", "GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name"];

    public static void Require(HttpRequest request)
    {
        foreach (var proof in Proofs)
            if (request.Headers[proof] is [{ Length: > 0 }, ..]) return;
        throw new RequestRefusedException(
            400, "A GET request must have the header \"GraphQL-Require-Preflight: 1\", so that no page of another origin can make a browser send it.", ErrorCodes.PreflightRequired);
    }
}
