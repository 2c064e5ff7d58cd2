using Credence.Cli;

return CommandLine.Run(args);
