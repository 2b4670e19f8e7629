using System.Text;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class AdministrationTests(Chromium chromium, DemoPlant demo)
{
    private static readonly string[] Pages =
        ["/desk/admin/calendar", "/desk/admin/teams", "/desk/admin/escalation", "/desk/admin/kinds", "/desk/admin/recurrence",
         "/desk/admin/maintenance", "/desk/admin/outbox", "/desk/admin/webhooks"];

    [Theory]
    [InlineData("phone", "fr")]
    [InlineData("phone", "en")]
    [InlineData("desk", "fr")]
    [InlineData("desk", "en")]
    [InlineData("tv", "fr")]
    public async Task Every_page_of_the_administration_is_whole_translated_and_accessible(string screenName, string language)
    {
        var screen = Screen.Named(screenName);
        await using var admin = await Visit.As("admin", chromium, demo.Host, screen, "/desk", DemoPlant.Password);

        Assert.Equal([], await Faults(admin, screen, language));
    }

    [Fact]
    public async Task A_leader_sees_the_calendar_and_plans_absences_but_changes_no_rule()
    {
        await using var leader = await Visit.As("chef", chromium, demo.Host, Screen.Desk, "/desk/admin", DemoPlant.Password);
        await leader.Page.WaitForURLAsync("**/desk/admin/calendar");
        await leader.See("Équipes de la semaine");

        await Assertions.Expect(leader.Button("Ajouter une équipe")).ToHaveCountAsync(0);
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Link, new() { Name = "Escalade" })).ToHaveCountAsync(0);

        await leader.Page.GotoAsync("/desk/admin/teams");
        await Assertions.Expect(leader.Button("Nouvelle absence")).ToBeVisibleAsync();
        await Assertions.Expect(leader.Button("Nouvelle équipe")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_plant_without_calendar_begins_from_a_usual_week_and_a_shift_is_changed_by_the_keyboard_alone()
    {
        await using var host = await NewPlant();
        await using var admin = await Visit.As("admin", chromium, host, Screen.Desk, "/desk/admin/calendar");
        await admin.See("Sans calendrier, l’usine travaille jour et nuit");
        var keys = admin.Page.Keyboard;
        await admin.Button("3×8").FocusAsync();
        await keys.PressAsync("Enter");

        var night = admin.Button("Modifier Nuit");
        await night.FocusAsync();
        await keys.PressAsync("Enter");
        var starts = admin.Page.GetByLabel("Début", new() { Exact = true });
        var ends = admin.Page.GetByLabel("Fin", new() { Exact = true });
        while (!await starts.EvaluateAsync<bool>("field => field === document.activeElement"))
        {
            await keys.PressAsync("Tab");
        }

        await keys.TypeAsync("2200");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("22");
        await keys.PressAsync("Enter");
        await Assertions.Expect(ends).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(ends).ToBeFocusedAsync();

        await ends.SelectTextAsync();
        await keys.TypeAsync("6h00");
        await keys.PressAsync("Enter");
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(night).ToContainTextAsync("22 h – 6 h");
    }

    [Fact]
    public async Task A_policy_is_copied_and_edited_and_the_dry_run_names_who_would_be_called()
    {
        await using var host = await NewPlant();
        await using var admin = await Visit.As("admin", chromium, host, Screen.Desk, "/desk/admin/escalation");
        await admin.See("Essai à blanc");
        await Assertions.Expect(admin.Page.Locator(".steps").First).ToContainTextAsync("cheffe");

        await admin.Button("Nouvelle politique").ClickAsync();
        await admin.Page.GetByLabel("Nom de la politique").FillAsync("Nuit");
        await admin.Page.GetByRole(AriaRole.Combobox, new() { Name = "Ajouter…, niveau 2" }).First.SelectOptionAsync(new SelectOptionValue { Label = "Responsable" });
        await Assertions.Expect(admin.Page.Locator(".steps").First.Locator("tr").Nth(2)).ToContainTextAsync("patronne");
        var delay = admin.Page.GetByLabel("Après (min)").Nth(1);
        await delay.FillAsync("0");
        await admin.Button("Enregistrer").ClickAsync();
        await Assertions.Expect(delay).ToHaveAttributeAsync("aria-invalid", "true");
        await delay.FillAsync("4");
        await admin.Button("Enregistrer").ClickAsync();
        await admin.Page.WaitForURLAsync("**/desk/admin/escalation?policy=*-*");

        await admin.Button("Rejouer 30 jours").ClickAsync();
        await admin.See("Rien n’aurait changé.");
    }

    [Fact]
    public async Task A_rule_of_recurrence_says_what_it_means_and_leads_to_what_it_proposed_and_back()
    {
        await using var host = await NewPlant();
        await using var admin = await Visit.As("admin", chromium, host, Screen.Desk, "/desk/health");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Changer les règles" }).ClickAsync();
        var problem = admin.Page.GetByRole(AriaRole.Form, new() { Name = "Le même problème" });
        await Assertions.Expect(problem).ToContainTextAsync("Dès 3 signalements du même problème en 7 jours");
        await Assertions.Expect(problem).ToContainTextAsync("règle standard");

        await problem.GetByLabel("Nombre d’alertes").FillAsync("4");
        await problem.GetByLabel("En combien de jours").FillAsync("1");
        await Assertions.Expect(problem).ToContainTextAsync("Dès 4 signalements du même problème en une journée");
        await problem.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Assertions.Expect(problem).Not.ToContainTextAsync("règle standard");
        var data = await (await host.SignIn("admin")).Query("{ recurrenceRules { criterion count windowDays } }");
        Assert.Equal(
            """[{"criterion":"KEY","count":4,"windowDays":1},{"criterion":"CAUSE","count":5,"windowDays":30}]""",
            data.GetProperty("recurrenceRules").GetRawText());

        await problem.GetByRole(AriaRole.Link, new() { Name = "Rien n’est proposé" }).ClickAsync();
        await admin.See("Ce qui revient");
    }

    [Fact]
    public async Task A_webhook_is_told_of_the_kinds_that_were_chosen_and_keeps_them()
    {
        await using var host = await NewPlant();
        await using var admin = await Visit.As("admin", chromium, host, Screen.Desk, "/desk/admin/webhooks");
        await admin.Button("Ajouter un webhook").ClickAsync();
        await admin.Page.GetByLabel("Nom").FillAsync("Colonne lumineuse");
        await admin.Page.GetByLabel("Adresse").FillAsync("https://colonne.example/appels");
        await admin.Page.GetByText("Tous les types d’alerte").ClickAsync();
        await admin.Page.GetByLabel("Rupture").CheckAsync();
        await admin.Page.GetByLabel("Sécurité").CheckAsync();
        await admin.Button("Enregistrer").ClickAsync();
        await admin.Button("C’est noté").ClickAsync();
        await admin.See("Rupture, Sécurité");

        await admin.Button("Modifier").ClickAsync();
        await admin.See("2 types d’alerte seulement");
        await admin.Page.GetByLabel("Rupture").UncheckAsync();
        await admin.Button("Enregistrer").ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".webhooks li small")).ToContainTextAsync("Sécurité · ");
        await Assertions.Expect(admin.Page.Locator(".webhooks li small")).Not.ToContainTextAsync("Rupture");
    }

    [Fact]
    public async Task What_is_not_saved_is_asked_about_before_the_page_is_left_and_what_is_saved_is_not()
    {
        await using var host = await NewPlant();
        await using var admin = await Visit.As("admin", chromium, host, Screen.Desk, "/desk/admin/escalation");
        var ask = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Quitter sans enregistrer ?" });
        await admin.Button("Nouvelle politique").ClickAsync();
        await admin.Page.GetByLabel("Nom de la politique").FillAsync("Nuit");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Historique" }).ClickAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Rester" }).ClickAsync();
        await Assertions.Expect(ask).ToHaveCountAsync(0);
        await Assertions.Expect(admin.Page.GetByLabel("Nom de la politique")).ToHaveValueAsync("Nuit");

        await admin.Button("Copier").ClickAsync();
        await Assertions.Expect(admin.Page.GetByLabel("Nom de la politique")).ToHaveValueAsync("Nuit (copie)");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Politique standard" }).ClickAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Rester" }).ClickAsync();
        await admin.Button("Enregistrer").ClickAsync();
        await admin.Page.WaitForURLAsync("**/desk/admin/escalation?policy=*-*");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Calendrier" }).ClickAsync();

        await admin.Button("2×8").ClickAsync();
        await admin.Button("Modifier Matin").ClickAsync();
        await admin.Page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Équipe du matin");
        await admin.Page.EvaluateAsync("history.back()");
        await Assertions.Expect(ask).ToBeVisibleAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Quitter sans enregistrer" }).ClickAsync();
        await admin.Page.WaitForURLAsync("**/desk/admin/escalation?policy=*-*");

        await admin.Page.GetByLabel("Nom de la politique").FillAsync("Nuit et jour");
        Assert.True(await admin.Page.EvaluateAsync<bool>("!dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
        await admin.Button("Enregistrer").ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Nuit et jour" })).ToBeVisibleAsync();
        Assert.False(await admin.Page.EvaluateAsync<bool>("!dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
    }

    [Fact]
    public async Task Too_many_shifts_teams_and_levels_keep_their_layout()
    {
        await using var host = await NewPlant();
        await FillUp(await host.SignIn("admin"));
        var faults = new List<string>();
        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone])
        {
            await using var admin = await Visit.As("admin", chromium, host, screen, "/desk");
            faults.AddRange(await Faults(admin, screen, "fr"));
            await admin.Page.GetByText("Vingt niveaux").First.IsVisibleAsync();
        }

        Assert.Equal([], faults);
    }

    private static async Task<List<string>> Faults(Visit visit, Screen screen, string language)
    {
        var faults = new List<string>();
        foreach (var address in Pages)
        {
            await visit.Page.GotoAsync($"{address}?lang={language}");
            await visit.Settle();
            faults.AddRange(await Inspection.Faults(visit, $"{screen.Name} {language} {address}"));
        }

        return faults;
    }

    /// <summary>A plant of one station without a calendar, with an administrator, a leader and a manager.</summary>
    private static async Task<KaizenHost> NewPlant()
    {
        var host = await KaizenHost.Start();
        var importer = host.WithToken(await host.AddToken("erp", Role.Admin));
        using var body = new StringContent(
            "plant;plantName;area;areaName;line;lineName;station;stationName\nFOR;Cycles du Forez;A1;Atelier 1;L1;Ligne 1;P1;Poste 1\n",
            Encoding.UTF8, "text/csv");
        using var answer = await importer.Http.PostAsync("/imports/locations?plant=FOR", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await host.AddPerson("admin", Role.Admin, "FOR");
        await host.AddPerson("cheffe", Role.TeamLeader, "FOR");
        await host.AddPerson("patronne", Role.Manager, "FOR");
        return host;
    }

    private static async Task FillUp(KaizenClient admin)
    {
        var data = await admin.Query("{ plants { id } people { id } }");
        var plantId = Id(data.GetProperty("plants")[0]);
        var people = data.GetProperty("people").EnumerateArray().Select(Id).ToList();
        var days = new[] { "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY" };
        await admin.Order(
            "saveCalendar",
            new
            {
                plantId,
                shifts = Enumerable.Range(0, 20).Select(n => new
                {
                    code = $"EQ{n:00}", name = $"Équipe numéro {n:00} de l’atelier de montage", starts = $"{n:00}:00", ends = $"{(n + 8) % 24:00}:00", days,
                    breaks = new[] { new { starts = $"{(n + 3) % 24:00}:00", ends = $"{(n + 3) % 24:00}:20" } },
                }),
                closings = Enumerable.Range(1, 12).Select(month => new
                {
                    from = $"2026-{month:00}-01", to = $"2026-{month:00}-05", name = $"Fermeture annuelle numéro {month} des ateliers de montage", everyYear = true,
                }),
                specialDays = Array.Empty<object>(),
            },
            "calendar { version }");
        for (var n = 0; n < 40; n++)
        {
            await admin.Order(
                "saveTeam",
                new
                {
                    plantId, code = $"T{n:00}", name = $"Équipe volante numéro {n:00} du montage final", memberIds = people, rotationStarts = "2026-01-05",
                    rotation = Enumerable.Range(0, 1 + (n % 8)).Select(week => week == 3 ? null : $"EQ{week:00}"),
                },
                "team { id }");
        }

        object[] targets = [new { kind = "ROLE_ON_SHIFT", role = "TEAM_LEADER" }, new { kind = "PLANT" }, new { kind = "PERSON", personId = people[0] }];
        var levels = Enumerable.Range(0, 20).Select(n => new { afterMinutes = n * 7, channels = new[] { "APP", "MAIL", "SCREEN", "WEBHOOK" }, targets });
        await admin.Order(
            "saveEscalationPolicy",
            new
            {
                plantId, name = "Vingt niveaux et un nom qui n’en finit pas de dire ce qu’il dit",
                timers = new[] { new { severity = "CRITICAL", unacknowledged = levels, unresolved = levels, loops = 10 } },
            },
            "escalationPolicy { id }");
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
