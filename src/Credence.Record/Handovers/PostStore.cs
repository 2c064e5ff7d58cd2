using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Record.Handovers;

/// <summary>The record of either side, as far as the post needs it.</summary>
internal sealed record PostStore(
    Func<RecordAccess, RecordContext> Enter, Func<RecordAccess, CancellationToken, Task<Act>> Begin, Vault Vault, TimeProvider Clock, RecordPlace Place)
{
    public static PostStore Of<TContext>(RecordStore<TContext> record) where TContext : RecordContext => new(
        record.Enter, async (access, cancellation) => await record.Begin(access, cancellation), record.Vault, record.Clock, record.Place);

    /// <summary>Work outside an act; what a database says of itself becomes one sentence.</summary>
    public async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (RecordFault.Of(e, Place) is { } fault)
        {
            throw fault;
        }
    }

    public override string ToString() => $"PostStore({Place})";
}

/// <summary>The post itself, which carries sealed messages for one organization and opens none but to hand it to a desk.</summary>
public sealed record PostAccess : RecordAccess
{
    // The post has no account: nobody can sign in as it.
    private static readonly AccountId Post = new(new Guid("00000000-0000-8000-8000-706f73740000"));

    internal PostAccess(OrganizationId organization)
        : base(Post, organization, Purpose.Of(PurposeKind.Help))
    {
    }

    public override string RoleName => "Post";

    // What a desk makes of a message are rows of a case.
    public override bool SeesCases => true;
}
