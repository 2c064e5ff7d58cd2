namespace Credence.Cli.Screening;

/// <summary>Where a path leads when every link on the way is followed, so that two names of one file are seen as one.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    public static string Of(string path) => Follow(Directory.GetCurrentDirectory(), path, MostLinks);

    /// <summary>True if both are the same file. Names that differ only in case count as the same: some disks take them so.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Part by part, as the system does it: "link/.." is the folder above the target, not the folder of the link.
    private static string Follow(string folder, string path, int links)
    {
        if (links == 0) throw new IOException($"Found more than {MostLinks} links one after another: {path}");
        var full = Path.Combine(folder, path);
        var real = Path.GetPathRoot(full)!;
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        foreach (var part in full[real.Length..].Split(separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            real = new FileInfo(next).LinkTarget is { } target ? Follow(real, target, links - 1) : next;
        }

        return real;
    }
}
