using System.Globalization;

namespace Credence.Portal;

public sealed partial record Words
{
    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary>A day as one says it: figures in a row are read as another day in another country.</summary>
    public string Day(DateTimeOffset at) => Language == "es"
        ? string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime.Day} de {SpanishMonths[at.UtcDateTime.Month - 1]} de {at.UtcDateTime.Year}")
        : at.UtcDateTime.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day with its time, UTC.</summary>
    public string Moment(DateTimeOffset at) => $"{Day(at)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
