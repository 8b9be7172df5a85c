using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

public sealed class ScopeVocabularyTests
{
    [Fact]
    public void Included_scopes_are_held_too_through_several_steps_and_aliases()
    {
        var vocabulary = new ScopeVocabulary();
        vocabulary.AddKnown(
            SpecText.Read(
                "s",
                """
                x-known-scopes:
                  - { name: all, implies: [Write!] }
                  - { name: write, aliases: [Write!], implies: [read] }
                  - { name: read, implies: [all] }
                  - { name: other }
                """,
                CancellationToken.None
            )["x-known-scopes"]
        );

        Assert.Equal(["all", "read", "write"], vocabulary.Expand(["Write!"]).Order(StringComparer.Ordinal));
        Assert.Equal(["other"], vocabulary.Expand(["other"]));
    }
}
