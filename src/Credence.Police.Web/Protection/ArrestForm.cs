using Credence.Incidents;
using Credence.Police.Encounters;
using Credence.Police.Protection;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Protection;

/// <summary>What somebody asks before or after an arrest, as the pages send it.</summary>
internal static class ArrestForm
{
    public const string OtherMeasure = "Found another measure or stage, expected one of the list.";

    /// <summary>The question; null if its measure or stage is none of the list.</summary>
    public static ArrestQuestion? Of(IFormCollection form)
    {
        if (!Enum.TryParse<ArrestMeasure>(form["measure"], out var measure) || !Enum.TryParse<ArrestStage>(form["stage"], out var stage)) return null;
        var more = form["other"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new ArrestQuestion
        {
            Name = new MadeByClient(Guid.TryParse(form["name"], out var name) ? name : Guid.NewGuid()), Measure = measure, Stage = stage, Reason = form["reason"].ToString() is { Length: > 0 } reason ? reason : null,
            Charges = [.. form["charge"].OfType<string>().Concat(more).Distinct().Select(one => new OffenseCode(one))],
        };
    }
}
