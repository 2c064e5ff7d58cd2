using System.Reflection;
using Credence.Care.Storage;
using Credence.Police.Storage;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

public class WallTests
{
    private static readonly Assembly[] Sides = [typeof(PoliceContext).Assembly, typeof(CareContext).Assembly];

    [Fact]
    public void Neither_side_of_the_wall_knows_the_other()
    {
        foreach (var side in Sides)
        {
            var known = side.GetReferencedAssemblies().Select(name => name.Name).ToList();
            Assert.Contains("Credence.Record", known);
            Assert.DoesNotContain(known, name => Sides.Any(other => other.GetName().Name == name));
        }
    }

    [Fact]
    public void The_floor_below_knows_neither_side() =>
        Assert.DoesNotContain(typeof(Credence.Record.Access.Scope).Assembly.GetReferencedAssemblies(),
            name => Sides.Any(side => side.GetName().Name == name.Name));

    [Fact]
    public void The_project_files_keep_the_wall_too()
    {
        var crossing = Repository.Files("src", "*.csproj")
            .Where(file => Repository.Text(file) is var text && text.Contains("Credence.Police.csproj", StringComparison.Ordinal)
                && text.Contains("Credence.Care.csproj", StringComparison.Ordinal));

        // The command line serves either side, one at a time; nothing else may know both.
        Assert.Equal([], crossing.Except(["src/Credence.Cli/Credence.Cli.csproj"]));
    }

    [Theory]
    [InlineData("src/Credence.Care", "Police")]
    [InlineData("src/Credence.Police", "Care")]
    public void A_project_of_one_side_references_no_project_of_the_other_its_pages_neither(string side, string other)
    {
        var projects = Repository.Files("src", "*.csproj").Where(file => file.StartsWith(side, StringComparison.Ordinal)).ToList();

        Assert.True(projects.Count >= 2, $"Only {projects.Count} projects.");
        Assert.Equal([], projects.Where(file => Repository.Text(file).Contains($"Credence.{other}", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_portal_references_nothing_of_police_and_nothing_of_the_staff_s_pages()
    {
        var portal = Repository.Text("src/Credence.Portal/Credence.Portal.csproj");
        var known = typeof(Credence.Portal.PortalHost).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.Contains("Credence.Care", known);
        foreach (var other in (string[])["Credence.Police", "Credence.Care.Web"])
        {
            Assert.DoesNotContain(other, portal, StringComparison.Ordinal);
            Assert.DoesNotContain(known, name => name.StartsWith(other, StringComparison.Ordinal));
        }

        // It opens the record as the person alone: no page of it can ask as one of the staff.
        Assert.Equal([], Repository.Files("src/Credence.Portal", "*").Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => Repository.Text(file) is var text && (text.Contains("CareAccess", StringComparison.Ordinal) || text.Contains("CareDoor", StringComparison.Ordinal))));
    }

    [Fact]
    public void Both_sides_have_no_table_of_the_other()
    {
        var police = Tables(Sides[0]);
        var care = Tables(Sides[1]);

        Assert.NotEmpty(police);
        Assert.NotEmpty(care);
        Assert.Empty(police.Intersect(care));
    }

    // Types of rows that the side defines itself.
    private static List<string> Tables(Assembly side) =>
        [.. side.GetExportedTypes().Where(type => typeof(Credence.Record.Access.IOwned).IsAssignableFrom(type)).Select(type => type.Name)];
}
