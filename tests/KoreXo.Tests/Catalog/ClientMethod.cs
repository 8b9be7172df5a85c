using System.Reflection;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Catalog;

/// <summary>The emitted method of an operation.</summary>
internal sealed record ClientMethod(Area Area, MethodInfo Method)
{
    public static ClientMethod Of(SpecOperation operation)
    {
        var area = Area.Of(operation.Document);
        return new ClientMethod(
            area,
            area.Client.GetMethods()
                .Single(method =>
                    method.Name.EndsWith("Async", StringComparison.Ordinal)
                    && method.GetCustomAttribute<ApiOperationAttribute>()?.OperationId == operation.Id
                )
        );
    }
}
