using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Credence.Bench;

/// <summary>Where the figures come from: an absolute figure says little without it.</summary>
internal static class Machine
{
    public static void Describe(TextWriter output)
    {
        output.WriteLine($"Machine: {Processor()}, {Environment.ProcessorCount} logical processors, "
            + $"vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits");
        output.WriteLine($"Software: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Load before the run: {Load()}"));
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();

    // Others at work on the machine make every figure smaller, and the ratios less sure.
    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
