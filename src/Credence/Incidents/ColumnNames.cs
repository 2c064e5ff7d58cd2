using System.Text;

namespace Credence.Incidents;

/// <summary>The headers that records systems write for each column, best first, in English and Spanish.</summary>
/// <remarks>
/// Spelled without spaces, marks and accents, as <see cref="Fold"/> leaves them. Only whole names count:
/// "offense description" must never be taken for a narrative because it holds the word description.
/// </remarks>
internal static class ColumnNames
{
    private static readonly Dictionary<IncidentColumn, string> Names = new()
    {
        [IncidentColumn.Id] = """
            incidentnumber incidentid incidentno incidentnum incidentnbr incnumber incno incnum incidnum inci incident
            casenumber caseid caseno casenum casenbr reportnumber reportid reportno reportnum rptno eventnumber eventid
            eventno contactid ficid fieldcontactid cadnumber cadid callnumber callid ccn drnumber drno crnumber
            complaintnumber complaintno filenumber fileno recordid recordnumber occurrencenumber occurrenceno
            referencenumber numerodeincidente numeroincidente nodeincidente noincidente nincidente idincidente
            incidenteid incidente numerodecaso numerocaso nodecaso nocaso idcaso caso numerodeexpediente
            numeroexpediente noexpediente expediente numerodereporte numeroreporte noreporte reporte folio
            numerodedenuncia numerodenuncia denuncia id rowid
            """,
        [IncidentColumn.Narrative] = """
            narrative narrativetext incidentnarrative reportnarrative officernarrative officersnarrative narratives
            narr narrtext casenarrative contactnarrative publicnarrative reporttext incidenttext text freetext
            narrativa textonarrativo narracion relato relatodehechos relatodeloshechos descripciondehechos
            descripciondeloshechos hechos summary casesummary incidentsummary synopsis description
            incidentdescription eventdescription casedescription details incidentdetails detail remarks comments
            comment notes officernotes resumen descripcion detalles observaciones comentarios notas texto
            """,
        [IncidentColumn.Offense] = """
            offensecode offensecodes offense offenses offence offences offencecode nibrscode nibrscodes nibrs
            nibrsoffense nibrsoffensecode ucrcode ucrcodes ucr ucroffensecode ucrnibrs offense1 offense2 offense3
            offensecode1 offensecode2 offensecode3 offensedescription offensedesc offensetype offensename
            nibrsdescription ucrdescription crimecode crimetype crime crimedescription primarytype incidenttype
            incidenttypedescription calltype charge charges chargedescription chargecode codigodedelito codigodelito
            delito delitos tipodedelito tipodelito ofensa tipodeincidente tipoincidente cargo cargos
            """,
        [IncidentColumn.Date] = """
            incidentdate occurreddate dateoccurred occurrencedate offensedate reportdate reporteddate datereported
            contactdate eventdate occurredon reportedon incidentdatetime occurreddatetime reportdatetime date datetime
            fechadelincidente fechaincidente fechadeloshechos fechahechos fechadelreporte fechareporte fecha year
            """,
        [IncidentColumn.Agency] = """
            ori orinumber oricode agencyori agencyid agencycode agency agencyname department reportingagency
            agencia departamento corporacion
            """,
        [IncidentColumn.Location] = """
            locationtype locationcode nibrslocation nibrslocationtype nibrslocationcode premise premisetype premises
            premisesdescription premisedescription loctype placetype tipodelugar tipolugar tipodelocal lugar
            """,
        [IncidentColumn.IdentifiedBy] = """
            identifiedby identificationsource howidentified sourceofidentification discoveredby referralsource
            reportingunit assignedunit identificadopor detectadopor origen
            """,
        [IncidentColumn.Clearance] = """
            exceptionalclearance clearedexceptionally exceptionalclearancecode clearedexceptionallycode exceptionalclearancetype
            clearanceexceptional clearance clearancecode clearancetype clearancereason cierreexcepcional motivodecierre
            """,
        [IncidentColumn.Involvement] = """
            involvement involvementtype personinvolvement persontype personrole partytype partyrole role
            involvementcode participacion calidad tipodepersona rol
            """,
        [IncidentColumn.Age] = "age personage ageyears subjectage edad edadpersona",
        [IncidentColumn.Sex] = "sex gender personsex persongender subjectsex sexo genero",
        [IncidentColumn.Race] = "race personrace subjectrace raceethnicity raza",
        [IncidentColumn.Nationality] = "nationality personnationality citizenship personcitizenship nacionalidad ciudadania",
        [IncidentColumn.VictimAge] = "victimage victimages vicage ageofvictim edaddelavictima edadvictima edadvictimas",
        [IncidentColumn.VictimSex] = "victimsex victimgender vicsex sexofvictim sexodelavictima sexovictima",
        [IncidentColumn.ArresteeAge] = """
            arresteeage arresteeages ageofarrestee arrestage defendantage edaddetenido edaddeldetenido edadarrestado
            """,
        [IncidentColumn.ArresteeSex] = "arresteesex arresteegender sexofarrestee sexodetenido sexodeldetenido",
        [IncidentColumn.SuspectAge] = """
            suspectage suspectages offenderage offenderages ageofsuspect edadsospechoso edaddelsospechoso
            """,
    };

    private static readonly Dictionary<string, (IncidentColumn Column, int Rank)> Ranks = Rank();

    /// <summary>The column that a header names and how good the name is (0 best), or null.</summary>
    public static (IncidentColumn Column, int Rank)? Find(string header) =>
        Ranks.TryGetValue(Fold(header), out var found) ? found : null;

    /// <summary>Small letters and digits only, accents off: <c>Nº de Incidente</c> and <c>N_DE_INCIDENTE</c> agree.</summary>
    public static string Fold(string header)
    {
        const string Accented = "áéíóúüñçàèìòù";
        const string Plain = "aeiouuncaeiou";
        var folded = new StringBuilder(header.Length);
        foreach (var c in header.ToLowerInvariant())
        {
            var accent = Accented.IndexOf(c, StringComparison.Ordinal);
            if (char.IsAsciiLetterOrDigit(c) || accent >= 0) folded.Append(accent >= 0 ? Plain[accent] : c);
        }

        return folded.ToString();
    }

    private static Dictionary<string, (IncidentColumn Column, int Rank)> Rank()
    {
        var ranks = new Dictionary<string, (IncidentColumn, int)>(StringComparer.Ordinal);
        foreach (var (column, names) in Names)
        {
            var rank = 0;
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                ranks.TryAdd(name, (column, rank++));
        }

        return ranks;
    }
}
