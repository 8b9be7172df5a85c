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
            need.Needed.Select(static alternative => alternative.Scopes.Insert(0, alternative.Credential ?? ""))
        );

    public static ImmutableArray<ScopeAlternative> Read(ImmutableDictionary<string, string?> properties) =>
        [
            .. PropertyRecords
                .Read(properties, Key)
                .Select(static fields => new ScopeAlternative(
                    fields.RemoveAt(0),
                    fields[0].Length == 0 ? null : fields[0],
                    IsConditional: false
                )),
        ];
}
