using Credence.Packs;
using Credence.Training;

namespace Credence.Police.Web.Training;

/// <summary>What officers practice with, made once from the packs: scenarios, what debriefs a play, and the casebook that is sorted.</summary>
public sealed class TrainingRoom(PackLibrary library)
{
    private readonly Lazy<Debriefer> _debriefer = new(() => Debriefer.From(library));
    private readonly Lazy<Casebook> _casebook = new(() => Casebook.From(library));

    public IReadOnlyList<Scenario> Scenarios { get; } = ScenarioPack.From(library, []);

    /// <summary>Their ids, in their order.</summary>
    public IReadOnlyList<string> Ids => [.. Scenarios.Select(scenario => scenario.Id)];

    public Debriefer Debriefer => _debriefer.Value;

    public Casebook Casebook => _casebook.Value;

    /// <summary>The same for a device without a connection.</summary>
    internal byte[] Json => field ??= ScenarioJson.Of(this);

    public Scenario? Find(string id) => Scenarios.FirstOrDefault(scenario => scenario.Id == id);
}
