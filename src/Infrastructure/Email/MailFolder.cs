namespace Champions.Infrastructure.Email;

/// <summary>Reads what the folder transport wrote, for the page that shows the demo's emails.</summary>
public sealed class MailFolder
{
    private readonly EmailOptions options;

    internal MailFolder(EmailOptions options) => this.options = options;

    /// <summary>False when emails are sent to a relay instead.</summary>
    public bool IsInUse => options.Transport == EmailTransportKind.Folder;

    /// <summary>How many emails there are.</summary>
    public int Count() => MailFiles.In(options.Folder).Count();

    /// <summary>Newest first.</summary>
    /// <param name="skip">Left out at the start.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public async Task<IReadOnlyList<StoredEmail>> NewestAsync(int skip, int take, CancellationToken cancellationToken)
    {
        var read = new List<StoredEmail>();
        foreach (var name in MailFiles.In(options.Folder).OrderDescending(StringComparer.Ordinal).Skip(skip).Take(take))
        {
            if (await ReadAsync(name, cancellationToken) is { } email)
            {
                read.Add(email);
            }
        }

        return read;
    }

    /// <summary>Null when there is no such email. The id is looked up among the files that exist, so it can name no other file.</summary>
    public Task<StoredEmail?> FindAsync(string id, CancellationToken cancellationToken) =>
        MailFiles.In(options.Folder).FirstOrDefault(name => MailFiles.KeyIn(name) == id) is { } name
            ? ReadAsync(name, cancellationToken)
            : Task.FromResult<StoredEmail?>(null);

    private async Task<StoredEmail?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return EmailReader.Read(MailFiles.KeyIn(name), await File.ReadAllBytesAsync(Path.Combine(options.Folder, name), cancellationToken));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>An email as it was written.</summary>
/// <param name="Id">Stands in the address of its page.</param>
/// <param name="SentAt">From its Date header.</param>
/// <param name="From">Name and address.</param>
/// <param name="To">Name and address.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">Plain part.</param>
/// <param name="Html">HTML part, if any.</param>
/// <param name="Calendar">Calendar part, if any.</param>
public sealed record StoredEmail(
    string Id, DateTimeOffset SentAt, string From, string To, string Subject, string Text, string? Html, string? Calendar);
