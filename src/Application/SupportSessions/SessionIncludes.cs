using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

internal static class SessionIncludes
{
    /// <summary>With every answer that can be compared or replaced.</summary>
    public static IQueryable<SupportSession> WithAnswers(this IQueryable<SupportSession> sessions) =>
        sessions.Include(s => s.Participants).Include(s => s.Topics).Include(s => s.Barriers);
}
