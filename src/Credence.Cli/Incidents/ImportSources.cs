using System.Security.Cryptography;
using System.Text;
using Credence.Cli.Nibrs;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Police.Incidents;

namespace Credence.Cli.Incidents;

/// <summary>The files of <c>credence import</c>, ready to be read as often as it takes.</summary>
internal sealed class ImportSources : IDisposable
{
    private readonly DirectoryInfo? _spool;
    private readonly NarrativeFile? _narratives;
    private readonly InputFile? _narrativeInput;

    private ImportSources(IReadOnlyList<InputFile> inputs, InputFile? narratives, ColumnMap map, string mapText, NibrsInput nibrs)
    {
        var problems = new List<RowProblem>();
        if (narratives is not null)
        {
            _narrativeInput = narratives;
            _spool = Directory.CreateTempSubdirectory("credence-");
            _narratives = NarrativeFile.Open(narratives, map, _spool.FullName, problem => problems.Add(problem with { Column = $"{narratives.Name}: {problem.Column}" }));
            nibrs = nibrs with { NarrativeOf = _narratives.Find };
        }

        // Problems of the narratives are kept with the first file they were joined to.
        var first = inputs.FirstOrDefault(input => input.Format == SourceFormat.Nibrs);
        Files = [.. inputs.Select(input => new ImportFile(input.Name, FingerprintOf(input, narratives, mapText), () => input.OpenSource(input.Open(), map, nibrs))
        {
            Beside = input == first ? problems : [],
        })];
    }

    public IReadOnlyList<ImportFile> Files { get; }

    /// <summary>Narratives that no incident of the files has.</summary>
    public IEnumerable<RowProblem> Unused => _narratives?.Unused.Select(row => new RowProblem(
        row, $"{_narrativeInput!.Name}: {_narratives.NumberHeader}", "a narrative of an incident that no NIBRS file here holds", "an incident of that number")) ?? [];

    /// <summary>Finds the files; ends the command if one cannot be imported.</summary>
    public static ImportSources Find(IReadOnlyList<string> paths, string? narratives, ColumnMap map, string mapText, string? packs)
    {
        if (paths.Append(narratives).Contains("-")) throw CommandEnd.WrongUse("Found standard input, expected files: only a file can be read again after an interruption.");
        var nibrs = new NibrsInput(new Lazy<NibrsEdition>(() => NibrsFile.Edition(packs)));
        var inputs = InputFile.FindAll(paths, map, Console.OpenStandardInput, nibrs);
        if (narratives is null) return new ImportSources(inputs, null, map, mapText, nibrs);
        if (!inputs.Any(input => input.Format == SourceFormat.Nibrs)) throw CommandEnd.WrongUse("--narratives: found no NIBRS file to join them to, expected one among the files.");
        return new ImportSources(inputs, InputFile.FindAll([narratives], map, Console.OpenStandardInput)[0], map, mapText, nibrs);
    }

    public void Dispose()
    {
        _narratives?.Dispose();
        _spool?.Delete(recursive: true);
    }

    // The same bytes read by another map are another import.
    private static string FingerprintOf(InputFile input, InputFile? narratives, string map) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{input.Sha256}|{map}|{(input.Format == SourceFormat.Nibrs ? narratives?.Sha256 : null)}")));
}
