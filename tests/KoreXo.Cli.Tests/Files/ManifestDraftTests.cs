using System.Text.Json.Nodes;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Files;

namespace KoreXo.Cli.Tests.Files;

/// <summary>A new manifest, from the scopes that an app requires.</summary>
public sealed class ManifestDraftTests
{
    [Fact]
    public void Scopes_of_any_credential_are_one_list() =>
        Assert.Equal("""{"app":"bot","scopes":["a","b"]}""", Write((LeastScopes.AnyKind, ["b", "a"])));

    [Fact]
    public void Without_scopes_the_list_is_empty() => Assert.Equal("""{"app":"bot","scopes":[]}""", Write());

    [Fact]
    public void Kinds_of_credential_have_a_list_each_and_the_first_what_any_may_have() =>
        Assert.Equal(
            """{"app":"bot","credentials":{"admin":["a","z"],"platform":["b"]}}""",
            Write((LeastScopes.AnyKind, ["a"]), ("admin", ["z"]), ("platform", ["b"]))
        );

    [Fact]
    public void Grants_on_resources_are_lists_of_their_own() =>
        Assert.Equal(
            """{"app":"bot","credentials":{"data":{"*":["read"],"Contacts":["read","write"]}}}""",
            Write(("data", ["read", On("write", "Contacts"), On("read", "Contacts")]))
        );

    private static string On(string scope, string resource) => ResourceScope.Create(scope, resource);

    private static string Write(params (string Kind, string[] Scopes)[] scopes)
    {
        var draft = new ManifestDraft(
            scopes.ToDictionary(
                static kind => kind.Kind,
                static kind => new SortedSet<string>(kind.Scopes, StringComparer.Ordinal),
                StringComparer.Ordinal
            )
        );
        var written = JsonNode.Parse(draft.Write("bot"))!.AsObject();
        Assert.EndsWith("/scopes.schema.json", written["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        written.Remove("$schema");
        return written.ToJsonString();
    }
}
