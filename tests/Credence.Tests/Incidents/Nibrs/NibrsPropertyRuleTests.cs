using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

/// <summary>Invented incidents of property and drugs, and the errors that come of one change.</summary>
public class NibrsPropertyRuleTests
{
    private const string Number = "31-000201";

    [Theory]
    [InlineData("23H C", "7 20=000000040", "")]
    [InlineData("23H C", "7 25=000000000", "351 16")]
    [InlineData("23H C", "7 25=         ", "351 16")]
    [InlineData("23H C", "7 65=000000000", "")]
    [InlineData("23H C", "7 65=         ", "")]
    [InlineData("23H C", "7 65=000000040", "391 16")]
    [InlineData("23H C", "7 88=000000040", "353 16")]
    [InlineData("23H C", "7 88=000000001", "")]
    [InlineData("23H C", "7 20=0000000A0", "302 16")]
    [InlineData("23H C", "7 95=000000040", "304 15")]
    [InlineData("23H C", "7 20=000000040,20=000000040", "306 15")]
    [InlineData("23H C", "7 03=000009000", "268 06|390 15")]
    [InlineData("23D C", "7 31=000009000", "390 15")]
    [InlineData("23A C", "7 04=000000100", "390 15")]
    [InlineData("23A C,270 C", "7 04=000000100", "")]
    [InlineData("200 C", "7 18=000000100", "078 14|081 14|390 15")]
    [InlineData("200 C", "2 18=000000100", "")]
    [InlineData("23H C", "7", "372 14|375 15")]
    [InlineData("23H C", "7 ~~=000000040", "354 16|375 15")]
    [InlineData("23H C", "1 20=000000040", "078 14|081 14|352 14")]
    [InlineData("23H A", "1", "")]
    [InlineData("23H A", "7 20=000000040", "077 14|081 14")]
    [InlineData("23H C", "", "074 L 3|078 14")]
    [InlineData("13B C", "7 20=000000040", "076 L 3|081 14")]
    [InlineData("23H C", "7 20=000000040;7 17=000000050", "376 14")]
    [InlineData("23H C", "7 20=000000040;5 20=000000040:20310505", "")]
    [InlineData("23H C", "7 20=000000040;5 20=000000050:20310505", "084 16")]
    [InlineData("23H C", "7 20=000000040;5 17=000000040:20310505", "072 15")]
    [InlineData("280 C", "5 17=000000040:20310505", "")]
    [InlineData("23H C", "7 20=000000040;5 20=000000040:20310503", "305 17")]
    [InlineData("23H C", "7 20=000000040;5 20=000000040:20310631", "305 17")]
    [InlineData("23H C", "7 20=000000040:20310505", "355 17")]
    [InlineData("240 C", "7 03=000009000 stolenVehicles=01", "")]
    [InlineData("240 C", "7 03=000009000", "358 18")]
    [InlineData("240 C", "7 20=000000040 stolenVehicles=01", "359 15")]
    [InlineData("240 C", "7 03=000009000,37=000009000 stolenVehicles=01", "388 18")]
    [InlineData("240 C", "7 03=000009000,37=000009000 stolenVehicles=00", "")]
    [InlineData("23H C", "7 20=000000040 stolenVehicles=01", "357 18")]
    [InlineData("240 C", "7 03=000009000 stolenVehicles=01;5 03=000009000:20310505 recoveredVehicles=02", "073 19")]
    [InlineData("240 C", "7 03=000009000 stolenVehicles=01;5 03=000009000:20310505", "361 19")]
    [InlineData("240 C", "7 03=000009000 stolenVehicles=01;5 38=000000900:20310505", "")]
    [InlineData("23H C", "7 20=000000040 recoveredVehicles=01", "360 19")]
    [InlineData("35A C", "6 10=          E:000000001000:GM", "")]
    [InlineData("35A C", "6 10=000000040 E:000000001000:GM", "383 16")]
    [InlineData("35A C", "6 10=          E:000000001000:NP", "")]
    [InlineData("35A C", "6 10=          D:000000001000:NP", "367 22")]
    [InlineData("35A C", "6 10=          E:000000002000:XX", "384 21")]
    [InlineData("35A C", "6 10=          E:            :  ", "364 20")]
    [InlineData("35A C", "6 10=          E:000000001000:  ", "364 20|366 21")]
    [InlineData("35A C", "6 10=          E:            :GM", "364 20|368 22")]
    [InlineData("35A C", "6 10=         ", "301 20")]
    [InlineData("35A C", "6 10=          E:000000001000:GM/E:000000002000:OZ", "306 20")]
    [InlineData("35A C", "6 10=          E:000000001000:GM/E:000000002000:DU", "")]
    [InlineData("35A C", "6 10=          X:            :  ", "362 20")]
    [InlineData("35A C", "6 10=          E:000000001000:GM/D:000000001000:GM/X:            :  ", "")]
    [InlineData("35A C", "6 10=          E:000000001000:GM/D:000000001000:GM/X:000000001000:GM", "363 21")]
    [InlineData("35A C", "6 11=000000040", "387 15")]
    [InlineData("35B C", "6 10=          E:000000001000:GM", "365 20|382 16|387 15")]
    [InlineData("35A C,35B C", "6 11=000000040,10=          E:000000001000:GM", "")]
    [InlineData("35A C", "1", "392 20")]
    [InlineData("35A C", "1  E:            :  ", "")]
    [InlineData("220 C", "7 20=000000040", "253 11")]
    public void A_property_segment_must_fit_the_offenses(string offenses, string properties, string errors)
    {
        var society = offenses.Split(',').All(offense => offense[..2] == "35");
        string[] lines =
        [
            FlatFile.Segment("administrative", Number, "length=0087 incidentDate=20310504 hour=22 cleared=N"),
            .. offenses.Split(',').Select(Offense),
            .. properties.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Property),
            Victim(offenses, society),
            FlatFile.Segment("offender", Number, "number=00"),
        ];

        Assert.Equal(errors, string.Join('|', FlatFile.Errors(lines).Select(error => $"{error.Error} {error.Element}").Distinct().Order(StringComparer.Ordinal)));
    }

    private static string Offense(string offense)
    {
        var activity = offense[..3] is "35A" or "35B" or "280" ? "activities.1.activity=P" : "";
        var weapon = offense[..3] is "13B" ? "weapons.1.weapon=40" : "";
        return FlatFile.Segment("offense", Number, $"code={offense[..3]} status={offense[^1]} using.1.substance=N location=20 {activity} {weapon} biases.1.bias=88");
    }

    private static string Victim(string offenses, bool society)
    {
        var connected = string.Join(' ', offenses.Split(',').Select((offense, i) => $"connected.{i + 1}.code={offense[..3]}"));
        var person = offenses.StartsWith("13B", StringComparison.Ordinal) ? "injuries.1.injury=N relations.1.offender=00" : "";
        return FlatFile.Segment("victim", Number, society ? $"number=001 {connected} type=S" : $"number=001 {connected} type=I age=40 sex=M race=W {person}");
    }

    // "7 20=000000040:20310505,17=… stolenVehicles=01": loss, descriptions with value and date, other values; drugs as E:quantity:measure.
    private static string Property(string property)
    {
        var values = new List<string> { $"loss={property[0]}" };
        var rest = property[1..].Trim(' ');
        var drugs = System.Text.RegularExpressions.Regex.Match(rest, @"\b[A-Z]:.*$").Value;
        var named = System.Text.RegularExpressions.Regex.Match(rest, @"\b[a-z]+Vehicles=\d+").Value;
        if (named.Length > 0) values.Add(named);
        var items = System.Text.RegularExpressions.Regex.Matches(drugs.Length > 0 ? rest[..^drugs.Length] : rest, @"(\d\d|~~)=([\d A]{0,9})(?::(\d{8}))?");
        foreach (var (item, i) in items.Select((item, i) => (item, i + 1)))
            values.Add($"items.{i}.description={item.Groups[1].Value.Replace("~~", "", StringComparison.Ordinal)} items.{i}.value={item.Groups[2].Value.Trim()} items.{i}.recovered={item.Groups[3].Value}");
        foreach (var (drug, i) in drugs.Split('/', StringSplitOptions.RemoveEmptyEntries).Select((drug, i) => (drug.Split(':'), i + 1)))
            values.Add($"drugs.{i}.drug={drug[0]} drugs.{i}.quantity={drug[1].Trim()} drugs.{i}.measure={drug[2].Trim()}");
        return FlatFile.Segment("property", Number, string.Join(' ', values));
    }
}
