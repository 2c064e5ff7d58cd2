namespace Credence.Cli.Publishing;

/// <summary>Tables that may be published, and what has to be said with them.</summary>
internal interface IRelease
{
    public void Write(string folder);

    public void Say(TextWriter output, string folder, bool json);
}
