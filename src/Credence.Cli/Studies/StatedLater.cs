using System.Buffers;
using Credence.Cli.Screening;

namespace Credence.Cli.Studies;

/// <summary>The purpose of a study that began without one: it may still be stated, and is written wherever "not stated" stood.</summary>
internal static class StatedLater
{
    public static StudyPlan Purpose(string? purpose, StudyFolder folder, StudyPlan plan)
    {
        if (string.IsNullOrEmpty(purpose) || plan.Purpose != ScreenOptions.NoPurpose) return plan;
        var stated = plan with { Purpose = purpose };
        foreach (var coder in StudyFolder.Coders.Where(coder => folder.Has(coder, CoderSheet.Guide))) folder.WriteText(CoderSheet.GuideText(stated), coder, CoderSheet.Guide);
        if (folder.Has(StudyFolder.Sample)) WriteKey(folder, purpose);
        // Last: a run that is killed before this states it again.
        folder.WriteText(ScreenRecord.Text.Of(stated) + "\n", StudyFolder.Plan);
        return stated;
    }

    private static void WriteKey(StudyFolder folder, string purpose)
    {
        string[] columns = ["case", "site", "incident_number", "stratum", "weight"];
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, [.. columns, "purpose"]);
        foreach (var (_, row) in SheetRows.Read(folder.PathOf(StudyFolder.Sample), columns)) CsvLine.Write(output, [.. columns.Select(column => row[column]), purpose]);
        folder.Write(output.WrittenSpan, StudyFolder.Sample);
    }
}
