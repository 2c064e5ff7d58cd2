using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Credence.RecordBench;

/// <summary>What a browser fetches for a page that it has never seen: the page, and all that it names.</summary>
/// <param name="Page">Bytes of the page.</param>
/// <param name="All">With style sheets, scripts and whatever else it loads.</param>
/// <param name="Sent">The same as it goes over the line to a browser that takes compressed answers, without headers.</param>
/// <param name="Squeezed">The same if the web server in front compressed it with gzip.</param>
internal sealed partial record PageWeight(long Page, long All, long Sent, long Squeezed)
{
    public static async Task<PageWeight> Of(BenchPages pages, Uri address, BenchPage page, Asker asker)
    {
        var body = await pages.Ask(address, page, asker);
        var sent = (await pages.Ask(address, page, asker, "gzip, br")).Length;
        var (all, packed) = ((long)body.Length, Squeeze(body));
        long line = sent;
        foreach (var loaded in Loaded().Matches(Encoding.UTF8.GetString(body)).Select(match => match.Groups[1].Value).Where(place => place.StartsWith('/')).Distinct())
        {
            var asset = new BenchPage(loaded, loaded);
            var bytes = await pages.Ask(address, asset, asker);
            line += (await pages.Ask(address, asset, asker, "gzip, br")).Length;
            all += bytes.Length;
            packed += Squeeze(bytes);
        }

        return new PageWeight(body.Length, all, line, packed);
    }

    private static long Squeeze(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.Length;
    }

    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|icon|manifest)\" href|script src|img src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();
}
