using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Drawings;

/// <summary>The drawings of analyses, with little and with much, in both languages.</summary>
public sealed class DrawingTests
{
    private const string Problem = "14 fois en 4 semaines, le poste 7 s’arrête faute de faisceau FAI-081";
    private static readonly Texts Texts = new();

    [Fact]
    public void A_tree_shows_both_branches_with_the_verdict_and_share_of_each_cause() =>
        Look("tree-little", FiveWhyDrawing.Draw(CausesValue.Tree(Examples.Tree), Problem, Words(Language.Fr)));

    [Fact]
    public void A_tree_of_a_hundred_causes_goes_on_over_pages_without_losing_one()
    {
        var tree = CausesValue.Tree(Examples.LargeTree);
        var pages = FiveWhyDrawing.Draw(tree, Problem, Words(Language.En), Frame.PageHeight);

        Assert.True(pages.Count > 1);
        Assert.All(pages, p => Assert.InRange(p.Height, 100, Frame.PageHeight + 10));
        var told = string.Concat(pages.Select(Told));
        Assert.All(tree.Causes, c => Assert.Contains(c.Text!, told, StringComparison.Ordinal));
        Look("tree-much", [pages[0], pages[^1]]);
    }

    [Fact]
    public void A_fishbone_of_thirty_causes_keeps_them_apart()
    {
        var causes = CausesValue.Ishikawa(Examples.Ishikawa);
        var picture = IshikawaDrawing.Draw(causes, Problem, Words(Language.Fr));

        Assert.Equal(30, causes.Causes.Count);
        Assert.True(picture.IsComplete);
        Assert.All(causes.Causes, c => Assert.Contains(c.Text!, Told(picture), StringComparison.Ordinal));
        NothingLiesUponAnother(picture);
        Look("ishikawa-much", [picture]);
    }

    [Fact]
    public void A_fishbone_without_causes_shows_its_six_families() =>
        Look("ishikawa-little", [IshikawaDrawing.Draw(CausesValue.Ishikawa(Examples.Json("[]")), null, Words(Language.En))]);

    [Fact]
    public void Seven_questions_are_seven_panels()
    {
        Look("qqoqccp-little", QqoqccpDrawing.Draw(QqoqccpValue.Of(Examples.Json("""{"who": "L’équipe A", "howMuch": "14 ruptures"}""")), Words(Language.Fr)));
        Look("qqoqccp-much", QqoqccpDrawing.Draw(QqoqccpValue.Of(Examples.Qqoqccp), Words(Language.En), Frame.PageHeight));
    }

    [Fact]
    public void What_is_and_what_is_not_stand_side_by_side()
    {
        Look("is-is-not", FieldDrawing.Of(Examples.IsIsNotField, Examples.IsIsNot, null, Says(Language.Fr), Frame.PageHeight));
    }

    [Fact]
    public void A_sipoc_leads_from_suppliers_to_customers_and_goes_on_over_pages()
    {
        Look("sipoc", FieldDrawing.Of(Examples.Field("DMAIC", "DEFINE.sipoc"), Examples.Sipoc, null, Says(Language.Fr), Frame.PageHeight));
        var much = JsonSerializer.SerializeToElement(Enumerable.Range(1, 40).Select(i => new { part = i % 2 == 0 ? "PROCESS" : "OUTPUTS", what = $"Étape n° {i} du réapprovisionnement" }));
        var pages = FieldDrawing.Of(Examples.Field("DMAIC", "DEFINE.sipoc"), much, null, Says(Language.En), Frame.PageHeight);

        Assert.Equal(2, pages.Count);
        Assert.All(pages, p => Assert.True(p.IsComplete && p.Height <= Frame.PageHeight));
        Assert.All(Enumerable.Range(1, 40), i => Assert.Contains($"Étape n° {i} du", string.Concat(pages.Select(Told)), StringComparison.Ordinal));
        Assert.All(pages, NothingLiesUponAnother);
    }

    [Fact]
    public void The_bad_part_stands_beside_the_good_one_with_what_differs()
    {
        var pages = FieldDrawing.Of(Examples.Field("QRQC", "ANALYSIS.comparison"), Examples.Comparison, null, Says(Language.Fr), Frame.PageHeight);
        Assert.All(pages, NothingLiesUponAnother);
        Look("comparison", pages);
    }

    [Fact]
    public void A_pareto_has_bars_and_the_line_of_eighty_percent()
    {
        Look("pareto-little", [ParetoDrawing.Draw(Pareto(3), Words(Language.En))]);
        var much = ParetoDrawing.Draw(Pareto(20), Words(Language.Fr));
        Assert.False(much.IsComplete);
        Look("pareto-much", [much]);
        Look("pareto-none", [ParetoDrawing.Draw(Pareto(0), Words(Language.Fr))]);
    }

    [Fact]
    public void Risks_are_scored_in_squares_and_figures() =>
        Look("risks", [RiskDrawing.Draw(RisksValue.Of(Examples.Risks), Words(Language.Fr))]);

    [Fact]
    public void An_indicator_hatches_what_does_not_count_and_leaves_out_what_was_put_right()
    {
        var indicator = Indicator.Define(Guid.Empty, Guid.Empty, new(
            "Ruptures au poste 7", "ruptures", Direction.Lower, MeasureSource.StockOuts, [new PlanKey("SUPPLY", null, null)], Exposure.WorkingHours,
            new MeasuredPeriod(Day(10, 14), Day(11, 10), 14, 320, 14), 1, Day(12, 30)));
        Look("indicator-little", [IndicatorDrawing.Draw(indicator, _ => null, Words(Language.En))]);
        indicator.Record(Measured(Day(11, 1), Day(11, 28), 5, 320));
        indicator.Record(Measured(Day(11, 11), Day(11, 24), 2, 160));
        indicator.Record(Measured(Day(11, 25), Day(12, 22), 3, 190));
        indicator.Record(Measured(Day(12, 23), new(2027, 1, 19), 7, 310));
        indicator.Record(Measured(Day(12, 23), new(2027, 1, 19), 1, 310));
        Look("indicator-much", [IndicatorDrawing.Draw(indicator, m => Effect.WhyNotCounted(indicator.Baseline!, m.Period, Day(11, 11), null), Words(Language.Fr))]);
    }

    [Theory]
    [InlineData(1, "ruptures", "1 rupture", "1 rupture")]
    [InlineData(0, "minutes d’arrêt de ligne", "0 minute d’arrêt de ligne", "0 minutes d’arrêt de ligne")]
    [InlineData(1.5, "bacs vides par jours", "1,5 bac vide par jours", "1.5 bacs vides par jours")]
    [InlineData(2, "ruptures", "2 ruptures", "2 ruptures")]
    [InlineData(1, "mois", "1 mois", "1 mois")]
    [InlineData(1, "pcs", "1 pcs", "1 pcs")]
    [InlineData(1, "plateaux", "1 plateau", "1 plateaux")]
    [InlineData(1, "stock-outs per week", "1 stock-out per week", "1 stock-out per week")]
    [InlineData(1, "boxes", "1 boxe", "1 boxes")]
    public void A_unit_agrees_with_its_number(double number, string unit, string french, string english) => Assert.Equal(
        (french, english), (Words(Language.Fr).Quantity((decimal)number, unit).Replace('\u00a0', ' '), Words(Language.En).Quantity((decimal)number, unit).Replace('\u00a0', ' ')));

    [Fact]
    public void The_first_of_a_month_is_said_as_people_say_it() =>
        Assert.Equal("1er mai 2026, 2 mai 2026, 1 May 2026", $"{Words(Language.Fr).Day(Day(5, 1))}, {Words(Language.Fr).Day(Day(5, 2))}, {Words(Language.En).Day(Day(5, 1))}".Replace('\u00a0', ' '));

    [Fact]
    public void A_time_line_shows_what_slipped() => Look("time-line", [TimeLineDrawing.Draw(
        [
            new("D0 Urgence", "Signée le 13 nov.", Day(11, 13), Day(11, 14), Day(11, 14), Day(11, 13)),
            new("D4 Causes racines", "Ouverte", Day(11, 14), Day(11, 20), Day(11, 24), null),
            new("D6 Mise en œuvre", "En retard", Day(11, 14), Day(11, 18), Day(11, 18), null),
            new("D8 Clôture", "À préparer", Day(12, 20), Day(12, 22), Day(12, 22), null),
        ],
        Day(11, 22),
        Words(Language.Fr))]);

    [Fact]
    public void What_people_write_is_never_taken_for_markup()
    {
        const string hostile = """</text><script>alert("1")</script>&amp;]]> <b>x</b>""";
        var tree = JsonSerializer.SerializeToElement(new[] { new { id = "a", text = hostile + "\u0007", verdict = "OPEN" } });
        var picture = FiveWhyDrawing.Draw(CausesValue.Tree(tree), hostile, Words(Language.Fr))[0];

        Assert.DoesNotContain("<script", picture.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain(XDocument.Parse(picture.Svg).Descendants(), e => e.Name.LocalName is "script" or "b");
    }

    [Fact]
    public void Text_that_does_not_fit_is_wrapped_then_shrunk_then_shortened_with_the_whole_as_title()
    {
        Assert.Equal(["aaa bbb", "ccc"], TextBlock.Fit("aaa bbb ccc", FontWidths.Of("aaa bbb", 13, bold: false) + 1).Lines);
        Assert.True(TextBlock.Fit("aaa bbb ccc ddd eee", 60, mostLines: 2).Size < 13);
        var cut = TextBlock.Fit(string.Join(' ', Enumerable.Repeat("mot", 200)), 100, mostLines: 3);
        Assert.True(cut.IsCut);
        Assert.EndsWith("…", cut.Lines[^1], StringComparison.Ordinal);
        Assert.All(cut.Lines, l => Assert.True(FontWidths.Of(l, cut.Size, cut.IsBold) <= 100));
        Assert.All(TextBlock.Fit(new string('W', 90), 100).Lines, l => Assert.True(FontWidths.Of(l, 13, bold: false) <= 100));
    }

    /// <summary>Lines of text: none stands where another stands, none leaves the picture.</summary>
    private static void NothingLiesUponAnother(Picture picture)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var lines = XDocument.Parse(picture.Svg).Descendants(svg + "tspan").Select(line =>
        {
            var text = line.Parent!;
            var size = Number(text.Attribute("font-size"));
            var width = FontWidths.Of(line.Value, size, (string?)text.Attribute("font-weight") == "700");
            var x = Number(line.Attribute("x")) - ((string?)text.Attribute("text-anchor") switch { "middle" => width / 2, "end" => width, _ => 0 });
            var y = Number(line.Attribute("y"));
            return (Left: x, Right: x + width, Top: y - (size * 0.7), Bottom: y, line.Value);
        }).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            Assert.InRange(lines[i].Left, 0, picture.Width);
            Assert.InRange(lines[i].Right, 0, picture.Width);
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (lines[i], lines[j]);
                Assert.False(a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom, $"“{a.Value}” lies upon “{b.Value}”");
            }
        }
    }

    private static double Number(XAttribute? attribute) => double.Parse(attribute!.Value, CultureInfo.InvariantCulture);

    /// <summary>The text of a drawing as one who copies it gets it.</summary>
    private static string Told(Picture picture) => string.Join(
        '\n', XDocument.Parse(picture.Svg).Descendants().Where(e => e.Name.LocalName == "text").Select(t => string.Join(' ', t.Elements().Select(e => e.Value)))).Replace('\u00a0', ' ');

    private static void Look(string name, IReadOnlyList<Picture> pictures, [System.Runtime.CompilerServices.CallerFilePath] string test = "")
    {
        Assert.NotEmpty(pictures);
        for (var i = 0; i < pictures.Count; i++)
        {
            Snapshot.Verify(pictures[i].Svg, pictures.Count == 1 ? name : $"{name}-{i + 1}", "svg", test);
        }
    }

    private static FieldWords Says(Language language) => new(Words(language), (_, _) => null, _ => null);

    private static DrawingWords Words(Language language) => new(Texts, language);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static Measure Measured(DateOnly from, DateOnly to, decimal value, decimal exposure) =>
        new(new Guid($"{(int)value:D8}-0000-0000-0000-{to:yyyyMMdd}0000"), 1, new(from, to, value, exposure, 4), MeasureSource.StockOuts, to.AddDays(1));

    private static ParetoValue Pareto(int rows) => new(
        ParetoGroup.Cause, Day(10, 1), Day(11, 10),
        [.. Enumerable.Range(1, rows).Select(i => new ParetoRow(i == 1 ? "Seuil de réapprovisionnement trop bas" : $"Cause n° {i}", 60 / i))]);
}
