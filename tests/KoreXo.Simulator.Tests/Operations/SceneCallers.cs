using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>A caller for each kind of app, with every scope.</summary>
internal sealed class SceneCallers(Func<AppKind, TestCaller> caller)
{
    private readonly Dictionary<string, TestCaller> _callers = new(StringComparer.Ordinal)
    {
        ["platform"] = caller(AppKind.Platform),
        ["admin"] = caller(AppKind.Admin),
        ["data"] = caller(AppKind.Data),
    };

    public TestCaller Admin => _callers["admin"];

    public TestCaller For(ApiOperation operation) => _callers[operation.Scopes![0].Credential!];
}
