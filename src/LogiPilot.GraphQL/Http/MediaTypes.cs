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
        var modern = Wish(ranges, GraphQLResponse);
        var old = Wish(ranges, Json);
        if (modern.Quality <= 0 && old.Quality <= 0) return null;
        if (modern.Quality != old.Quality) return modern.Quality > old.Quality ? GraphQLResponse : Json;
        // A client that names the response media type knows it; one that takes anything may not.
        return modern.IsNamed ? GraphQLResponse : Json;
    }

    public static bool WantsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && IsUtf8(type));

    /// <summary>How much the client wants a media type: the most specific of its ranges that holds the type decides.</summary>
    private static (double Quality, bool IsNamed) Wish(IList<MediaTypeHeaderValue> ranges, string offered)
    {
        var (quality, specificity) = (0.0, 0);
        foreach (var range in ranges)
        {
            var own = Specificity(range, offered);
            if (own > specificity) (quality, specificity) = (range.Quality ?? 1, own);
        }
        return (quality, specificity == 3);
    }

    private static int Specificity(MediaTypeHeaderValue range, string offered)
    {
        if (range.MatchesAllTypes) return 1;
        if (range.MatchesAllSubTypes) return range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(offered, StringComparison.OrdinalIgnoreCase) && IsUtf8(range) ? 3 : 0;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
