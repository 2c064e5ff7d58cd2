namespace Credence.Directories;

/// <summary>Days of the week as RFC 5545 writes them, and as people do.</summary>
internal static class Weekdays
{
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    internal static string Code(DayOfWeek day) => Codes[(int)day];

    /// <summary>The day of a code (MO, MON) or a name in English or Spanish; null if it is none. Old packages also count, 1 for Monday.</summary>
    internal static DayOfWeek? Find(string word) => word.Trim().ToUpperInvariant() switch
    {
        "MO" or "MON" or "MONDAY" or "LUNES" or "1" => DayOfWeek.Monday,
        "TU" or "TUE" or "TUESDAY" or "MARTES" or "2" => DayOfWeek.Tuesday,
        "WE" or "WED" or "WEDNESDAY" or "MIÉRCOLES" or "MIERCOLES" or "3" => DayOfWeek.Wednesday,
        "TH" or "THU" or "THURSDAY" or "JUEVES" or "4" => DayOfWeek.Thursday,
        "FR" or "FRI" or "FRIDAY" or "VIERNES" or "5" => DayOfWeek.Friday,
        "SA" or "SAT" or "SATURDAY" or "SÁBADO" or "SABADO" or "6" => DayOfWeek.Saturday,
        "SU" or "SUN" or "SUNDAY" or "DOMINGO" or "7" => DayOfWeek.Sunday,
        _ => null,
    };
}
