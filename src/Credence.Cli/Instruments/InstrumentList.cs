using Credence.Cli.Packs;
using Credence.Packs;
using Credence.Screening.Instruments;

namespace Credence.Cli.Instruments;

/// <summary>The instruments there are, with whose words they are in.</summary>
internal static class InstrumentList
{
    public static void Write(PackLibrary library, bool asJson, TextWriter output)
    {
        var instruments = InstrumentPack.From(library, []);
        if (asJson)
        {
            PackCommand.WriteJson(output, instruments.Select(instrument => new
            {
                instrument.Id,
                instrument.Title,
                instrument.Language,
                Wording = instrument.Wording.ToString(),
                Items = instrument.Items.Count,
                instrument.Threshold,
                instrument.Population,
                instrument.Rights,
                instrument.Pack,
            }));
            return;
        }

        var width = instruments.Max(instrument => instrument.Id.Length);
        foreach (var instrument in instruments)
        {
            var wording = instrument.Wording switch
            {
                InstrumentWording.Missing => "wording to be imported",
                InstrumentWording.ToBeVerified => "wording to be verified",
                InstrumentWording.Agency => "wording of the agency",
                InstrumentWording.Ours => "our wording",
                _ => "publisher's wording",
            };
            output.WriteLine($"{instrument.Id.PadRight(width)}  {instrument.Language}  {wording,-22}  {instrument.Title}. {instrument.Population}");
        }
    }
}
