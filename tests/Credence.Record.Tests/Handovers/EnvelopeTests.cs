using System.Security.Cryptography;
using System.Text;
using Credence.Record.Handovers;
using CsCheck;

namespace Credence.Record.Tests.Handovers;

public class EnvelopeTests
{
    private static readonly ECDsa Signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDiffieHellman Sealing = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private static readonly DateTimeOffset Made = new(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private static readonly byte[] Whole = Write("she asked for a bed tonight");

    [Fact]
    public void What_is_sealed_for_one_host_opens_there_and_nowhere_else() => Gen.Byte.Array[0, 9000].Sample(content =>
    {
        var envelope = Envelope.Read(Envelope.Write(Head(), content, P256Key.Of(Sealing), Signing), out _)!;
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        return envelope.IsSignedBy(P256Key.Of(Signing)) && envelope.TryOpen(Sealing)!.SequenceEqual(content) && envelope.TryOpen(other) is null;
    }, iter: 50);

    [Fact]
    public void No_edit_of_an_envelope_throws_or_verifies() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, Whole.Length - 1], Gen.Int[0, Whole.Length - 1], Gen.Byte).Sample((kind, at, other, value) =>
        {
            var edited = Edit(kind, Math.Min(at, other), Math.Max(at, other), value);
            var envelope = Envelope.Read(edited, out var problem);
            return envelope is null
                ? problem.Length is > 0 and < 200
                : edited.AsSpan().SequenceEqual(Whole) || !envelope.IsSignedBy(P256Key.Of(Signing));
        }, iter: 20_000);

    [Fact]
    public void Bytes_of_chance_never_throw() => Gen.Byte.Array[0, 3000].Sample(bytes =>
        Envelope.Read(bytes, out _) is null && Receipt.Read(bytes, out _) is null && PostCard.Read(bytes, out _) is null);

    [Theory]
    [InlineData("credence envelope 1", "credence envelope 2", "Line 1: found another title, expected credence envelope 1.")]
    [InlineData("from: riverton-pd", "from: Riverton PD", "from: found no short name, expected one such as harbor-house.")]
    [InlineData("content: handover 1", "content: handover", "content: found no word and version, expected such as handover 1.")]
    [InlineData("made: 2031-02-03T04:05:06Z", "made: 2031-02-03", "made: found no time, expected one such as 2031-02-03T04:05:06Z.")]
    [InlineData("made: 2031-02-03T04:05:06Z", "made: 2099-02-03T04:05:06Z", "expires: found no time after made, expected one such as 2031-02-03T04:05:06Z.")]
    [InlineData("to: harbor-house\n", "", "Line 3: found no to, expected one there; the text may be cut off.")]
    [InlineData("to: harbor-house", "to: harbor-house\nto: harbor-house", "Line 4: found no id, expected one there; the text may be cut off.")]
    [InlineData("-0000-4000-8000-", "-0000-1000-8000-", "id: found no id of a message, expected one made of chance (version 4).")]
    [InlineData("to-key: ", "to-key: Z", "to-key: found no id of a key, expected 64 hexadecimal digits.")]
    [InlineData("ephemeral: B", "ephemeral: A", "ephemeral: found no point of P-256, expected one in base64.")]
    [InlineData("body: ", "body: *", "body: found no base64, expected the sealed message.")]
    [InlineData("signature: ", "signature: A", "Found no whole signature, expected 64 bytes in base64.")]
    [InlineData("from: ", "from: \u00e9", "Found a byte that is no plain character at 26, expected credence envelope 1.")]
    public void Whatever_is_malformed_is_said_in_one_sentence(string from, string to, string sentence)
    {
        var text = Encoding.UTF8.GetString(Whole);
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.Null(Envelope.Read(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), out var problem));

        Assert.Equal(sentence, problem);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused() =>
        Assert.All(Enumerable.Range(0, Whole.Length), length => Assert.Null(Envelope.Read(Whole.AsSpan(0, length), out _)));

    [Fact]
    public void A_huge_body_is_refused_before_it_is_read()
    {
        Assert.Null(Envelope.Read(new byte[Envelope.Longest + 1], out var problem));

        Assert.StartsWith($"Found {Envelope.Longest + 1} bytes", problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Envelope.Write(Head(), new byte[SealedBody.Longest + 1], P256Key.Of(Sealing), Signing));
        Assert.NotNull(Envelope.Read(Envelope.Write(Head(), new byte[SealedBody.Longest], P256Key.Of(Sealing), Signing), out _));
    }

    [Fact]
    public void Bodies_swapped_between_two_messages_do_not_open_even_if_the_sender_signs_that()
    {
        var other = Lines(Write("another", Guid.NewGuid()));
        var swapped = Envelope.Read(SignAnew([.. Lines(Whole)[..8], other[8], other[9]]), out _)!;

        Assert.True(swapped.IsSignedBy(P256Key.Of(Signing)));
        Assert.Null(swapped.TryOpen(Sealing));
    }

    [Theory]
    [InlineData(1, "from: lakeside-pd")]
    [InlineData(3, "id: 33333333-0000-4000-8000-000000000009")]
    [InlineData(4, "content: other 1")]
    [InlineData(6, "expires: 2031-03-03T04:05:06Z")]
    public void A_partner_cannot_put_another_outside_round_a_body_that_is_not_its_own(int line, string outside)
    {
        var lines = Lines(Whole);
        lines[line] = outside;

        Assert.Null(Envelope.Read(SignAnew(lines), out _)!.TryOpen(Sealing));
    }

    [Fact]
    public void The_length_says_little_of_what_is_inside() =>
        Assert.Single(new[] { "", "a bed", new string('x', 4000) }.Select(text => Write(text).Length).Distinct());

    [Fact]
    public void Two_envelopes_of_the_same_words_have_nothing_in_common()
    {
        var (one, other) = (Lines(Write("words")), Lines(Write("words")));

        Assert.NotEqual(one[9], other[9]);
        Assert.NotEqual(one[8], other[8]);
    }

    private static byte[] Write(string text, Guid? id = null) => Envelope.Write(Head(id), Encoding.UTF8.GetBytes(text), P256Key.Of(Sealing), Signing);

    private static MessageHead Head(Guid? id = null) => new(TwoHosts.Riverton, TwoHosts.Harbor, id ?? new Guid("33333333-0000-4000-8000-000000000001"), TwoHosts.Word, Made, Made.AddDays(14));

    private static string[] Lines(byte[] envelope) => Encoding.ASCII.GetString(envelope).Split('\n')[..^2];

    private static byte[] SignAnew(string[] lines) => SignedText.Sign(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))), Signing);

    private static byte[] Edit(int kind, int at, int other, byte value) => kind switch
    {
        0 => [.. Whole[..at], value, .. Whole[(at + 1)..]],
        1 => [.. Whole[..at], value, .. Whole[at..]],
        2 => [.. Whole[..at], .. Whole[(at + 1)..]],
        3 => Whole[..at],
        4 => [.. Whole[..at], .. Whole[other..]],
        5 => [.. Whole[..other], .. Whole[at..]],
        _ => [.. Whole[..at], .. Whole[at..other].Reverse(), .. Whole[other..]],
    };
}
