namespace Credence.Browser.Tests.Story;

/// <summary>The pages of a record that another process serves, and the links that it printed.</summary>
internal sealed class Served(Running program, Uri address, IReadOnlyDictionary<string, Uri> links) : IPagesSite, IAsyncDisposable
{
    private const string First = "To sign in first as ";

    public Uri Address => address;

    /// <summary>Starts the pages of one side and waits until they are there.</summary>
    /// <param name="folder">Where its record is.</param>
    /// <param name="side">police, care or portal.</param>
    /// <param name="more">Other words of the command.</param>
    public static async Task<Served> Start(string folder, string side, params string[] more)
    {
        var port = IPagesSite.FreePort();
        var program = Running.Start(folder, ["serve", side, "--listen", $"127.0.0.1:{port}", .. more]);
        var said = await program.SaysUntil("Ctrl+C");
        return new Served(program, new Uri($"http://localhost:{port}"), said.Where(line => line.StartsWith(First, StringComparison.Ordinal))
            .ToDictionary(line => line[First.Length..].Split(' ')[0], line => new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..])));
    }

    public Task<Uri> Link(string handle) => Task.FromResult(links[handle]);

    public string At(string place) => new Uri(address, place).ToString();

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
