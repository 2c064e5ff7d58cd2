using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Credence.Cli.Reports;

/// <summary>The style or the script of the report: text of ours, whole in the page, allowed there by its hash alone.</summary>
internal sealed class ReportAsset
{
    private ReportAsset(string name)
    {
        using var reader = new StreamReader(typeof(ReportAsset).Assembly.GetManifestResourceStream($"report/{name}")!);
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    public static ReportAsset Style { get; } = new("report.css");

    public static ReportAsset Script { get; } = new("report.js");

    public string Text { get; }

    /// <summary>As a content security policy names it (CSP Level 3, section 2.3.1).</summary>
    public string Hash { get; }

    /// <summary>Nothing may load or run but the style and the script of this file.</summary>
    public static string Policy =>
        $"default-src 'none'; style-src {Style.Hash}; script-src {Script.Hash}; base-uri 'none'; form-action 'none'";

    public MarkupString StyleElement => new($"<style>{Text}</style>");

    public MarkupString ScriptElement => new($"<script>{Text}</script>");
}
