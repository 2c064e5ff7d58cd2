using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Backups;

/// <summary>A backup that was opened: its seal holds, and every part is what the manifest says, before a row of it is used.</summary>
internal sealed class BackupFile : IDisposable
{
    private const long MostOfAManifest = 16 << 20;

    private readonly string _path;
    private readonly ZipArchive _file;

    private BackupFile(string path, ZipArchive file, BackupManifest manifest, string fingerprint) =>
        (_path, _file, Manifest, Fingerprint) = (path, file, manifest, fingerprint);

    public BackupManifest Manifest { get; }

    /// <summary>SHA-256 of the manifest.</summary>
    public string Fingerprint { get; }

    public static async Task<BackupFile> Open(string path, KeyRing ring, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new RecordFault($"{path}: found no file, expected a backup of a record.");
        ZipArchive? file = null;
        try
        {
            file = ZipFile.OpenRead(path);
            var bytes = await ReadWhole(file, BackupManifest.Name, cancellation);
            var seal = await ReadWhole(file, BackupManifest.SealName, cancellation);
            if (bytes is null || seal is null || BackupManifest.Read(bytes) is not { } manifest) throw NoBackup(path);
            if (!CryptographicOperations.FixedTimeEquals(seal, BackupManifest.SealOf(bytes, ring))) throw new RecordFault(
                $"{path}: found a backup that this key ring did not seal, expected one of the record of this ring, unchanged since it was made.");
            var opened = new BackupFile(path, file, manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            foreach (var part in manifest.Parts) await opened.Check(part, cancellation);
            return opened;
        }
        catch (InvalidDataException)
        {
            file?.Dispose();
            throw NoBackup(path);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>The rows of one part, each with a value for every column.</summary>
    public async IAsyncEnumerable<object[]> Rows(BackupPart part, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new StreamReader(Part(part));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return [.. part.Columns.Zip(row.RootElement.EnumerateArray(), (column, value) => column.Kind.Read(value))];
        }
    }

    public void Dispose() => _file.Dispose();

    private async Task Check(BackupPart part, CancellationToken cancellation)
    {
        await using var bytes = Part(part);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)) != part.Sha256) throw new RecordFault(
            $"{_path}: found a part ({part.Name}) that is not what the manifest says, expected the file as it was made; nothing was restored.");
    }

    private Stream Part(BackupPart part) => _file.GetEntry(part.Name)?.Open() ?? throw new RecordFault(
        $"{_path}: found no part {part.Name}, expected the file as it was made; nothing was restored.");

    private static async Task<byte[]?> ReadWhole(ZipArchive file, string name, CancellationToken cancellation)
    {
        if (file.GetEntry(name) is not { Length: < MostOfAManifest } entry) return null;
        await using var stream = await entry.OpenAsync(cancellation);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static RecordFault NoBackup(string path) => new($"{path}: found no backup of a record, expected one as credence db backup wrote it.");
}
