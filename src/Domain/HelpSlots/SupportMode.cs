namespace Champions.Domain.HelpSlots;

/// <summary>How help is given.</summary>
public enum SupportMode
{
    InPersonOnWard,
    InPersonElsewhere,
    VideoCall,
    Phone,
    ChatOrEmail,
    DropIn,
    Group,
}
