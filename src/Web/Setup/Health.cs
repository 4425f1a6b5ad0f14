using Champions.Infrastructure.Persistence;

namespace Champions.Web.Setup;

internal static class Health
{
    /// <summary>Live: the process answers. Ready: the database answers and has the schema of this build. Strangers learn no more.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        endpoints.MapGet("/health/ready", async (ISchema schema, CancellationToken cancellationToken) =>
        {
            try
            {
                return await schema.IsReadyAsync(cancellationToken) ? Results.Text("ready") : NotReady();
            }
            catch (Exception fault) when (DatabaseFaults.IsUnavailable(fault))
            {
                return NotReady();
            }
        }).AllowAnonymous();
    }

    private static IResult NotReady() => Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
}
