using System.Collections.Immutable;
using KoreXo.Analyzers.Diagnostics;

namespace KoreXo.Analyzers.Requirements;

/// <summary>Passes the requirement that a member would have to declare to the code fixes.</summary>
internal static class ScopeDeclaration
{
    private const string Key = "KoreXo.ScopeDeclaration";

    public static ImmutableDictionary<string, string?> Write(ImmutableDictionary<string, string?> properties, Requirement need) =>
        PropertyRecords.Write(
            properties,
            Key,
            need.Needed.Select(
                static ImmutableArray<string> (alternative) =>
                    [alternative.Credential ?? "", alternative.Resource ?? "", .. alternative.Scopes]
            )
        );

    public static ImmutableArray<ScopeAlternative> Read(ImmutableDictionary<string, string?> properties) =>
        [
            .. PropertyRecords
                .Read(properties, Key)
                .Select(static fields => new ScopeAlternative(
                    fields.RemoveRange(0, 2),
                    fields[0].Length == 0 ? null : fields[0],
                    IsConditional: false
                )
                {
                    Resource = fields[1].Length == 0 ? null : fields[1],
                }),
        ];
}
