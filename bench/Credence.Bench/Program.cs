using Credence.Bench;

// Side by side, in one run: our parts and what somebody would use instead. Prints tables; docs/performance.md says how to read them.
if (args.Contains("--wording"))
{
    Machine.Describe(Console.Out);
    WordingBench.Run(args.Contains("--quick") ? 3 : 101);
    return 0;
}

if (args.Contains("--directory"))
{
    Machine.Describe(Console.Out);
    DirectoryBench.Run(args.Contains("--quick") ? 3 : 101);
    return 0;
}

if (BenchData.Find(args) is not { } data)
{
    Console.WriteLine("skipped: no shared data (CREDENCE_SHARED_DATA, or ../shared/data beside the repository)");
    return 0;
}

var rounds = args.Contains("--quick") ? 3 : 7;
Machine.Describe(Console.Out);
using var text = BenchText.Of(data);
if (!args.Contains("--screen")) MatcherBench.Run(text, rounds);
if (!args.Contains("--matcher")) ContextBench.Run(data, rounds);
if (!args.Contains("--matcher")) ScreenBench.Run(data, rounds);
return 0;
