using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Resolves a path that refers to a shared one and has operations of its own beside the reference: both are combined, and its own
/// operations take precedence.
/// </summary>
internal static class PathReference
{
    private const int MaxHops = 32;

    public static void Resolve(SpecNode root, SpecNode? folder)
    {
        foreach (var name in folder?.Names.ToList() ?? [])
        {
            if (folder![name] is { Kind: SpecNodeKind.Object } path && path.String("$ref") is not null && HasOwn(path))
            {
                folder.Set(name, Merge(root, path, MaxHops));
            }
        }
    }

    private static bool HasOwn(SpecNode path) =>
        path.Names.Any(static name => HttpVerb.IsVerb(name) || name is "parameters" or "servers" or "additionalOperations");

    private static SpecNode Merge(SpecNode root, SpecNode path, int hops)
    {
        if (
            hops == 0
            || path.String("$ref") is not { } reference
            || JsonPointer.FromReference(reference) is not { } pointer
            || root.Find(pointer) is not { Kind: SpecNodeKind.Object } target
        )
        {
            return path;
        }

        var shared = Merge(root, target, hops - 1);
        var merged = path.NewObject([.. shared.Names.Select(name => (name, shared[name]))]);
        foreach (var name in path.Names.Where(static name => name != "$ref"))
        {
            merged.Set(name, name is "parameters" or "additionalOperations" ? Both(shared[name], path[name]!) : path[name]!);
        }

        return merged;
    }

    private static SpecNode Both(SpecNode? shared, SpecNode own)
    {
        if (shared is null || shared.Kind != own.Kind)
        {
            return own;
        }

        if (own.Kind == SpecNodeKind.Array)
        {
            return own.NewArray([.. shared.Items, .. own.Items]);
        }

        var both = own.NewObject([.. shared.Names.Select(name => (name, shared[name]))]);
        foreach (var name in own.Names)
        {
            both.Set(name, own[name]!);
        }

        return both;
    }
}
