using System.Collections.Concurrent;
using System.Security.Cryptography;
using Credence.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Police.Web.Imports;

/// <summary>
/// Files that were sent and are looked at before they are imported. They lie on the disk encrypted, under a key that is in this process
/// only: what a killed process leaves behind, nobody can read.
/// </summary>
internal sealed class Spool(RecordStore<PoliceContext> record) : IDisposable
{
    private static readonly TimeSpan Waits = TimeSpan.FromHours(8);

    private readonly string _folder = MakeFolder(Path.Combine(record.Vault.Folder.Path, "web", "sent"));
    private readonly ConcurrentDictionary<Guid, SentFile> _files = new();

    /// <summary>Keeps what comes; null if it is longer than this many bytes.</summary>
    public async Task<SentFile?> Keep(AccountId account, string name, Stream sent, long longest, CancellationToken cancellation)
    {
        foreach (var old in _files.Values.Where(file => file.SentAt + Waits < record.Clock.GetUtcNow())) Remove(old);
        var (id, key, iv) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(SentFile.KeyLength), RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(_folder, id.ToString("N"));
        try
        {
            if (await Write(path, key, iv, sent, longest, cancellation) is { } written)
            {
                var file = new SentFile(id, account, Path.GetFileName(name), written.Sha256, record.Clock.GetUtcNow(), path, key, iv, written.Seal);
                _files[id] = file;
                return file;
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        File.Delete(path);
        return null;
    }

    /// <summary>A file that this account sent, or null.</summary>
    public SentFile? Find(AccountId account, Guid id) => _files.TryGetValue(id, out var file) && file.Account == account ? file : null;

    public void Remove(SentFile file)
    {
        _files.TryRemove(file.Id, out _);
        File.Delete(file.Path);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) Remove(file);
    }

    private static async Task<(string Sha256, byte[] Seal)?> Write(string path, byte[] key, byte[] iv, Stream sent, long longest, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cipher = Aes.Create();
        using var seal = new HMACSHA256(key[SentFile.CipherKey..]);
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        await using (var encrypted = new CryptoStream(
            new CryptoStream(file, seal, CryptoStreamMode.Write), cipher.CreateEncryptor(key[..SentFile.CipherKey], iv), CryptoStreamMode.Write))
        {
            var (buffer, length) = (new byte[1 << 16], 0L);
            for (int read; (read = await sent.ReadAsync(buffer, cancellation)) > 0;)
            {
                if ((length += read) > longest) return null;
                hash.AppendData(buffer, 0, read);
                await encrypted.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), seal.Hash!);
    }

    // What an earlier process left is unreadable; it is removed all the same.
    private static string MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}

/// <summary>A file that was sent.</summary>
internal sealed record SentFile(Guid Id, AccountId Account, string Name, string Sha256, DateTimeOffset SentAt, string Path, byte[] Key, byte[] Iv, byte[] Seal)
{
    /// <summary>A key to encrypt, and behind it one to seal what was encrypted.</summary>
    public const int KeyLength = 64;

    public const int CipherKey = 32;

    /// <summary>Whether it lies on the disk as it was sent.</summary>
    public bool IsAsSent()
    {
        using var kept = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Key.AsSpan(CipherKey), kept), Seal);
    }

    /// <summary>Its bytes, from the beginning.</summary>
    public Stream Open()
    {
        var cipher = Aes.Create();
        return new CryptoStream(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete), cipher.CreateDecryptor(Key[..CipherKey], Iv), CryptoStreamMode.Read);
    }

    /// <summary>Its incidents, by columns that a person named; or why there are none.</summary>
    public (IncidentSource? Source, string? Problem) Read(ColumnMap map) =>
        IncidentSource.TryOpen(Open(), map, out var source, out var problem) ? (source, null) : (null, $"{Name}: {problem}");

    public override string ToString() => nameof(SentFile);
}
