using System.Diagnostics;
using System.Globalization;

namespace Credence.Bench;

/// <summary>
/// A peer in a process of its own that stays: it reads the phrases and the text once, then scans once for each line it is
/// sent and answers with seconds, matches and their sum.
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(string name, Process process) => (Name, _process) = (name, process);

    /// <summary>Name, version and flags, as the peer itself says them.</summary>
    public string Name { get; }

    public long Matches { get; private set; }

    public string Sum { get; private set; } = "";

    /// <summary>Starts it; null if it is not on this machine.</summary>
    public static Peer? Start(string program, params string[] arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            if (process.StandardOutput.ReadLine() is { } name) return new Peer(name, process);
            process.Dispose();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public double Scan()
    {
        _process.StandardInput.WriteLine();
        var cells = _process.StandardOutput.ReadLine()!.Split(' ');
        (Matches, Sum) = (long.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
        return double.Parse(cells[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
