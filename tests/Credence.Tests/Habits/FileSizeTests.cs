using Credence.Testing;

namespace Credence.Tests.Habits;

public class FileSizeTests
{
    private const int Wall = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        // Nobody reads or writes what bin/migration makes; what is written by hand beside it counts.
        var files = Repository.Files("src", "*.cs").Where(file => !file.Contains("/Migrations/Sqlite/", StringComparison.Ordinal)
            && !file.Contains("/Migrations/Postgres/", StringComparison.Ordinal)).ToList();
        var tooLong = files.Where(file => File.ReadLines(Repository.Path(file)).Count() > Wall);

        Assert.NotEmpty(files);
        Faults.None(tooLong);
    }
}
