using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>The groups that methods of the solution are given to register their routes in.</summary>
internal sealed class RouteGroups
{
    private readonly Dictionary<string, HashSet<(string Prefix, string? Parameter)>> _given = new(StringComparer.Ordinal);

    /// <summary>Records what a call of a method of the solution passes to it.</summary>
    public void Add(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (
                argument is { Parameter: { } parameter, Value: var value }
                && parameter.Type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    == true
            )
            {
                var key = RouteTitle.Key(parameter);
                if (!_given.TryGetValue(key, out var given))
                {
                    _given.Add(key, given = []);
                }

                given.Add(RouteTitle.Group(value));
            }
        }
    }

    //     app.MapGroup("/v1").MapSessions(); app.MapGroup("/v2").MapSessions();
    //     static void MapSessions(this IEndpointRouteBuilder routes) => routes.MapGet("/sessions", …);
    // One call registers two routes, and each has its title.
    /// <summary>Returns an entry point once for each group that its route is registered in.</summary>
    public IEnumerable<EntryPoint> Titled(EntryPoint entry) =>
        entry.Route is { Parameter: { } parameter } route
            ? Prefixes(parameter, [])
                .DefaultIfEmpty("")
                .Distinct(StringComparer.Ordinal)
                .Select(prefix =>
                    entry with
                    {
                        Title = (route with { Pattern = RouteTitle.Join(prefix, route.Pattern) }).ToString(),
                        Route = null,
                    }
                )
            : [entry];

    // A method may pass its group on, even to itself.
    private List<string> Prefixes(string parameter, HashSet<string> path)
    {
        if (!_given.TryGetValue(parameter, out var given))
        {
            return [""];
        }

        if (!path.Add(parameter))
        {
            return [];
        }

        var prefixes = given
            .SelectMany(group =>
                (group.Parameter is null ? [""] : Prefixes(group.Parameter, path)).Select(before => RouteTitle.Join(before, group.Prefix))
            )
            .ToList();
        path.Remove(parameter);
        return prefixes;
    }
}
