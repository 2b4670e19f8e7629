using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Organisation;

/// <summary>Whoever runs another plant learns nothing of this one, not even what there is; and nothing that is written wrongly breaks a door.</summary>
public sealed class StrangersStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private static readonly object[] Major = [new
    {
        severity = "MAJOR", unresolved = Array.Empty<object>(),
        unacknowledged = new[] { new { afterMinutes = 0, targets = new[] { new { kind = "PLANT" } }, channels = new[] { "APP" } } },
    }];

    private static readonly object[] Morning = [new { code = "M", name = "Matin", starts = "05:00", ends = "13:00" }];

    [Fact]
    public async Task Everything_of_another_plant_is_as_unknown_as_what_never_was()
    {
        var (admin, stranger) = (await plant.SignIn(Role.Admin), plant.Host.WithToken(await plant.Host.AddToken("bis2", Role.Admin, "BIS")));
        var person = (await admin.Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        var now = plant.Host.Clock.GetUtcNow();
        var weekly = new { days = new[] { "MONDAY" }, starts = "08:00", minutes = 60 };
        async Task<Guid> Make(string mutation, object input, string what) =>
            (await admin.Order(mutation, input, what + " { id }")).GetProperty("id").GetGuid();
        var alert = await Make("raiseAlert", new { kind = "QUALITY", placeId = plant.Places["P11"], anyway = true }, "alert");
        var policy = await Make("saveEscalationPolicy", new { plantId = plant.PlantId, name = "Jour", timers = Major }, "escalationPolicy");
        var team = await Make("saveTeam", new { plantId = plant.PlantId, code = "T", name = "T", memberIds = new[] { person }, rotationStarts = "2027-03-01" }, "team");
        var absence = await Make("saveAbsence", new { plantId = plant.PlantId, personId = person, from = now, to = now.AddDays(1) }, "absence");
        var window = await Make("saveMaintenanceWindow", new { plantId = plant.PlantId, weekly, until = DateOnly.FromDateTime(now.UtcDateTime).AddDays(9), reason = "R" }, "maintenanceWindow");
        var webhook = await Make("saveWebhook", new { plantId = plant.PlantId, name = "SMS", url = "http://127.0.0.1:9/" }, "webhook");

        (string Mutation, Guid Theirs, Func<Guid, object> Input)[] orders =
        [
            ("shelveAlert", alert, id => new { alertId = id, reason = "R", until = now.AddHours(1) }),
            ("unshelveAlert", alert, id => new { alertId = id }),
            ("transferAlert", alert, id => new { alertId = id, personId = person }),
            ("refuseAlert", alert, id => new { alertId = id, reason = "R" }),
            ("removeEscalationPolicy", policy, id => new { policyId = id }),
            ("saveEscalationPolicy", policy, id => new { policyId = id, plantId = plant.OtherPlantId, name = "X", timers = Major }),
            ("saveKindSetting", policy, id => new { plantId = plant.OtherPlantId, kind = "QUALITY", severity = "MAJOR", policyId = id }),
            ("removeTeam", team, id => new { teamId = id }),
            ("saveTeam", team, id => new { teamId = id, plantId = plant.OtherPlantId, code = "X", name = "X", memberIds = Array.Empty<Guid>(), rotationStarts = "2027-03-01" }),
            ("saveTeam", person, id => new { plantId = plant.OtherPlantId, code = "X", name = "X", memberIds = new[] { id }, rotationStarts = "2027-03-01" }),
            ("saveTeam", plant.Places["P11"], id => new { plantId = plant.OtherPlantId, code = "X", name = "X", areaIds = new[] { id }, memberIds = Array.Empty<Guid>(), rotationStarts = "2027-03-01" }),
            ("removeAbsence", absence, id => new { absenceId = id }),
            ("saveAbsence", absence, id => new { absenceId = id, plantId = plant.OtherPlantId, personId = person, from = now, to = now.AddDays(1) }),
            ("saveAbsence", person, id => new { plantId = plant.OtherPlantId, personId = id, from = now, to = now.AddDays(1) }),
            ("endMaintenanceWindow", window, id => new { windowId = id }),
            ("saveMaintenanceWindow", window, id => new { windowId = id, plantId = plant.OtherPlantId, weekly, until = "2031-01-01", reason = "R" }),
            ("saveMaintenanceWindow", person, id => new { plantId = plant.OtherPlantId, weekly, until = "2031-01-01", reason = "R", ownerId = id }),
            ("removeWebhook", webhook, id => new { webhookId = id }),
            ("saveWebhook", webhook, id => new { webhookId = id, plantId = plant.OtherPlantId, name = "X", url = "http://x/" }),
            ("testWebhook", webhook, id => new { webhookId = id }),
            ("saveFallback", person, id => new { plantId = plant.OtherPlantId, personIds = new[] { id } }),
            .. new (string, Func<Guid, object>)[]
            {
                ("saveCalendar", id => new { plantId = id, shifts = Morning }), ("removeCalendar", id => new { plantId = id }),
                ("saveTeam", id => new { plantId = id, code = "X", name = "X", memberIds = Array.Empty<Guid>(), rotationStarts = "2027-03-01" }),
                ("saveFallback", id => new { plantId = id, personIds = new[] { person } }), ("signHandover", id => new { plantId = id, note = "N" }),
                ("saveEscalationPolicy", id => new { plantId = id, name = "X", timers = Major }),
                ("saveKindSetting", id => new { plantId = id, kind = "QUALITY", severity = "MAJOR" }),
                ("saveWebhook", id => new { plantId = id, name = "X", url = "http://x/" }),
                ("saveMaintenanceWindow", id => new { plantId = id, weekly, until = "2031-01-01", reason = "R" }),
            }.Select(o => (o.Item1, plant.PlantId, o.Item2)),
        ];
        var told = new List<string>();
        foreach (var (mutation, theirs, input) in orders)
        {
            var foreign = (await stranger.Refused(mutation, input(theirs), "__typename")).ToString();
            var unknown = (await stranger.Refused(mutation, input(Guid.CreateVersion7()), "__typename")).ToString();
            if (foreign != unknown || !(foreign.Contains("NOT_FOUND", StringComparison.Ordinal) || foreign.Contains("INVALID", StringComparison.Ordinal)))
            {
                told.Add($"{mutation}: {foreign} / {unknown}");
            }
        }

        string[] questions =
        [
            "calendar(plantId: $id) { version }", "kindSettings(plantId: $id) { kind }", "onShift(plantId: $id) { people { person { name } } }",
            "handoverDraft(plantId: $id) { canSign }", "handover(id: $id) { id }", "thresholdProposals(plantId: $id) { __typename }",
            "workingTime(plantId: $id, from: \"2031-01-01T00:00:00Z\", to: \"2031-01-02T00:00:00Z\")",
            "alarmHealth(plantId: $id, from: \"2031-01-01T00:00:00Z\", to: \"2031-01-02T00:00:00Z\") { __typename }",
            "teams(plantIds: [$id]) { name }", "absences(plantIds: [$id]) { id }", "webhooks(plantIds: [$id]) { url }",
            "maintenanceWindows(plantIds: [$id]) { id }", "escalationPolicies(plantIds: [$id]) { name }",
            "recurrences(plantIds: [$id]) { id }", "recurrenceRules(plantIds: [$id]) { __typename }",
            "outbox(first: 5, plantIds: [$id]) { nodes { sentence address } }", "handovers(first: 5, plantIds: [$id]) { nodes { id } }",
            "dryRunEscalation(input: { plantId: $id, kind: QUALITY, severity: MAJOR }) { text }",
            "replayEscalation(input: { plantId: $id, from: \"2031-01-01T00:00:00Z\", to: \"2031-01-02T00:00:00Z\" }) { alerts }",
        ];
        foreach (var document in questions)
        {
            var foreign = (await stranger.Ask($"query($id: UUID!) {{ {document} }}", new { id = plant.PlantId })).ToString();
            var unknown = (await stranger.Ask($"query($id: UUID!) {{ {document} }}", new { id = Guid.CreateVersion7() })).ToString();
            if (foreign != unknown)
            {
                told.Add($"{document}: {foreign} / {unknown}");
            }
        }

        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    [Fact]
    public async Task What_is_written_wrongly_is_refused_at_its_field_and_breaks_nothing()
    {
        var admin = await plant.SignIn(Role.Admin);
        var (long10k, p) = (new string('é', 10_000), plant.PlantId);
        var weekly = new { days = new[] { "MONDAY" }, starts = "08:00", minutes = 60 };
        object Policy(int minutes, object target) => new
        {
            plantId = p, name = "Z",
            timers = new[] { new { severity = "MAJOR", unresolved = Array.Empty<object>(), unacknowledged = new[] { new { afterMinutes = minutes, targets = new[] { target }, channels = new[] { "APP" } } } } },
        };
        object Team(string code, string name, string starts, object[]? rotation = null, int members = 0) => new
        {
            plantId = p, code, name, memberIds = Enumerable.Range(0, members).Select(_ => Guid.CreateVersion7()), rotationStarts = starts, rotation = rotation ?? [],
        };
        (string Mutation, object Input)[] wrong =
        [
            ("saveWebhook", new { plantId = p, name = "X", url = "file:///etc/passwd" }), ("saveWebhook", new { plantId = p, name = "X", url = "http://eve:pw@roa.fr/" }),
            ("saveWebhook", new { plantId = p, name = "X", url = "javascript:alert(1)" }), ("saveWebhook", new { plantId = p, name = "X", url = "http://" }),
            ("saveWebhook", new { plantId = p, name = long10k, url = "http://roa.fr/" }), ("saveWebhook", new { plantId = p, name = "X", url = "http://roa.fr/" + new string('a', 10_000) }),
            ("saveWebhook", new { plantId = p, name = "\r\n", url = "http://roa.fr/" }), ("saveWebhook", new { plantId = p, name = "X", url = "http://roa.fr/\r\nHost: eve" }),
            ("saveTeam", Team("A", "A", "0001-01-01", members: 10_000)), ("saveTeam", Team(long10k, "A", "2027-03-01")), ("saveTeam", Team("A", long10k, "2027-03-01")),
            ("saveTeam", Team("A", "A", "9999-12-31")), ("saveTeam", Team("A", "A", "2027-03-01", ["🚨"])),
            ("saveAbsence", new { plantId = p, personId = Guid.Empty, from = "0001-01-01T00:00:00Z", to = "9999-12-31T23:59:59Z" }),
            ("saveMaintenanceWindow", new { plantId = p, weekly = weekly with { minutes = -5 }, until = "9999-12-31", reason = "R" }),
            ("saveMaintenanceWindow", new { plantId = p, weekly = weekly with { minutes = int.MaxValue }, until = "0001-01-01", reason = long10k }),
            ("saveMaintenanceWindow", new { plantId = p, weekly = weekly with { starts = "24:00" }, until = "2031-01-01", reason = "R" }),
            ("saveMaintenanceWindow", new { plantId = p, from = "0001-01-01T00:00:00Z", to = "9999-12-31T23:59:59Z", reason = "R" }),
            ("saveMaintenanceWindow", new { plantId = p, from = "9999-12-31T00:00:00Z", to = "9999-12-31T23:59:59Z", reason = "R" }),
            ("saveEscalationPolicy", Policy(-1, new { kind = "PLANT" })), ("saveEscalationPolicy", Policy(int.MaxValue, new { kind = "PLANT" })),
            ("saveEscalationPolicy", Policy(0, new { kind = "ROLE_ON_SHIFT" })), ("saveEscalationPolicy", Policy(0, new { kind = "PERSON", personId = Guid.Empty })),
            ("saveCalendar", new { plantId = p, shifts = Array.Empty<object>() }),
            ("saveCalendar", new { plantId = p, shifts = Morning, closings = new[] { new { from = "0001-01-01", to = "9999-12-31", name = long10k, everyYear = true } } }),
            ("saveCalendar", new { plantId = p, shifts = Enumerable.Repeat(Morning[0], 10_000) }),
            ("saveCalendar", new { plantId = p, shifts = new[] { new { code = "M", name = "M", starts = "٠٥:٠٠", ends = "NaN" } } }),
            ("saveFallback", new { plantId = p, personIds = Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7()) }),
            ("saveNoticePreferences", new { quietFrom = "24:00", quietTo = "06:00" }), ("saveNoticePreferences", new { quietFrom = "22:00", quietTo = "22:00" }),
            ("readNotices", new { ids = Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7()) }), ("readNotices", new { }),
            ("retryOutbox", new { ids = Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7()) }), ("retryOutbox", new { ids = Array.Empty<Guid>() }),
        ];
        var answers = new List<string>();
        foreach (var (mutation, input) in wrong)
        {
            var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
            var answer = (await admin.Ask(
                $$"""mutation($input: {{type}}!) { {{mutation}}(input: $input) { errors { __typename ... on Error { code } } } }""", new { input })).ToString();
            if (answer.Contains("INTERNAL", StringComparison.Ordinal) || answer.Contains("\"errors\":null", StringComparison.Ordinal))
            {
                answers.Add($"{mutation} {JsonSerializer.Serialize(input)[..Math.Min(200, JsonSerializer.Serialize(input).Length)]}: {answer[..Math.Min(300, answer.Length)]}");
            }
        }

        Assert.True(answers.Count == 0, string.Join('\n', answers));
    }
}
