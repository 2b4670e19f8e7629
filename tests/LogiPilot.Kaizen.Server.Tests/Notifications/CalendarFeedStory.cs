using System.Net;
using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Notifications;

public sealed class CalendarFeedStory
{
    [Fact]
    public async Task A_calendar_program_reads_the_promises_and_shelves_of_a_person_by_a_secret_address_until_another_is_made()
    {
        await using var plant = await StoryPlant.At(
            "2031-03-03 10:00", new("Léna;dite«la,grande»", Role.TeamLeader), new("Noé", Role.Pilot));
        var (lena, noe) = (await plant.SignIn("Léna;dite«la,grande»"), await plant.SignIn("Noé"));
        var promised = await plant.Raise("Noé", "CONGESTION", "P11");
        await lena.Order("acknowledgeAlert", new { alertId = Id(promised), expectedAt = StoryPlant.Instant("2031-03-03 11:30") });
        var shelved = await plant.Raise("Noé", "EQUIPMENT_FAILURE", "P21");
        await lena.Order("shelveAlert", new { alertId = Id(shelved), reason = "pièce demain", until = StoryPlant.Instant("2031-03-03 15:00") });
        var taken = await plant.Raise("Noé", "QUALITY", "P21");
        await noe.Order("acknowledgeAlert", new { alertId = Id(taken), expectedAt = StoryPlant.Instant("2031-03-03 12:00") });

        var first = await Link(lena);
        var calendar = await plant.Host.Anonymous().Http.GetAsync(first);
        var text = await calendar.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain(text.Split("\r\n"), line => line.Contains('\n', StringComparison.Ordinal));
        Assert.Equal(
            $"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//LogiPilot.Kaizen//Calendar//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:LogiPilot Léna\;dite«la\,grande»
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            BEGIN:VEVENT
            UID:expected-{Id(promised)}@127.0.0.1
            DTSTAMP:20310303T090000Z
            DTSTART:20310303T103000Z
            DTEND:20310303T104500Z
            SUMMARY:Fin promise : A-2031-000001\, Poste 1.1
            URL:{plant.Host.Address.GetLeftPart(UriPartial.Authority)}/desk/alerts/{Id(promised)}
            TRANSP:TRANSPARENT
            END:VEVENT
            BEGIN:VEVENT
            UID:shelf-{Id(shelved)}@127.0.0.1
            DTSTAMP:20310303T090000Z
            DTSTART:20310303T140000Z
            DTEND:20310303T141500Z
            SUMMARY:Fin de veille : A-2031-000002\, Poste 2.1
            URL:{plant.Host.Address.GetLeftPart(UriPartial.Authority)}/desk/alerts/{Id(shelved)}
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR
            """.Replace(" : ", "\u00a0: ", StringComparison.Ordinal),
            text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().ReplaceLineEndings());

        var second = await Link(lena);
        Assert.Equal(HttpStatusCode.NotFound, (await plant.Host.Anonymous().Http.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await plant.Host.Anonymous().Http.GetAsync("/calendar/00ff.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await plant.Host.Anonymous().Http.GetAsync(second)).StatusCode);
    }

    private static async Task<string> Link(KaizenClient who) => (await who.Order("newCalendarLink", new { }, "url")).GetString()!;

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
