using System.Reflection;
using Xunit.Sdk;

namespace Champions.TestSupport.Databases;

/// <summary>
/// Runs a theory once on each database: <c>[Theory, EveryDatabase]</c>. The first parameter is the
/// <see cref="DatabaseKind"/>; further ones are given here, <c>[EveryDatabase("7B", 3)]</c>, as often as wanted.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] more) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<DatabaseKind>().Select(kind => (object?[])[kind, .. more]);
}
