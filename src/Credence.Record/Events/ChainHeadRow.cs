using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Credence.Record.Events;

/// <summary>The one row that says where the chain ends; taking it is taking the next place.</summary>
internal sealed class ChainHeadRow
{
    public required int Id { get; init; }

    public required long Sequence { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Which of the records that grew out of one founding this is: another one after each restore.</summary>
    public required Guid Lineage { get; init; }

    internal ChainHead ToHead() => new(Sequence, Hash) { Lineage = Lineage };

    internal static void Configure(EntityTypeBuilder<ChainHeadRow> table)
    {
        table.ToTable("chain_head");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasData(new ChainHeadRow { Id = 1, Sequence = 0, Hash = ChainHead.Empty.Hash, Lineage = Guid.Empty });
    }
}
