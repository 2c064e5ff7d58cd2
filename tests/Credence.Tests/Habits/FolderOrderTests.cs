using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Tests.Habits;

public partial class FolderOrderTests
{
    private static readonly string[] Order =
    [
        "Statistics", "Text", "Packs", "Incidents", "Screening", "Classification", "Protection", "Review", "Wording",
        "Consents", "Directories", "Referrals", "Declarations", "Statements", "Wishes", "Feedback", "Training", "Interviews", "Evaluation",
    ];

    [Fact]
    public void A_folder_of_the_ground_floor_uses_only_folders_to_its_left()
    {
        var wrong = Repository.Files("src/Credence", "*.cs").SelectMany(WrongUses).ToList();

        Faults.None(wrong);
    }

    [Fact]
    public void Every_folder_of_the_ground_floor_has_a_place_in_the_order()
    {
        var folders = Repository.Files("src/Credence", "*.cs").Select(Folder).Distinct().ToList();

        Assert.Contains("Screening", folders);
        Faults.None(folders.Except(Order));
    }

    private static IEnumerable<string> WrongUses(string file) =>
        from Match use in CredenceNamespace().Matches(Repository.Text(file))
        let used = use.Groups[1].Value
        where Order.Contains(used) && Array.IndexOf(Order, used) > Array.IndexOf(Order, Folder(file))
        select $"{file} uses {used}";

    private static string Folder(string file) => file.Split('/')[2];

    [GeneratedRegex(@"\bCredence\.([A-Z]\w+)")]
    private static partial Regex CredenceNamespace();
}
