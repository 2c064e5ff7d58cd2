using System.Net;
using System.Text;
using Credence.Record.Storage;

namespace Credence.Record.Handovers;

/// <summary>What a host answers to a request, for whatever server carries it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Type">The type of the body.</param>
/// <param name="Body">The body: a receipt, or one sentence.</param>
/// <param name="ComeAgainAfter">When to come again, or null.</param>
public sealed record ResourceAnswer(HttpStatusCode Status, string Type, ReadOnlyMemory<byte> Body, TimeSpan? ComeAgainAfter = null)
{
    internal static ResourceAnswer Sentence(HttpStatusCode status, string sentence) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(sentence));

    public override string ToString() => $"ResourceAnswer({Status})";
}

/// <summary>
/// The resource of every host, without the server in front of it: what is answered to an envelope, and what a stranger learns. The
/// command line and the pages of either side carry it, each with the server and the limits of its own.
/// </summary>
/// <param name="post">The post.</param>
/// <param name="came">Told when something new is in the inbox; after the receipt is made, so that the sender never waits for the desk.</param>
/// <param name="say">Hears, for the custodian of this host only, what was refused and why.</param>
public sealed class HandoverResource(Post post, Action came, Action<string> say)
{
    /// <summary>The most bytes that a request has.</summary>
    public const int Longest = Envelope.Longest;

    /// <summary>Answers to an envelope.</summary>
    public async Task<ResourceAnswer> Take(string? type, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (type != HandoverSender.EnvelopeType) return ResourceAnswer.Sentence(HttpStatusCode.UnsupportedMediaType, $"Expected {HandoverSender.EnvelopeType}.");
        try
        {
            return Answer(await post.Inbox.Receive(body, cancellation));
        }
        catch (RecordFault fault)
        {
            say(fault.Message);
            return ResourceAnswer.Sentence(HttpStatusCode.ServiceUnavailable, "This host cannot take messages at the moment; keep it and come again.")
                with { ComeAgainAfter = TimeSpan.FromMinutes(1) };
        }
    }

    /// <summary>Answers whoever watches the host.</summary>
    public async Task<ResourceAnswer> Health(CancellationToken cancellation)
    {
        try
        {
            await post.Answers(cancellation);
            return ResourceAnswer.Sentence(HttpStatusCode.OK, "ok");
        }
        catch (RecordFault)
        {
            return ResourceAnswer.Sentence(HttpStatusCode.ServiceUnavailable, "The store does not answer.");
        }
    }

    private ResourceAnswer Answer(Reception reception)
    {
        if (reception is Reception.Taken taken)
        {
            if (taken.IsNew) came();
            return new ResourceAnswer(HttpStatusCode.OK, HandoverSender.ReceiptType, taken.Receipt);
        }

        var refused = (Reception.Refused)reception;
        say($"Refused ({refused.Why}): {refused.Sentence}");
        // A stranger who tries names must not learn who is a partner of whom: one answer for all of these.
        return ResourceAnswer.Sentence(Status(refused.Why), refused.Why is Refusal.NotBetweenPartners ? "Expected a message to this host by one of its partners." : refused.Sentence);
    }

    private static HttpStatusCode Status(Refusal why) => why switch
    {
        Refusal.Malformed => HttpStatusCode.BadRequest,
        Refusal.NotBetweenPartners => HttpStatusCode.Forbidden,
        Refusal.NumberUsedTwice => HttpStatusCode.Conflict,
        Refusal.Late => HttpStatusCode.Gone,
        _ => HttpStatusCode.UnprocessableEntity,
    };
}
