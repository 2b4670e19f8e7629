using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>How printed pages look: A4, the product's font where the web is installed, headings that stay with what they head.</summary>
internal static class PrintLook
{
    private const string Sheet = """
        @page { size: A4; margin: 14mm 15mm 17mm; @bottom-left { content: "NUMBER"; font: 9pt var(--font); color: #47566a } @bottom-right { content: counter(page) " / " counter(pages); font: 9pt var(--font); color: #47566a } }
        :root { --font: "Atkinson Hyperlegible Next", "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
        * { box-sizing: border-box }
        html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
        body { margin: 0; font: 500 10pt/1.4 var(--font); color: #101820; background: #fff; overflow-wrap: break-word }
        @media screen { body { max-width: 210mm; margin: 0 auto; padding: 14mm 15mm } }
        p, dl, ul, ol, table, figure { margin: 0 }
        h1 { margin: 0 0 1mm; font-size: 18pt; line-height: 1.2 }
        h2 { margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: .5mm solid #101820; font-size: 13pt; line-height: 1.25 }
        h3 { margin: 4mm 0 1mm; font-size: 10.5pt; line-height: 1.3 }
        h1, h2, h3, .lead, .with { break-after: avoid; break-inside: avoid }
        .lead { color: #47566a }
        .text { white-space: pre-line; orphans: 3; widows: 3 }
        .small { margin-bottom: 1.5mm; color: #47566a; font-size: 8.5pt; break-before: avoid }
        .open { color: #6b4500; font-weight: 700 }
        .signed { color: #135c2b; font-weight: 700 }
        .short { break-inside: avoid }
        dl.facts { display: grid; grid-template-columns: 42mm 1fr; gap: .8mm 4mm; margin: 2mm 0 }
        dl.facts > div { display: contents }
        dt { color: #47566a } dd { margin: 0; white-space: pre-line }
        table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.3; margin: 1mm 0 2mm }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        th, td { padding: 1.2mm 1.6mm; border: .2mm solid #738194; text-align: left; vertical-align: top; white-space: pre-line }
        th { background: #eef2f7 }
        td.number { text-align: right; white-space: nowrap }
        table.signed-by { table-layout: fixed } table.signed-by th { width: 40mm } table.signed-by th:first-child { width: auto } table.signed-by th:nth-child(3) { width: 26mm } table.signed-by td { height: 10mm }
        table.dated { table-layout: fixed } table.dated th:first-child { width: 25mm } table.dated th:last-child { width: 27mm }
        table.together { break-inside: avoid }
        ul { padding-left: 5mm }
        figure { break-inside: avoid; margin: 1.5mm 0 2.5mm }
        figure svg { display: block; max-width: 100%; height: auto; max-height: 235mm }
        .room { border: .2mm solid #738194; margin: 1mm 0 2mm; break-inside: avoid }
        table.blank td { height: 11mm } table.blank td:first-child { min-width: 26mm }
        .form { display: flex; flex-wrap: wrap; gap: 4mm; margin: 3mm 0 1mm; break-inside: avoid } .form span { min-height: 10mm; border-bottom: .2mm solid #738194; color: #47566a; font-size: 8.5pt }
        ul.boxes { display: flex; flex-wrap: wrap; gap: 1.5mm 7mm; padding: 0; list-style: none; break-inside: avoid } ul.boxes li::before { content: ""; display: inline-block; width: 3.4mm; height: 3.4mm; margin-right: 2mm; border: .3mm solid #101820; vertical-align: -.4mm }
        .example { padding-left: 3mm; border-left: .6mm solid #738194 }
        .photos { display: flex; flex-wrap: wrap; gap: 2mm } .photos img { max-width: 85mm; max-height: 60mm; border: .2mm solid #738194 }
        """;

    /// <summary>The style sheet of a page; the number of what is printed stands at the foot of each sheet.</summary>
    public static string Style(string number) =>
        Fonts() + Sheet.Replace("NUMBER", new string([.. number.Where(c => char.IsLetterOrDigit(c) || c is '-' or ' ')]), StringComparison.Ordinal);

    public static string Lang(Language language) => language == Language.Fr ? "fr" : "en";

    private static string Fonts() => string.Concat(
        ((string[])["latin", "latin-ext"]).Select(part => Font(part) is { } file
            ? $"@font-face {{ font-family: \"Atkinson Hyperlegible Next\"; font-weight: 200 800; src: url(\"/assets/{file}\") format(\"woff2\"){(part == "latin" ? "" : "; unicode-range: U+0100-0151, U+0154-02BA, U+1E00-1EFF")} }}\n"
            : ""));

    private static string? Font(string part)
    {
        var assets = Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");
        return Directory.Exists(assets)
            ? Directory.EnumerateFiles(assets, $"atkinson-hyperlegible-next-{part}-wght-normal-*.woff2").Select(Path.GetFileName).FirstOrDefault()
            : null;
    }
}
