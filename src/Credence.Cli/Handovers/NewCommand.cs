using System.CommandLine;
using System.Globalization;
using Credence.Cli.Record;
using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover new</c>: hands a person of an incident over, as a file says.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description = "What the person signed and wants known, as JSON (docs/handover.md shows one). Delete it afterwards: the record keeps a sealed copy",
    };

    private static readonly Option<string?> Packs = CommonOptions.Packs();

    public static Command Create() => RecordCommand.Of("new",
        "Hands a person of an incident over to a provider, if the consent permits all that would be told; else says why not and changes nothing.", Run,
        Source, RecordOptions.As, PostRecord.Name, Packs);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = HandoverFile.Read(parsed.GetValue(Source)!);
        var signing = WhoSigns(file, PackFolder.Library(parsed.GetValue(Packs)));
        var police = await PoliceHandovers.Open(parsed, cancellation);
        var incident = await Find(police, file, cancellation);
        var from = new OrganizationId(PostRecord.NameOf(parsed).Value);
        var outcome = await police.Desk.HandOver(police.Access, incident, file.Proposal(HandoverIds.Of(police.Record.Vault.Ring, police.Access, file.Bytes.Span), from, signing), cancellation);
        return outcome switch
        {
            HandoverOutcome.Posted posted => Answer(incident, posted.Handover, posted.Consent).Say(parsed),
            HandoverOutcome.Already { WithdrawnAt: { } at } before => Answer(incident, before.Handover, before.Consent).Add("handed over before", true).Add("taken back at", at).Say(parsed),
            HandoverOutcome.Already before => Answer(incident, before.Handover, before.Consent).Add("handed over before", true).Say(parsed),
            _ => throw CommandEnd.Refused(Sentence(outcome)),
        };
    }

    private static RecordAnswer Answer(IncidentId incident, HandoverId handover, ConsentId consent) =>
        new RecordAnswer().Add("incident", incident.Value).Add("handover", handover.Value).Add("consent", consent.Value);

    private static SigningAnswer WhoSigns(HandoverFile file, Credence.Packs.PackLibrary library)
    {
        var laws = ConsentLawPack.From(library, []);
        var law = laws.FirstOrDefault(one => one.Jurisdiction == file.Signing.Place) ?? throw CommandEnd.WrongUse(
            $"signing.place: found one for which no pack has a law of consent, expected one of {string.Join(", ", laws.Select(one => one.Jurisdiction))}.");
        return law.WhoSigns(file.Signing.Facts) switch
        {
            SigningAnswer.Ask ask => throw CommandEnd.Refused($"Found too little to say who signs, expected answers first: {string.Join(" ", ask.Questions)}"),
            SigningAnswer.Nobody nobody => throw CommandEnd.Refused(nobody.Because),
            var answer => answer,
        };
    }

    private static async Task<IncidentId> Find(PoliceHandovers police, HandoverFile file, CancellationToken cancellation)
    {
        await using var rows = police.Record.Enter(police.Access);
        var found = await rows.Incidents.AsNoTracking().Where(row => row.Number == file.Incident && (file.Agency == null || row.Agency == file.Agency))
            .Select(row => row.Id).Take(2).ToListAsync(cancellation);
        return found switch
        {
            [var only] => only,
            [] => throw CommandEnd.Refused("incident: found no incident of this number, expected one of this agency's record."),
            _ => throw CommandEnd.Refused("incident: found this number twice, expected agency to say which: the ORI that came with it."),
        };
    }

    private static string Sentence(HandoverOutcome outcome) => outcome switch
    {
        HandoverOutcome.NotPermitted not => string.Create(CultureInfo.InvariantCulture, $"Nothing was handed over. {string.Join(" ", not.Because.Select(one => one.Because))}"),
        HandoverOutcome.Refused refused => $"Nothing was handed over. {refused.Because}",
        _ => "incident: found no incident of this number, expected one of this agency's record.",
    };
}
