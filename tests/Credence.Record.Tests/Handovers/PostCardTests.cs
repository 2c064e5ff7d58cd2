using System.Text;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Tests.Handovers;

public sealed class PostCardTests : IDisposable
{
    private readonly KeyFolder _folder = new(Directory.CreateTempSubdirectory("credence-").FullName);

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    [Fact]
    public void A_card_is_read_as_it_was_written()
    {
        var keys = Keys();

        var card = PostCard.Read(keys.CardText(), out var problem);

        Assert.Equal("", problem);
        Assert.Equal(keys.Card, card);
        Assert.Matches(@"\A(\d{5} ){7}\d{5}\z", card!.Fingerprint);
        Assert.True(card.HasFingerprint(card.Fingerprint.Replace(' ', '-')));
    }

    [Theory]
    [InlineData("name: harbor-house", "name: harbor-hause")]
    [InlineData("side: care", "side: police")]
    [InlineData("address: https://post.example/", "address: https://past.example/")]
    public void A_card_that_was_changed_on_its_way_is_refused(string from, string to)
    {
        var text = Encoding.ASCII.GetString(Keys().CardText());
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.Null(PostCard.Read(Encoding.ASCII.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), out var problem));

        Assert.StartsWith("Found a card with a field of another form, or changed", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_keys_have_another_fingerprint_and_another_address_has_not()
    {
        var keys = Keys();
        var first = keys.Card.Fingerprint;

        keys.Move(null);
        Assert.Equal(first, keys.Card.Fingerprint);

        keys.Renew();
        Assert.NotEqual(first, keys.Card.Fingerprint);
        Assert.Equal(keys.Card, PostKeys.Open(_folder, TwoHosts.Harbor).Card);
    }

    [Theory]
    [InlineData("https://post.example/", true)]
    [InlineData("https://post.example/credence/", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://post.example/", false)]
    [InlineData("https://user:secret@post.example/", false)]
    [InlineData("https://post.example/?case=12", false)]
    [InlineData("https://post.example/#x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("post.example", false)]
    public void Messages_go_to_https_or_to_this_machine_itself(string address, bool may) => Assert.Equal(may, PostCard.TryAddress(address, out _));

    [Fact]
    public async Task Processes_that_start_at_once_end_with_the_same_keys()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Keys)));

        Assert.Single(made.Select(keys => keys.Card.Fingerprint).Distinct());
        // Beside them the turn that they took, and nothing half written.
        Assert.Equal(["post-harbor-house.json", "post-harbor-house.json.turn"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Keys_are_for_this_account_alone()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such modes.");
        Keys();
        var file = Path.Combine(_folder.Path, "post-harbor-house.json");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains("mode 600", Assert.Throws<RecordFault>(Keys).Message, StringComparison.Ordinal);
    }

    private PostKeys Keys() => PostKeys.OpenOrCreate(_folder, TwoHosts.Harbor, Side.Care, new OrganizationId(Guid.Empty), new Uri("https://post.example/"));
}
