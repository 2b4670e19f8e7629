using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of notices and of what is to be sent.</summary>
public abstract class NoticeStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Lena = Samples.Id(30), Paul = Samples.Id(31), Hook = Samples.Id(40);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_person_is_told_of_an_event_once_and_a_channel_has_one_row_of_it()
    {
        var (first, second) = (Notice(Lena, "call:1"), Notice(Lena, "call:1"));

        Assert.True(await Add(first));
        Assert.False(await Add(second));
        Assert.True(await Add(Notice(Paul, "call:1")));
        Assert.True(await Add(Notice(Lena, "call:2")));
        Assert.True(await Add(OutboxItem.For(first, NoticeChannel.App, null, null)));
        Assert.True(await Add(OutboxItem.For(first, NoticeChannel.Mail, "lena@forez.fr", null)));
        Assert.False(await Add(OutboxItem.For(second, NoticeChannel.Mail, "lena@forez.fr", null)));
        Assert.True(await Add(OutboxItem.ForWebhook(Hook, "https://a", Event("call:1"), "{}", Samples.Start)));
        Assert.False(await Add(OutboxItem.ForWebhook(Hook, "https://a", Event("call:1"), "{}", Samples.Start)));
    }

    [Fact]
    public async Task A_notice_and_its_row_come_back_as_they_were_saved_newest_first()
    {
        var (old, read) = (Notice(Lena, "call:1"), Notice(Lena, "call:2"));
        var row = OutboxItem.For(read, NoticeChannel.Mail, "lena@forez.fr", Samples.Start.AddHours(8));
        await Add(old);
        await Add(read);
        await Add(row);
        Assert.True(read.Read(Samples.Start.AddMinutes(1)));
        row.Release(Samples.Start.AddHours(8));
        row.Claim(Samples.Start.AddHours(8), TimeSpan.FromMinutes(2), "forez.fr");
        row.Fail("450 busy", isFinal: false, 0.5, Samples.Start.AddHours(8));
        await store.Write((INoticeStore s) => s.Save(read));
        await store.Write((IOutboxStore s) => s.Save(row));

        var all = await List(Lena, unreadOnly: false);

        Assert.Equal([read.Id, old.Id], all.Select(n => n.Id));
        Assert.Equivalent(read, all[0], strict: true);
        Assert.Equal([old.Id], (await List(Lena, unreadOnly: true)).Select(n => n.Id));
        Assert.Equal(1, await store.Ask((INoticeReader r) => r.CountUnread(Lena, [Samples.Plant], default)));
        Assert.Equal(0, await store.Ask((INoticeReader r) => r.CountUnread(Lena, [Samples.Id(2)], default)));
        Assert.Equal([old.Id], (await store.Ask((INoticeStore s) => s.Unread(Lena, default))).Select(n => n.Id));
        Assert.Equal([read.Id], (await store.Ask((INoticeStore s) => s.Of(Lena, [read.Id, Samples.Id(9)], default))).Select(n => n.Id));
        Assert.Empty(await store.Ask((INoticeStore s) => s.Of(Paul, [read.Id], default)));
        Assert.Equivalent(row, await store.Ask((IOutboxStore s) => s.Find(row.Id, default)), strict: true);
    }

    [Fact]
    public async Task What_is_due_longest_is_next_in_its_channel_and_a_claim_lapses()
    {
        var (held, first, second) = (Row("a", 5, held: true), Row("b", 0), Row("c", 0));
        foreach (var row in (OutboxItem[])[held, first, second])
        {
            await Add(row);
        }

        await Add(OutboxItem.For(Notice(Lena, "d"), NoticeChannel.App, null, null));

        Assert.Equal(first.Id, (await Next(0))?.Id);
        first.Claim(Samples.Start, TimeSpan.FromMinutes(2), "forez.fr");
        await store.Write((IOutboxStore s) => s.Save(first));
        Assert.Equal(second.Id, (await Next(1))?.Id);
        second.Claim(Samples.Start.AddMinutes(1), TimeSpan.FromMinutes(5), "forez.fr");
        second.Send(Samples.Start.AddMinutes(1));
        await store.Write((IOutboxStore s) => s.Save(second));
        Assert.Null(await Next(1));
        Assert.Equal(first.Id, (await Next(2))?.Id);
        Assert.Null(await store.Ask((IOutboxStore s) => s.NextDue(NoticeChannel.Webhook, Samples.Start.AddHours(1), default)));
        Assert.Empty(await store.Ask((IOutboxStore s) => s.HoldEnded(Samples.Start.AddMinutes(4), [], 10, default)));
        Assert.Equal([held.Id], (await store.Ask((IOutboxStore s) => s.HoldEnded(Samples.Start.AddMinutes(5), [], 10, default))).Select(r => r.Id));
        Assert.Empty(await store.Ask((IOutboxStore s) => s.HoldEnded(Samples.Start.AddMinutes(5), [Lena], 10, default)));
        Assert.Equal([held.Id], (await store.Ask((IOutboxStore s) => s.HeldFor(Lena, default))).Select(r => r.Id));
    }

    [Fact]
    public async Task Rows_in_the_application_wait_for_the_confirmation_of_their_notice()
    {
        var notice = Notice(Lena, "call:1");
        var (app, mail) = (OutboxItem.For(notice, NoticeChannel.App, null, null), OutboxItem.For(notice, NoticeChannel.Mail, "l@f.fr", null));
        await Add(app);
        await Add(mail);

        Assert.Equal([app.Id], (await Unconfirmed(notice.Id)).Select(r => r.Id));
        app.Send(Samples.Start);
        await store.Write((IOutboxStore s) => s.Save(app));
        Assert.Empty(await Unconfirmed(notice.Id));
    }

    [Fact]
    public async Task The_outbox_is_read_by_plant_state_channel_and_person()
    {
        var mine = OutboxItem.For(Notice(Lena, "a"), NoticeChannel.Mail, "l@f.fr", null);
        var app = OutboxItem.For(Notice(Paul, "a"), NoticeChannel.App, null, null);
        var elsewhere = OutboxItem.For(Core.Notifications.Notice.To(Lena, Event("b") with { PlantId = Samples.Id(2) }, "{}", Samples.Start), NoticeChannel.Mail, "l@f.fr", null);
        mine.Drop();
        foreach (var row in (OutboxItem[])[mine, app, elsewhere])
        {
            await Add(row);
        }

        Assert.Equal([app.Id, mine.Id], await Outbox(new()));
        Assert.Equal([mine.Id], await Outbox(new(States: [OutboxState.Dropped])));
        Assert.Equal([mine.Id], await Outbox(new(PersonIds: [Lena])));
        Assert.Equal([app.Id], await Outbox(new(Channels: [NoticeChannel.App])));
        Assert.Empty(await Outbox(new(PlantIds: [Samples.Id(2)])));
    }

    [Fact]
    public async Task Preferences_are_those_chosen_last()
    {
        Assert.Null(await store.Ask((INoticeReader r) => r.FindPreferences(Lena, default)));
        var chosen = NoticePreferences.Of(Lena);
        Assert.Null(chosen.Choose([NoticeGroup.Digests], new(22, 0), new(6, 30), [DayOfWeek.Sunday], digestByMail: false));
        await store.Write((INoticeStore s) => s.Save(chosen));
        Assert.Null(chosen.Choose([], new(21, 0), new(6, 30), [DayOfWeek.Sunday], digestByMail: true));
        await store.Write((INoticeStore s) => s.Save(chosen));

        Assert.Equivalent(chosen, await store.Ask((INoticeStore s) => s.FindPreferences(Lena, default)), strict: true);
    }

    [Fact]
    public async Task A_calendar_link_is_found_by_its_hash_until_it_is_revoked()
    {
        await store.Write((ICalendarLinkStore s) => s.Add(new(Samples.Id(50), Lena, "ab", Samples.Start)));
        await store.Write((ICalendarLinkStore s) => s.Add(new(Samples.Id(51), Paul, "cd", Samples.Start)));
        Assert.Equal(Lena, (await Link("ab"))?.PersonId);

        await store.Write((ICalendarLinkStore s) => s.RevokeAll(Lena, Samples.Start));

        Assert.Null(await Link("ab"));
        Assert.Equal(Paul, (await Link("cd"))?.PersonId);
    }

    [Fact]
    public async Task What_a_sweep_did_and_a_session_that_ended_are_remembered()
    {
        var begun = new List<bool>();
        for (var time = 0; time < 2; time++)
        {
            await store.Apply(async services =>
            {
                begun.Add(await ((INoticeRuns)services.GetService(typeof(INoticeRuns))!).Begin("digest:1", Samples.Start, default));
                return (Made)Guid.Empty;
            });
        }

        Assert.Equal([true, false], begun);
        Assert.False(await store.Ask((IEndedSessions s) => s.HasEnded(Lena, default)));
        await store.Ask(async (IEndedSessions s) =>
        {
            await s.End(Lena, Samples.Start, default);
            await s.End(Lena, Samples.Start, default);
            return true;
        });
        Assert.True(await store.Ask((IEndedSessions s) => s.HasEnded(Lena, default)));
        Assert.False(await store.Ask((IEndedSessions s) => s.HasEnded(Paul, default)));
    }

    [Fact]
    public async Task A_contact_is_an_active_persons_address_zone_and_choices()
    {
        var person = Person.Create(Lena, PersonKind.Human, "Léna", "lena", "lena@forez.fr", Language.Fr, [new(Samples.Plant, Role.Manager, [])]);
        await store.Write((IOrganisationStore s) => s.Add(Plant.Create(Samples.Plant, "FOREZ", "Forez", "Europe/Paris", Language.Fr)));
        await store.Write((IOrganisationStore s) => s.Add(person));
        var chosen = NoticePreferences.Of(Lena);
        Assert.Null(chosen.Choose([], new(22, 0), new(6, 30), [], digestByMail: false));
        await store.Write((INoticeStore s) => s.Save(chosen));

        var contact = await store.Ask((IContacts c) => Task.FromResult(c.Of(Lena)));

        Assert.Equal(("lena@forez.fr", "Europe/Paris", new TimeOnly(22, 0)), (contact?.Address, contact?.Zone.Id, contact?.Preferences.QuietFrom));
        Assert.Null(await store.Ask((IContacts c) => Task.FromResult(c.Of(Paul))));
    }

    private static NoticeEvent Event(string key) =>
        new(Samples.Plant, key, NoticeKind.AlertCalled, Samples.Id(7), [], NoticeEvent.ToOne, new Dictionary<string, object?>(StringComparer.Ordinal));

    private static Notice Notice(Guid person, string key) =>
        Core.Notifications.Notice.To(person, Event(key), """{"number":"A-2026-000001"}""", Samples.Start);

    private static OutboxItem Row(string key, int heldMinutes, bool held = false) =>
        OutboxItem.For(Notice(Lena, key), NoticeChannel.Mail, "l@f.fr", held ? Samples.Start.AddMinutes(heldMinutes) : null);

    private Task<CalendarLink?> Link(string hash) => store.Ask((ICalendarLinkStore s) => s.FindByHash(hash, default));

    private Task<OutboxItem?> Next(int minute) =>
        store.Ask((IOutboxStore s) => s.NextDue(NoticeChannel.Mail, Samples.Start.AddMinutes(minute), default));

    private Task<IReadOnlyList<OutboxItem>> Unconfirmed(Guid noticeId) => store.Ask((IOutboxStore s) => s.Unconfirmed([noticeId], default));

    private async Task<IEnumerable<Guid>> Outbox(OutboxFilter filter) =>
        (await store.Ask((INoticeReader r) => r.Outbox([Samples.Plant], filter, Pages(), default))).Items.Select(i => i.Item.Id);

    private async Task<List<Notice>> List(Guid person, bool unreadOnly) =>
        [.. (await store.Ask((INoticeReader r) => r.List(person, [Samples.Plant], unreadOnly, Pages(), default))).Items.Select(i => i.Item)];

    private Task<bool> Add(Notice notice) => Added((INoticeStore s) => s.Add(notice, default));

    private Task<bool> Add(OutboxItem row) => Added((IOutboxStore s) => s.Add(row, default));

    private static PageRequest Pages() => new(50, null, null, null, WantsTotal: false);

    private async Task<bool> Added<TPort>(Func<TPort, Task<bool>> add)
    {
        var added = false;
        await store.Apply(async services =>
        {
            added = await add((TPort)services.GetService(typeof(TPort))!);
            return (Made)Guid.Empty;
        });
        return added;
    }
}
