using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications;
using LogiPilot.Kaizen.Server.Notifications.Mails;
using LogiPilot.Kaizen.Server.Tests.Architecture;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LogiPilot.Kaizen.Server.Tests.Notifications.Mails;

/// <summary>Every mail as it is really written, in both languages.</summary>
public sealed partial class MailTests : IDisposable
{
    private const string Site = "https://kaizen.forez.fr";

    private static readonly Guid Subject = Guid.Parse("019cad00-0000-7000-8000-000000000001");
    private static readonly Plant Forez = Plant.Create(Guid.Parse("019cad00-0000-7000-8000-000000000002"), "FOREZ", "Forez Cycles", "Europe/Paris", Language.Fr);

    private readonly string _folder = Directory.CreateTempSubdirectory("kaizen-mails-").FullName;
    private readonly Texts _texts = new();

    public static IEnumerable<object[]> Kinds =>
        MailCase.All.Select(c => c.Kind).Distinct().SelectMany(k => Enum.GetValues<Language>().Select(l => (object[])[k, l]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_says_what_is_asked_the_facts_and_where_to_go(NoticeKind kind, Language language)
    {
        var name = $"{JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}.{language.ToString().ToLowerInvariant()}";
        var texts = new List<string>();
        foreach (var one in MailCase.All.Where(c => c.Kind == kind))
        {
            var (mail, id) = await Write(one, language, Role.TeamLeader);
            var headers = mail.Headers.Where(h => h.Name is not ("Date" or "Content-Type"))
                .Select(h => $"{h.Name}: {h.Value.Replace(id, "ITEM", StringComparison.Ordinal)}");
            texts.Add(string.Join('\n', headers) + "\n\n" + mail.Text);
            if (texts.Count == 1)
            {
                Snapshot.Verify(mail.Html, name, "html");
            }
        }

        Snapshot.Verify(string.Join("\n======\n\n", texts), name, "txt");
    }

    [Fact]
    public async Task No_mail_is_empty_or_leaves_a_gap_and_each_link_leads_to_a_page()
    {
        var pages = WebPages.All();
        foreach (var one in MailCase.All)
        {
            foreach (var (language, role) in Enum.GetValues<Language>().SelectMany(l => (((Language, Role)[])[(l, Role.TeamLeader), (l, Role.Agent)])))
            {
                var (mail, _) = await Write(one, language, role);
                string[] said = [mail.Subject, mail.Text, WebUtility.HtmlDecode(Tags().Replace(mail.Html, " "))];
                Assert.All(said, text => Assert.DoesNotMatch(@"\{\{|notices\.|mail\.fact|mail\.open|\(\)|«\s*»|  :", text));
                Assert.True(mail.Text.Split('\n')[0].Length > 20, mail.Text);
                Assert.Contains(mail.Text.Split('\n')[0], said[2], StringComparison.Ordinal);
                var links = Link().Matches(mail.Text).Concat(Link().Matches(mail.Html)).Select(m => m.Groups["path"].Value).Distinct(StringComparer.Ordinal).ToList();
                Assert.Equal(2, links.Count);
                var missing = links.Where(l => !pages.Any(p => p.IsMatch(l))).ToList();
                Source.None(missing.Select(l => $"{one.Kind} links to {l}"));
            }
        }
    }

    [Fact]
    public void Every_sentence_that_a_notice_may_say_is_among_them()
    {
        var sentences = _texts.Keys(Language.Fr).Where(k => k.StartsWith("notices.text.", StringComparison.Ordinal))
            .Select(k => Plural().Replace(k["notices.text.".Length..], "")).Distinct(StringComparer.Ordinal);

        Source.None(sentences.Except(MailCase.All.Select(c => Naming.Screaming(c.Kind) + (c.Variant.Length > 0 ? "_" + c.Variant : ""))));
        Source.None(Enum.GetValues<NoticeKind>().Except(MailCase.All.Select(c => c.Kind)).Select(k => k.ToString()));
    }

    /// <summary>Through the pickup folder, as the mail program gets it.</summary>
    private async Task<(ReceivedMail Mail, string Id)> Write(MailCase one, Language language, Role role)
    {
        var reader = Person.Create(
            Guid.CreateVersion7(MailCase.Now), PersonKind.Human, "Hélène Dœuff", "helene", "helene@forez.fr", language, [new(Forez.Id, role, [])]);
        var told = new NoticeEvent(Forez.Id, "event", one.Kind, Subject, [reader.Id], NoticeEvent.ToOne, one.Facts, one.IsUrgent);
        var item = OutboxItem.For(Notice.To(reader.Id, told, NoticeFacts.Write(one.Facts), MailCase.Now), NoticeChannel.Mail, reader.Email, null);
        var settings = new KaizenSettings { PublicUrl = Site, Data = _folder, Mail = new() { From = "LogiPilot Kaizen <kaizen@forez.fr>" } };
        item.Claim(MailCase.Now, TimeSpan.FromMinutes(1), settings.Mail.MessageHost);
        var composer = new MailComposer(new NoticeTexts(_texts), _texts, new PublicAddress(settings, new NoServer()), settings.Mail);
        var mail = composer.Compose(item, reader, new OrganisationPicture([Forez], [], [reader]), null, MailCase.Now);
        await new PickupFolder(new DataFolder(settings), settings.Mail).Send(mail, CancellationToken.None);
        return (ReceivedMail.Read(await File.ReadAllTextAsync(Path.Combine(_folder, "mail", $"{item.Id:N}.eml"))), $"{item.Id:N}");
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(Site + @"(?<path>/[^\s""<]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("_(one|other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plural();

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
