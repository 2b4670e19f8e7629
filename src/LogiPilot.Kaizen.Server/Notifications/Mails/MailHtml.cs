using System.Globalization;
using System.Text;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Notifications.Mails;

/// <summary>
/// A mail as HTML that mail programs stand: tables for layout, styles in the elements, nothing loaded from anywhere. The style sheet
/// only darkens it where the reader's program is dark and asks for it.
/// </summary>
public static class MailHtml
{
    private const string Font = "font-family:'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif";

    private const string Dark = """
        @media (prefers-color-scheme: dark) {
        .ground { background: #0b1016 !important } .card { background: #131b25 !important; border-color: #2b3a4d !important }
        .said { color: #f5f8fb !important } .muted { color: #b6c4d4 !important } .link { color: #6db3ff !important }
        .foot { border-color: #2b3a4d !important } .act { background: #1f6fd6 !important }
        }
        """;

    public static string Of(MailContent content)
    {
        var look = content.Mark is { } mark ? MailLook.Of(mark.Severity) : MailLook.Plain;
        return $"""
            <!doctype html>
            <html lang="{(content.Language == Language.Fr ? "fr" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Encode(content.Subject)}</title>
            <style>
            {Dark}
            </style>
            </head>
            <body class="ground" style="margin:0;padding:0;background:#f4f6f9;{Font}">
            <div style="display:none;max-height:0;overflow:hidden">{Encode(content.Asked)}</div>
            <table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f6f9" style="background:#f4f6f9">
            <tr><td align="center" style="padding:24px 12px">
            <table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #d5dde7">
            <tr><td bgcolor="{look.Ground}" style="background:{look.Ground};color:{look.Text};padding:14px 24px;{Font};font-size:18px;line-height:24px;font-weight:bold">{Band(content, look)}</td></tr>
            <tr><td style="padding:24px">
            <p class="said" style="margin:0;color:#101820;{Font};font-size:20px;line-height:28px;font-weight:bold">{Encode(content.Asked)}</p>
            {Facts(content)}{Lines(content)}<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:24px">
            <tr><td class="act" align="center" bgcolor="#0b4a9c" style="background:#0b4a9c;border-radius:8px"><a href="{Encode(content.Link.Address)}" style="display:inline-block;padding:16px 28px;color:#ffffff;{Font};font-size:18px;line-height:24px;font-weight:bold;text-decoration:none">{Encode(content.Link.Text)}</a></td></tr>
            </table>
            </td></tr>
            <tr><td class="muted foot" style="padding:16px 24px;border-top:1px solid #d5dde7;color:#47566a;{Font};font-size:14px;line-height:20px">{Encode(content.Signature)}<br><a class="link" href="{Encode(content.Preferences.Address)}" style="color:#0b4a9c">{Encode(content.Preferences.Text)}</a></td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>

            """.ReplaceLineEndings("\r\n");
    }

    /// <summary>Shape and word of the severity, then what it is; without severity, the subject.</summary>
    private static string Band(MailContent content, MailLook look) => content.Mark is { } mark
        ? $"""<span aria-hidden="true">{look.Shape}</span> {Encode(mark.Word)} &middot; {Encode(mark.Kind)}"""
        : Encode(content.Subject);

    private static string Facts(MailContent content)
    {
        if (content.Facts.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder("""<table cellpadding="0" cellspacing="0" border="0" style="margin-top:16px">""").Append('\n');
        foreach (var fact in content.Facts)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><th class="muted" scope="row" align="left" valign="top" style="padding:4px 16px 4px 0;color:#47566a;{Font};font-size:16px;line-height:24px;font-weight:normal">{Encode(fact.Name)}</th><td class="said" valign="top" style="padding:4px 0;color:#101820;{Font};font-size:16px;line-height:24px">{Encode(fact.Value)}</td></tr>

                """);
        }

        return html.Append("</table>\n").ToString();
    }

    private static string Lines(MailContent content)
    {
        if (content.Lines.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder($"""<ul class="said" style="margin:16px 0 0;padding:0 0 0 20px;color:#101820;{Font};font-size:16px;line-height:24px">""").Append('\n');
        foreach (var line in content.Lines)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<li style="padding:2px 0">{Encode(line)}</li>""").Append('\n');
        }

        return html.Append("</ul>\n").ToString();
    }

    /// <summary>Only what means something to HTML: letters with accents stay as they are.</summary>
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
