using System.Globalization;
using System.Text;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using MediatR;

namespace LogiPilot.Kaizen.Server.Notifications;

/// <summary>
/// <c>GET /calendar/{token}.ics</c>: a person's calendar for the programs that subscribe to it, by a secret address and no session. A wrong
/// or revoked address, and that of somebody who is no longer active, are not found.
/// </summary>
public static class CalendarFeeds
{
    public static void MapCalendars(this IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{token}.ics", async (
            string token, HttpContext context, ICalendarLinkStore links, IDirectory directory, CurrentActor current, IMediator mediator, Texts texts,
            KaizenSettings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            if (await links.FindByHash(KnownTokens.Hash(token), cancellationToken) is not { } link
                || (await directory.Current(cancellationToken)).ActorOf(link.PersonId) is not { } actor)
            {
                return Results.NotFound();
            }

            current.Actor = actor;
            var feed = await mediator.Send(new ReadCalendarFeed(), cancellationToken);
            context.Response.Headers.CacheControl = "private, no-cache";
            var address = settings.PublicUrl?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
            return Results.Text(CalendarText.Of(feed.Value, texts, address, clock.GetUtcNow()), "text/calendar", Encoding.UTF8);
        });
}

/// <summary>A calendar as RFC 5545 writes it: lines end with CR LF and are folded at 75 octets, texts escaped, instants in UTC.</summary>
public static class CalendarText
{
    private const int MostOctets = 75;

    public static string Of(CalendarFeed feed, Texts texts, string address, DateTimeOffset now)
    {
        var host = new Uri(address).Host;
        var text = new StringBuilder();
        string[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LogiPilot.Kaizen//Calendar//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + Escape(texts.Of(feed.Language, "notices.calendar.name", ("name", feed.Name))), "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ];
        foreach (var line in head)
        {
            Write(text, line);
        }

        foreach (var entry in feed.Entries)
        {
            Write(text, "BEGIN:VEVENT");
            Write(text, $"UID:{entry.Id}@{host}");
            Write(text, "DTSTAMP:" + Instant(now));
            Write(text, "DTSTART:" + Instant(entry.Starts));
            Write(text, "DTEND:" + Instant(entry.Ends));
            Write(text, "SUMMARY:" + Escape(texts.Of(feed.Language, "notices.calendar." + entry.Sentence, entry.Facts)));
            if (entry.AlertId is { } alert)
            {
                Write(text, $"URL:{address}/desk/alerts/{alert}");
                Write(text, "TRANSP:TRANSPARENT");
            }

            Write(text, "END:VEVENT");
        }

        Write(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    /// <summary>A letter of several octets is never cut in two.</summary>
    private static void Write(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
