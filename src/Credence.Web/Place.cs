namespace Credence.Web;

/// <summary>A page that the frame names.</summary>
/// <param name="Word">How pages say that they are it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Words">What the link says.</param>
public sealed record Place(string Word, string Address, string Words);
