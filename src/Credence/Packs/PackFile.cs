namespace Credence.Packs;

/// <summary>One file of a pack, as text: the ground floor opens no file.</summary>
/// <param name="Path">Path below the packs folder with forward slashes, such as indicators/en/debt.yaml.</param>
/// <param name="Text">What the file says.</param>
/// <param name="IsLocal">True if the agency laid it over the packs that ship.</param>
public sealed record PackFile(string Path, string Text, bool IsLocal = false)
{
    /// <summary>The folder, which is the pack.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}
