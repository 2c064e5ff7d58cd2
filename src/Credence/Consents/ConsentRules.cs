using R = Credence.Consents.RefusalReason;

namespace Credence.Consents;

/// <summary>The rules by which a consent refuses, in the order of <see cref="RefusalReason"/>. Each only ever refuses, so none can undo another.</summary>
internal static class ConsentRules
{
    internal static IEnumerable<Refusal> Refusals(Consent consent, Disclosure asked, DateTimeOffset now) =>
    [
        .. Scope(consent, asked),
        .. Time(consent, now),
        .. Signatures(consent),
        .. Informed(consent),
    ];

    private static IEnumerable<Refusal> Scope(Consent consent, Disclosure asked)
    {
        if (consent.About != asked.About) yield return new(R.OtherPerson, "The consent is about somebody else.");
        if (consent.From != asked.From) yield return new(R.OtherHolder, $"The consent lets {consent.From} tell, and nobody passes on what it received.");
        if (consent.To.Organization != asked.To) yield return new(R.OtherRecipient, $"The consent names {consent.To.Organization}, and nobody else may receive it.");
        if (consent.Direction != asked.Direction) yield return new(R.OtherDirection, $"The consent is for {EnumWord.Of(consent.Direction)}, and was asked for {EnumWord.Of(asked.Direction)}.");
        if (consent.Purpose != asked.Purpose) yield return new(R.OtherPurpose, $"The consent is for {EnumWord.Of(consent.Purpose)}, and was asked for {EnumWord.Of(asked.Purpose)}.");
        var missing = asked.Kinds.Where(kind => !consent.Kinds.Contains(kind)).Distinct().Order().Select(kind => EnumWord.Of(kind)).ToList();
        if (missing.Count > 0) yield return new(R.KindNotNamed, $"The consent does not name {string.Join(", ", missing)}.");
        if (asked.Kinds.Count == 0) yield return new(R.KindNotNamed, "Found no kind of information, expected at least one.");
    }

    private static IEnumerable<Refusal> Time(Consent consent, DateTimeOffset now)
    {
        // Whatever the clocks say: a host whose clock is behind must not go on telling.
        if (consent.WithdrawnAt is not null) yield return new(R.Withdrawn, "The person withdrew the consent.");
        if (now < consent.Begins || consent.Signatures.Any(one => one.At > now)) yield return new(R.NotYetGiven, "The consent has not begun.");
        if (now >= consent.Ends) yield return new(R.Expired, "The consent has ended: ask again.");
        if (consent.Ends <= consent.Begins || consent.Ends - consent.Begins > Consent.Longest)
            yield return new(R.NotTimeLimited, $"Found an end that is not after the beginning and within {Consent.Longest.Days} days of it, expected a reasonable time.");
    }

    private static IEnumerable<Refusal> Signatures(Consent consent)
    {
        if (consent.How.Form == ConsentForm.Spoken) yield return new(R.NotWritten, "The consent was spoken: it has to be written and signed.");
        if (consent.Giver != Giver.Guardian && !Signed(Signer.Person)) yield return new(R.SignatureMissing, "The person did not sign.");
        if (consent.Giver == Giver.MinorAndParent && !Signed(Signer.Parent)) yield return new(R.SignatureOfParentMissing, "The minor signed, and no parent or guardian did.");
        if (consent.Giver == Giver.Guardian && !Signed(Signer.Guardian)) yield return new(R.SignatureOfGuardianMissing, "The guardian whom the court appointed did not sign.");
        if (OnlySuspected(consent)) yield return new(R.GivenBySuspectedAbuser, "Whoever is suspected of trafficking or abuse cannot give a consent: a parent, guardian or court without suspicion can.");
        if (consent.Giver == Giver.MinorAlone && string.IsNullOrWhiteSpace(consent.MinorRule))
            yield return new(R.MinorRuleMissing, "A minor signed alone, and no rule says that this is lawful here.");

        bool Signed(Signer part) => consent.Signatures.Any(one => one.By == part);
    }

    // The statute asks for one parent without suspicion; a suspected one beside does no harm, and counts for nothing.
    private static bool OnlySuspected(Consent consent)
    {
        var needed = consent.Giver switch { Giver.MinorAndParent => Signer.Parent, Giver.Guardian => Signer.Guardian, _ => Signer.Person };
        var signed = consent.Signatures.Where(one => one.By == needed).ToList();
        return signed.Count > 0 && signed.All(one => one.IsSuspected);
    }

    private static IEnumerable<Refusal> Informed(Consent consent)
    {
        var signed = consent.Signatures.Select(one => (DateTimeOffset?)one.At).Min();
        if (consent.RisksShownAt is null || consent.RisksShownAt > signed) yield return new(R.RisksNotShown, "The risks were not shown before the consent was signed.");
        if (!consent.ToldHelpDoesNotDependOnIt) yield return new(R.ConditionOfService, "Nobody told the person that help does not depend on signing.");
        if (consent.How.Interpreter == Interpreter.Companion) yield return new(R.InterpreterNotIndependent, "A companion interpreted: ask again with an independent interpreter.");
    }
}
