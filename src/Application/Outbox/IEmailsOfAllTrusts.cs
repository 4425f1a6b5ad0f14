namespace Champions.Application.Outbox;

/// <summary>
/// The outbox without the filter that keeps trusts apart, for the administrator and the sender. Whoever asks for it must have
/// checked that the actor may see every trust.
/// </summary>
public interface IEmailsOfAllTrusts
{
    IQueryable<OutboxEmail> Emails { get; }
}
