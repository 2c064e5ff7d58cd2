using System.Globalization;

namespace Credence.Cli.Screening;

/// <summary>One line on a terminal: how far, how fast, how long still. Silent where nobody looks.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly TextWriter? _terminal;
    private readonly TimeProvider _time;
    private readonly long _start;
    private long _last;
    private (long Bytes, long Rows)? _first;

    public Progress(TextWriter? terminal, TimeProvider time)
    {
        (_terminal, _time) = (terminal, time);
        _start = _last = time.GetTimestamp();
    }

    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>On standard error if that is a terminal.</summary>
    public static Progress To(TextWriter error) => new(Console.IsErrorRedirected ? null : error, TimeProvider.System);

    /// <summary>Shows where the run is; the length is null if nobody knows it.</summary>
    public void Report(long bytes, long? length, long rows)
    {
        if (_terminal is null || _time.GetElapsedTime(_last) < Every) return;
        _last = _time.GetTimestamp();
        _first ??= (bytes, rows);
        var seconds = Math.Max(0.001, Elapsed.TotalSeconds);
        var line = string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {(rows - _first.Value.Rows) / seconds:N0} rows/s");
        if (length is > 0)
        {
            var rate = (bytes - _first.Value.Bytes) / seconds;
            var left = TimeSpan.FromSeconds(rate > 0 ? Math.Min(1e7, (length.Value - bytes) / rate) : 0);
            line = string.Create(CultureInfo.InvariantCulture, $"{100.0 * bytes / length.Value,3:N0} %  {line}, {Spoken(left)} left");
        }

        _terminal.Write($"\r{line,-70}");
    }

    /// <summary>Shows a line of another kind, not more often than anybody can read.</summary>
    public void Say(string line)
    {
        if (_terminal is null || _time.GetElapsedTime(_last) < Every) return;
        _last = _time.GetTimestamp();
        _terminal.Write($"\r{line,-90}");
    }

    /// <summary>Takes the line away.</summary>
    public void Clear() => _terminal?.Write($"\r{"",-90}\r");

    private static string Spoken(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N0} s")
        : time.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min");
}
