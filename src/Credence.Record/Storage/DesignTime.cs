using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Storage;

/// <summary>What the migration tool needs to read a model; it opens no database.</summary>
public static class DesignTime
{
    public static DbContextOptions Options(RecordPlace place)
    {
        var options = new DbContextOptionsBuilder();
        Dialect.Of(place).Use(options, place);
        return options.Options;
    }
}
