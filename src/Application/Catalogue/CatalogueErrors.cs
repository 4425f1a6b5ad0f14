using Champions.Domain.Common;

namespace Champions.Application.Catalogue;

public static class CatalogueErrors
{
    public static readonly Error NotAllowed = Error.Forbidden("Catalogue.NotAllowed", "Only a coordinator of your trust may do this.");

    public static readonly Error SystemTaken = Error.Conflict("Catalogue.SystemTaken", "Your list has a system with this name already.");

    public static readonly Error TopicTaken = Error.Conflict("Catalogue.TopicTaken", "Your list has this topic already.");
}
