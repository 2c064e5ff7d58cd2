using System.Text;
using Credence.Police.Access;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Search;

public class SearchDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task All_words_must_occur_in_any_order_case_and_accent(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        Assert.Equal(["2031-1"], await Find(record, "PASSPORT foreman"));
        Assert.Equal(["2031-2"], await Find(record, "dueno"));
        Assert.Equal(["2031-1", "2031-2"], await Find(record, "passport"));
        Assert.Empty(await Find(record, "passport bicycle"));
        Assert.Empty(await Find(record, "pass"));
        Assert.Empty(await Find(record, "Анна"));
        Assert.Equal(["2031-3"], await Find(record, "иван"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_finds_what_belongs_to_another_organization(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-9", "Their passport."), Cast.At(Cast.Lakeside, PoliceRole.Analyst));

        Assert.DoesNotContain("2031-9", await Find(record, "passport"));
        Assert.Equal(["2031-9"], await Find(record, "passport", Cast.At(Cast.Lakeside, PoliceRole.Investigator)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Only_those_who_may_search_do_and_the_log_has_the_count_and_not_the_words(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        foreach (var role in Enum.GetValues<PoliceRole>().Where(role => !role.May(PoliceAct.Search)))
            Assert.IsType<SearchAnswer.NotAllowed>(await new SearchDesk(record).Search(Cast.At(Cast.Riverton, role), "passport", 10, default));
        await Find(record, "passport");
        var none = await new SearchDesk(record).Search(Cast.Investigator, " ... ", 10, default);

        Assert.IsType<SearchAnswer.NoWords>(none);
        await using var rows = record.Enter(Cast.Investigator);
        var searched = await rows.Events.SingleAsync(row => row.Kind == "incidents.searched");
        Assert.Equal((2, "", (Guid?)null, "Casework"), (searched.Count, searched.Detail, searched.Subject, searched.Purpose));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Words_that_hold_no_more_find_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        await record.Import(Imports.Header + Imports.Row("2031-1", "Corrected."));

        Assert.Equal(["2031-2"], await Find(record, "passport"));
        Assert.Equal(["2031-1"], await Find(record, "corrected"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_index_made_anew_finds_the_same_and_not_what_was_erased(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);
        await record.Vault.Keys.Erase((await record.IncidentOf("2031-2")).Id.Value, record.Clock.GetUtcNow(), default);

        var count = await new SearchRebuild(record).Rebuild(Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance), default);

        Assert.Equal(2, count);
        Assert.Equal(["2031-1"], await Find(record, "passport"));
        Assert.Equal(["2031-3"], await Find(record, "bicycle"));
        Assert.Null(await new SearchRebuild(record).Rebuild(Cast.Investigator, default));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Fact]
    public async Task What_was_taken_out_and_overwritten_is_in_the_file_no_more()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Record(workplace);
        var spelled = SearchIndex.Match([new SearchTokens(record.Vault.Ring, Cast.Riverton).Of("foreman")[0]]).Trim('"');
        // FTS5 leaves out what a term has in common with the one before it, so the end of the term is looked for.
        var term = spelled[3..];
        Assert.Contains(term, await Bytes(workplace), StringComparison.Ordinal);

        await using (var act = await record.Begin(Cast.Investigator, default))
        {
            await SearchIndex.Remove(act.Transaction, [(await record.IncidentOf("2031-1")).Row], default);
            act.Note(new Credence.Record.Events.EventDraft(new Credence.Record.Events.EventKind("incident.erased")));
            await act.Save(default);
        }

        await using (var connection = record.Dialect.Connect(record.Place))
        {
            await connection.OpenAsync();
            await record.Content.Overwrite(record.Place, connection, default);
        }

        Assert.Empty(await Find(record, "foreman"));
        Assert.DoesNotContain(term, await Bytes(workplace), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_erased_incident_s_tokens_are_found_no_more_and_a_server_is_made_to_clean_up(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Record(workplace);

        await Stories.Erase(record, Cast.Supervisor, (await record.IncidentOf("2031-1")).Id);

        Assert.Equal(["2031-2"], await Find(record, "passport"));
        if (kind is not DatabaseKind.Postgres) return;
        await using var rows = record.Enter(Credence.Record.Access.Scope.Steward);
        Assert.Equal(2, await rows.Database.SqlQuery<long>(
            $"""SELECT count(*) AS "Value" FROM pg_stat_user_tables WHERE relname IN ('incident_search', 'incident_rows') AND vacuum_count > 0""").SingleAsync());
    }

    private static async Task<RecordStore<PoliceContext>> Record(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        await record.Import(Imports.Header + Imports.Row("2031-1", "The foreman kept his passport and would not let him leave the farm.")
            + Imports.Row("2031-2", "El dueño tiene el passport.") + Imports.Row("2031-3", "Иван reported a bicycle."));
        return record;
    }

    private static async Task<List<string>> Find(RecordStore<PoliceContext> record, string words, PoliceAccess? access = null) =>
        [.. Assert.IsType<SearchAnswer.Found>(await new SearchDesk(record).Search(access ?? Cast.Investigator, words, 10, default)).Incidents.Select(found => found.Number)];

    // The log of changes is put into the file first and emptied.
    private static async Task<string> Bytes(Workplace workplace)
    {
        await using (var connection = Dialect.Sqlite.Connect(workplace.Place))
        {
            await connection.OpenAsync();
            await connection.Run("PRAGMA wal_checkpoint(TRUNCATE)", default);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(((RecordPlace.EmbeddedFile)workplace.Place).Path));
    }
}
