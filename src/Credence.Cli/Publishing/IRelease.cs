namespace Credence.Cli.Publishing;

/// <summary>Tables that may be published, and what has to be said with them.</summary>
internal interface IRelease
{
    void Write(string folder);

    void Say(TextWriter output, string folder, bool json);
}
