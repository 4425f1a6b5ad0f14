using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>Reads what <see cref="FolderTransport"/> wrote.</summary>
internal sealed class MailFolder(EmailOptions options) : IMailFolder
{
    public bool IsInUse => options.Transport == EmailTransportKind.Folder;

    public int Count() => MailFiles.In(options.Folder).Count();

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
