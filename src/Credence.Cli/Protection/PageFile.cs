namespace Credence.Cli.Protection;

/// <summary>Writes a page to a new file or to standard output.</summary>
internal static class PageFile
{
    public static void Write(HtmlPage page, string? path, TextWriter output)
    {
        if (path is null)
        {
            output.Write(page);
            return;
        }

        OwnFile.ExpectNew(path);
        OwnFile.Write(path, System.Text.Encoding.UTF8.GetBytes(page.ToString()));
        output.WriteLine($"Written to {path}.");
    }
}
