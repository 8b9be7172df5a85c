using System.Reflection;
using KoreXo;
using KoreXo.Samples;

namespace Workloads.MissingScopes;

/// <summary>Reports which scopes a manifest lacks for operations, or for the calls of a compiled program.</summary>
internal static class MissingScopesCommand
{
    private const string Usage = """
        Usage: Workloads missing-scope --manifest <file.scopes.json> --operations <id,id,…>
               Workloads missing-scope --manifest <file.scopes.json> --assembly <program.dll>

        Exits with 1 if a scope is missing. Nothing is sent, and no secret is needed.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            _ =>
            {
                var options = new Arguments(args, "--manifest", "--operations", "--assembly");
                var manifest = ScopeManifest.Load(Connection.Required("--manifest", options["--manifest"]));
                var methods = options["--assembly"] is { } assembly
                    ? CalledOperations.ByAssembly(assembly)
                    : CalledOperations.ByName(
                        Connection.Required("--operations", options["--operations"]).Split(',', StringSplitOptions.TrimEntries)
                    );
                return Task.FromResult(Report(manifest, methods, Console.WriteLine) == 0 ? 0 : 1);
            }
        );

    /// <summary>Reports on each method.</summary>
    /// <returns>The number of methods that the app may not call.</returns>
    public static int Report(ScopeManifest manifest, IEnumerable<MethodInfo> methods, Action<string> report)
    {
        using var preflight = new ScopePreflight(manifest);
        var verdicts = methods.Select(preflight.Evaluate).OrderBy(static verdict => verdict.IsGranted).ToList();
        foreach (var verdict in verdicts)
        {
            report(
                $"{(verdict.IsGranted ? "granted" : "missing")}  {verdict.Method.DeclaringType!.Name}.{verdict.Method.Name}  {verdict.Scopes}"
            );
        }

        var missing = verdicts.Count(static verdict => !verdict.IsGranted);
        report($"{manifest.App}: {verdicts.Count} methods, {missing} without a scope that they require");
        return missing;
    }
}
