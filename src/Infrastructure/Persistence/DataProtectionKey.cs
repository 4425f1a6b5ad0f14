namespace Champions.Infrastructure.Persistence;

/// <summary>A key of ASP.NET Core data protection, shared by all nodes.</summary>
internal sealed class DataProtectionKey
{
    public int Id { get; private set; }

    public string FriendlyName { get; init; } = "";

    public string Xml { get; init; } = "";
}
