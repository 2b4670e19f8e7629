using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>What protects the server from what reaches it: sizes, rates, foreign pages, and headers that tell browsers to be strict.</summary>
public static class Protection
{
    /// <summary>Rate limit of the sign-in endpoints, by address.</summary>
    public const string SignIns = "sign-ins";

    private const int LargestDrained = 64 * 1024 * 1024;

    private const string ContentSecurity =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void AddProtection(this WebApplicationBuilder builder, KaizenSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyMegabytes * 1024L * 1024;
        });
        // A bad request is answered the same in development.
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = false);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, cancellationToken) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "5";
                await rejected.HttpContext.Answer(StatusCodes.Status429TooManyRequests, "TOO_MANY_REQUESTS", "http.tooManyRequests", cancellationToken);
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                settings.LimitRates ? Limit(Caller(context), settings.RequestsPerMinute) : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(SignIns, context =>
                settings.LimitRates ? Limit(Address(context), settings.SignInsPerMinute) : RateLimitPartition.GetNoLimiter(""));
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies())
            {
                forwarded.KnownProxies.Add(proxy!);
            }
        });
    }

    /// <summary>First of all: forwarded headers of trusted proxies only, and the headers of every answer.</summary>
    public static void UseStrictness(this WebApplication app, KaizenSettings settings)
    {
        if (settings.Proxies().Any())
        {
            app.UseForwardedHeaders();
        }

        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurity;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
    }

    /// <summary>After routing: refuses a body that is too large, and what a page of another origin sends with the user's cookie.</summary>
    public static void UseRefusals(this WebApplication app) => app.Use(async (context, next) =>
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength > limit?.MaxRequestBodySize)
        {
            await Drain(context, limit);
            await context.Answer(StatusCodes.Status413PayloadTooLarge, "TOO_LARGE", "http.tooLarge", context.RequestAborted);
        }
        else if (IsForeign(context.Request))
        {
            await context.Answer(StatusCodes.Status403Forbidden, "FOREIGN_ORIGIN", "http.foreignOrigin", context.RequestAborted);
        }
        else
        {
            await next(context);
        }
    });

    // A client that is still sending would see its connection broken instead of the answer.
    private static async Task Drain(HttpContext context, IHttpMaxRequestBodySizeFeature limit)
    {
        if (limit.IsReadOnly || context.Request.ContentLength > LargestDrained)
        {
            return;
        }

        limit.MaxRequestBodySize = null;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers.ContainsKey("Authorization")
            || (!request.HttpContext.WebSockets.IsWebSocketRequest
                && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))))
        {
            return false;
        }

        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static RateLimitPartition<string> Limit(string key, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 12),
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = 0,
        });

    private static string Caller(HttpContext context) =>
        context.SignedIn() is { PersonId: { } person } ? person.ToString("N", CultureInfo.InvariantCulture) : Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
