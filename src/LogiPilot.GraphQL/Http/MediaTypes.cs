using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LogiPilot.GraphQL.Http;

internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The media type to answer in, as the client accepts; null where it accepts neither.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        // GraphQL over HTTP: a client that says nothing may be one from before the response media type.
        if (StringValues.IsNullOrEmpty(accept)) return Json;
        // What clients send is nearly always one of the two spelt out.
        if (accept.Count == 1 && accept[0] == GraphQLResponse) return GraphQLResponse;
        if (accept.Count == 1 && accept[0] is Json or "*/*") return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;
        (string Type, double Quality, int Specificity) best = ("", 0, 0);
        foreach (var offered in (string[])[GraphQLResponse, Json])
        {
            foreach (var range in ranges)
            {
                if (!Matches(range, offered)) continue;
                var specificity = range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3;
                var quality = range.Quality ?? 1;
                if (quality > best.Quality || (quality == best.Quality && specificity > best.Specificity)) best = (offered, quality, specificity);
            }
        }
        return best.Quality > 0 ? best.Type : null;
    }

    public static bool WantsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private static bool Matches(MediaTypeHeaderValue range, string offered)
    {
        if (range.MatchesAllTypes) return true;
        if (range.MatchesAllSubTypes) return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase);
        var charset = range.Charset;
        return range.MediaType.Equals(offered, StringComparison.OrdinalIgnoreCase)
            && (!charset.HasValue || charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
