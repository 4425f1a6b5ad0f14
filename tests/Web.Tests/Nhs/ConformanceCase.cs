using System.Text.Json;

namespace Champions.Web.Tests.Nhs;

/// <summary>One component: how the design system is asked for it. <c>Strip…</c> names what differs on purpose (no lozenge, the trust's name).</summary>
public sealed record ConformanceCase(string Name, string Component, JsonElement Params, string[]? StripTheirs, string[]? StripOurs)
{
    public override string ToString() => Name;
}
