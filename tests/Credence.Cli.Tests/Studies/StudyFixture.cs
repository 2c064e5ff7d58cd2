namespace Credence.Cli.Tests.Studies;

[CollectionDefinition(nameof(StudyFixture))]
public sealed class StudyCollection : ICollectionFixture<StudyFixture>;

/// <summary>The demonstration's study, and the same study with almost nothing withheld, made once for all tests that only look.</summary>
public sealed class StudyFixture : IDisposable
{
    public StudyFixture()
    {
        Folder = Directory.CreateTempSubdirectory("credence-study-").FullName;
        Assert.Equal(ExitCode.Done, Workplace.Run("demo", "--study", "--out", Folder).Code);
        Study = Path.Combine(Folder, "study");
        Open = Path.Combine(Folder, "open");
        Assert.Equal(ExitCode.DoneWithProblems, Begin(Open, 2).Code);
        foreach (var name in new[] { "coder-a/codings.csv", "coder-b/codings.csv", "adjudication.csv" }) File.Copy(Path.Combine(Study, name), Path.Combine(Open, name), overwrite: true);
        Assert.Equal(ExitCode.Done, Workplace.Run("study", "--out", Open, "--no-pdf").Code);
    }

    public string Folder { get; }

    /// <summary>With counts under 10 withheld.</summary>
    public string Study { get; }

    /// <summary>With counts of 1 withheld.</summary>
    public string Open { get; }

    public (int Code, string Output, string Error) Begin(string folder, int k, params string[] more) => Workplace.Run([.. Beginning(folder, k), .. more]);

    /// <summary>What begins the study of the three communities in a folder.</summary>
    public string[] Beginning(string folder, int k) =>
        ["study", "--site", $"Port Ansel={Folder}/site-northeast.csv", "--site", $"Mesquero={Folder}/site-west.csv", "--site", $"Tolliver Bend={Folder}/site-south.csv",
            "--seed", "2019", "--k", $"{k}", "--purpose", "a test", "--no-pdf", "--out", folder];

    public static List<Dictionary<string, string>> Table(string study, string name) => RawStudy.Csv(Path.Combine(study, "report", "tables", name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
