using System.Text;
using Credence.Record.Keys;
using Credence.Record.Storage;
using CsCheck;

namespace Credence.Record.Tests.Keys;

public class VaultTests
{
    private static readonly Guid One = new("33333333-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("33333333-0000-0000-0000-000000000002");

    [Fact]
    public void What_is_sealed_opens_in_its_own_place_only() => Gen.Byte.Array.Sample(plain =>
    {
        using var key = new ContentKey([.. Enumerable.Repeat((byte)7, ContentKey.Length)]);
        var place = new SealedPlace("incident-rows.content", One, 3);
        var bytes = key.Seal(plain, place);

        return key.TryOpen(bytes, place)!.SequenceEqual(plain)
            && key.TryOpen(bytes, place with { Row = 4 }) is null
            && key.TryOpen(bytes, place with { Subject = Other }) is null
            && key.TryOpen(bytes, place with { Field = "incidents.findings" }) is null;
    });

    [Fact]
    public void A_sealed_value_with_one_bit_turned_does_not_open() => Gen.Int[0, (1 + 12 + 16 + 5) * 8 - 1].Sample(bit =>
    {
        using var key = new ContentKey([.. Enumerable.Repeat((byte)7, ContentKey.Length)]);
        var place = new SealedPlace("x.y", One);
        var bytes = key.Seal("words"u8, place);
        bytes[bit / 8] ^= (byte)(1 << bit % 8);

        return key.TryOpen(bytes, place) is null;
    });

    [Fact]
    public void The_same_words_never_give_the_same_bytes()
    {
        using var key = new ContentKey(new byte[ContentKey.Length]);
        var place = new SealedPlace("x.y", One);

        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Convert.ToHexString(key.Seal("words"u8, place))).Distinct().Count());
    }

    [Fact]
    public async Task A_key_that_was_erased_is_never_found_and_never_made_again()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var vault = await NewVault(workplace);
        using (await vault.Make([One, Other], default)) await vault.Keys.Erase(One, DateTimeOffset.UnixEpoch, default);

        using var again = await vault.Make([One, Other], default);

        Assert.Null(again[One]);
        Assert.NotNull(again[Other]);
        Assert.Null(await vault.Find(One, default));
    }

    [Fact]
    public async Task An_erased_key_s_bytes_are_nowhere_in_the_folder_of_keys()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var vault = await NewVault(workplace);
        using var keys = await vault.Make([One, Other], default);
        var wrapped = (await vault.Keys.Find([One], default))[0].Bytes;
        Assert.True(IsAnywhere(workplace, wrapped));

        await vault.Keys.Erase(One, DateTimeOffset.UnixEpoch, default);

        Assert.False(IsAnywhere(workplace, wrapped));
    }

    [Fact]
    public async Task A_wrapped_key_moved_to_another_subject_does_not_unwrap()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var vault = await NewVault(workplace);
        using var keys = await vault.Make([One], default);
        var wrapped = (await vault.Keys.Find([One], default))[0];

        Assert.NotNull(vault.Ring.TryUnwrap(wrapped.Bytes, wrapped.Version, One));
        Assert.Null(vault.Ring.TryUnwrap(wrapped.Bytes, wrapped.Version, Other));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_ring_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such modes.");
        var folder = new KeyFolder(Directory.CreateTempSubdirectory("credence-").FullName);
        FileKeyRing.OpenOrCreate(folder.Ring, TimeProvider.System);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Ring));

        File.SetUnixFileMode(folder.Ring, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("mode 600", Assert.Throws<RecordFault>(() => FileKeyRing.Open(folder.Ring)).Message, StringComparison.Ordinal);
        Directory.Delete(folder.Path, recursive: true);
    }

    [Fact]
    public void A_ring_s_keys_for_different_uses_have_nothing_in_common()
    {
        var folder = new KeyFolder(Directory.CreateTempSubdirectory("credence-").FullName);
        var ring = FileKeyRing.OpenOrCreate(folder.Ring, TimeProvider.System);

        Assert.NotEqual(ring.Derive("search"), ring.Derive("event-chain"));
        Assert.Equal(ring.Derive("search"), FileKeyRing.Open(folder.Ring).Derive("search"));
        Directory.Delete(folder.Path, recursive: true);
    }

    private static async Task<Vault> NewVault(Workplace workplace)
    {
        var folder = Cast.Keys(workplace);
        return new Vault(folder, FileKeyRing.OpenOrCreate(folder.Ring, TimeProvider.System), await KeyStore.OpenOrCreate(new RecordPlace.EmbeddedFile(folder.Keys), default));
    }

    private static bool IsAnywhere(Workplace workplace, byte[] bytes) => Directory.EnumerateFiles(Cast.Keys(workplace).Path)
        .Any(file => Encoding.Latin1.GetString(ReadShared(file)).Contains(Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [Fact]
    public async Task Those_who_make_a_ring_at_once_end_with_the_same_one()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        foreach (var round in Enumerable.Range(0, 60))
        {
            var path = workplace.File($"ring-{round}.json");
            using var start = new Barrier(6);
            var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Convert.ToHexString(FileKeyRing.OpenOrCreate(path, TimeProvider.System).Derive("any"));
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.Equal(Convert.ToHexString(FileKeyRing.Open(path).Derive("any")), Assert.Single(made.Distinct()));
        }
    }
}
