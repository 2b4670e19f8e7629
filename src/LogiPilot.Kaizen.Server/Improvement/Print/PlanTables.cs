using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>What a plan's report lists after the steps: actions, indicators, meetings, referrals, communications, history.</summary>
internal sealed class PlanTables(PlanFile file, PrintPage page)
{
    private readonly DrawingWords _words = page.Words;

    public void Write()
    {
        Actions();
        Indicators();
        Meetings();
        Referrals();
        Communications();
        History();
    }

    private void Actions()
    {
        if (file.Picture.Actions.Count == 0)
        {
            return;
        }

        page.Heading(2, page.Word("actions"));
        page.Table(
            [page.Word("reference"), page.Word("action"), page.Word("owner"), page.Word("originalDue"), page.Word("due"), page.Word("state"), page.Word("proof")],
            [
                .. file.Picture.Actions.Select(a => (string?[])
                [
                    a.Number, string.Join("\n", new[] { a.What, a.Why, _words.Word("actions.kind", a.Kind) }.Where(s => s is not null)),
                    file.Person(a.OwnerId), _words.Day(a.OriginalDueOn), Due(a), State(a), Proof(a),
                ]),
            ]);
        Delays();
    }

    private string Due(ImprovementAction action) =>
        _words.Day(action.DueOn) + (action.Slips > 0 ? "\n" + page.Word("slips", ("count", action.Slips)) : "");

    private void Delays()
    {
        var delays = file.Picture.Actions.SelectMany(a => a.Delays.Select(d => (Action: a, Delay: d))).ToList();
        if (delays.Count > 0)
        {
            page.Heading(3, page.Word("delays"));
            page.Table(
                [page.Word("reference"), page.Word("cause"), page.Word("impact"), page.Word("measures"), page.Word("newDue"), page.Word("state")],
                [
                    .. delays.Select(d => (string?[])
                    [
                        d.Action.Number, d.Delay.Cause, d.Delay.Impact, d.Delay.Measures, _words.Day(d.Delay.NewDueOn),
                        string.Join("\n", new[] { _words.Word("actions.delayState", d.Delay.State), d.Delay.Answer }.Where(s => s is not null)),
                    ]),
                ]);
        }
    }

    private string State(ImprovementAction action) => string.Join("\n", new[]
    {
        _words.Word("actions.state", action.State),
        action.VerifiedAt is { } verified ? page.Word("by", ("person", file.Person(action.VerifiedById) ?? page.Word("bySystem")), ("day", file.Day(verified, _words)))
            : action.DoneOn is { } done ? _words.Day(done) : null,
        action.State is ActionState.Done or ActionState.Verified ? null : action.Reason,
    }.Where(s => s is not null));

    private string Proof(ImprovementAction action) => string.Join("\n", new[]
    {
        action.Proof.Text, action.Proof.Link,
        action.Proof.AttachmentIds.Count > 0 ? page.Word("files", ("count", action.Proof.AttachmentIds.Count)) : null,
        action.Effect, action.IsEffective is { } isEffective ? page.Word(isEffective ? "effective" : "notEffective") : null,
        action.RemovalCondition is { } condition ? page.Word("removal") + _words.Colon + condition : null,
        action.RemovedAt is { } removed ? page.Word("removed", ("day", file.Day(removed, _words))) : null,
    }.Where(s => s is not null));

    private void Indicators()
    {
        if (file.Picture.Indicators.Count == 0)
        {
            return;
        }

        page.Heading(2, page.Word("indicators"));
        var effects = new PlanEffects(file.Picture);
        foreach (var indicator in file.Picture.Indicators)
        {
            page.Draw([IndicatorDrawing.Draw(indicator, m => effects.WhyNotCounted(indicator, m), _words)]);
            page.Table(
                [page.Word("from"), page.Word("to"), page.Word("value"), page.Word("exposure"), page.Word("notes")],
                [
                    .. indicator.Baseline is { } first
                        ? [(string?[])[_words.Day(first.From), _words.Day(first.To), _words.Quantity(first.Value, indicator.Unit), _words.Number(first.Exposure), page.Word("baseline")]]
                        : (string?[][])[],
                    .. indicator.Measures.Select(m => (string?[])
                    [
                        _words.Day(m.Period.From), _words.Day(m.Period.To), _words.Quantity(m.Period.Value, indicator.Unit), _words.Number(m.Period.Exposure),
                        string.Join("\n", new[] { m.ById is { } by ? page.Word("by", ("person", file.Person(by)), ("day", _words.Day(m.MeasuredOn))) : _words.Day(m.MeasuredOn), m.Note, indicator.IsSuperseded(m) ? page.Word("superseded") : null }.Where(s => s is not null)),
                    ]),
                ]);
        }
    }

    private void Meetings()
    {
        if (file.Picture.Meetings.Count == 0)
        {
            return;
        }

        page.Heading(2, page.Word("meetings"));
        page.Table(
            [page.Word("when"), page.Word("present"), page.Word("decisions"), page.Word("notes"), page.Word("born")],
            [
                .. file.Picture.Meetings.OrderBy(m => m.HeldAt).Select(m => (string?[])
                [
                    $"{file.Day(m.HeldAt, _words)}\n{page.Word("minutes", ("minutes", m.Minutes))}", People(m.PresentIds), string.Join("\n", m.Decisions), m.Notes,
                    string.Join(", ", file.Picture.Actions.Where(a => m.ActionIds.Contains(a.Id)).Select(a => a.Number)),
                ]),
            ]);
    }

    private void Referrals()
    {
        if (file.Referrals.Count == 0)
        {
            return;
        }

        page.Heading(2, page.Word("referrals"));
        page.Table(
            [page.Word("service"), page.Word("question"), page.Word("answer")],
            [
                .. file.Referrals.Select(r => (string?[])
                [
                    _words.Word("admin.service", r.Service), $"{r.Question}\n{By(r.AskedById, r.AskedAt)}",
                    r.AnsweredAt is { } at ? $"{r.Answer}\n{By(r.AnsweredById, at)}" : page.Word("noAnswer"),
                ]),
            ]);
    }

    private void Communications()
    {
        if (file.Picture.Communications.Count == 0)
        {
            return;
        }

        page.Heading(2, page.Word("communications"));
        page.Table(
            [page.Word("when"), page.Word("what"), page.Word("readBy"), page.Word("notReadBy")],
            [
                .. file.Picture.Communications.OrderBy(c => c.SentAt).Select(c => (string?[])
                [
                    By(c.ById, c.SentAt), c.Text, People(c.Readings.Select(r => r.PersonId)), People(c.ToIds.Where(p => !c.HasRead(p))),
                ]),
            ]);
    }

    private void History()
    {
        page.Heading(2, page.Word("history"));
        page.Table(
            [page.Word("when"), page.Word("what"), page.Word("reason")],
            [
                .. file.History.Select(e =>
                {
                    var sentence = PlanHistorySentence.Of(e, file.Plan, file.People);
                    return (string?[])[file.Day(e.At, _words), _words.Texts.Of(_words.Language, sentence.Key, sentence.Arguments), e.Comment];
                }),
            ]);
    }

    private string By(Guid? person, DateTimeOffset at) =>
        page.Word("by", ("person", file.Person(person) ?? page.Word("bySystem")), ("day", file.Day(at, _words)));

    private string People(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => file.Person(id)).OfType<string>());
}
