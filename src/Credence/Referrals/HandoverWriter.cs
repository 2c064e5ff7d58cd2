using System.Text.Json;

namespace Credence.Referrals;

/// <summary>Writes messages: UTF-8, one form only, so that the same message gives the same bytes everywhere and can be signed.</summary>
public static class HandoverWriter
{
    /// <summary>The bytes of a handover.</summary>
    public static byte[] Bytes(Handover handover) => JsonSerializer.SerializeToUtf8Bytes(WireHandover.Of(handover), WireJson.Default.WireHandover);

    /// <summary>The bytes of a note.</summary>
    public static byte[] Bytes(HandoverNote note) => JsonSerializer.SerializeToUtf8Bytes(WireNote.Of(note), WireJson.Default.WireNote);

    /// <summary>The bytes of a withdrawal.</summary>
    public static byte[] Bytes(ConsentWithdrawal withdrawal) =>
        JsonSerializer.SerializeToUtf8Bytes(WireWithdrawal.Of(withdrawal), WireJson.Default.WireWithdrawal);
}
