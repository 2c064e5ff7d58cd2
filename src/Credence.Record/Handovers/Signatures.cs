namespace Credence.Record.Handovers;

/// <summary>Keeps what waits valid when a host has renewed its own keys.</summary>
internal static class Signatures
{
    /// <summary>
    /// The envelope with a signature of the key that partners know now. It is made anew only where a former key of ours had signed
    /// it: a row that somebody put into the table is never signed.
    /// </summary>
    public static byte[] Current(PostKeys keys, byte[] bytes)
    {
        if (Envelope.Read(bytes, out _) is not { } envelope) return bytes;
        if (envelope.IsSignedBy(keys.Card.Signing)) return bytes;
        foreach (var former in keys.EverySigning())
        {
            using (former)
            {
                if (!envelope.IsSignedBy(P256Key.Of(former))) continue;
            }

            using var signing = keys.Signing();
            return envelope.SignAnew(signing);
        }

        return bytes;
    }
}
