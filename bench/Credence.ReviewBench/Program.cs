using Credence.ReviewBench;

// Files of labeled texts (.csv with label_included) and capture tables (.csv with n), in any order.
if (args.Length == 0)
{
    Console.Error.WriteLine("Found no file, expected labeled texts or capture tables (CSV).");
    return 2;
}

foreach (var path in args)
{
    if (BootstrapBench.TryRun(path)) continue;
    TrainingBench.Run(path);
}

return 0;
