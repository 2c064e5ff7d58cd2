using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Statistics;
using System.Globalization;

namespace Credence.Research.Web.Pages;

/// <summary>What pages call things.</summary>
internal static class Words
{
    public static string Of(Transcript transcript) => transcript.Name.Length > 0 ? transcript.Name : $"Interview {transcript.Number}";

    public static string Of(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Person => "a person",
        IdentifierKind.Place => "a place",
        IdentifierKind.Organization => "an organization",
        IdentifierKind.Date => "a date",
        IdentifierKind.Telephone => "a telephone number",
        IdentifierKind.OnlineAddress => "an address online",
        IdentifierKind.Number => "a number of a case, a card or a plate",
        _ => "an age over 89",
    };

    public static string Of(TextPlace place) => place switch
    {
        TextPlace.Label => "in what something is called",
        TextPlace.FileName => "in the name or the path of a file",
        _ => "in a memo, a definition or a text of another program",
    };

    public static string Of(Estimate estimate) => double.IsNaN(estimate.Value) ? "–"
        : double.IsNaN(estimate.Interval.Low) ? Of(estimate.Value)
        : $"{Of(estimate.Value)} [{Of(estimate.Interval.Low)}, {Of(estimate.Interval.High)}]";

    public static string Of(double value) => double.IsNaN(value) ? "–" : value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A number with its word.</summary>
    public static string Many(int number, string one, string many) => $"{Credence.Web.Figures.Number(number)} {(number == 1 ? one : many)}";

    public static string Sentence(Refusal refusal) => $"{char.ToUpperInvariant(refusal.Sentence[0])}{refusal.Sentence[1..]}.";
}
