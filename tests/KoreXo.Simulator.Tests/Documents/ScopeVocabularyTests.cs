using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

public sealed class ScopeVocabularyTests
{
    [Fact]
    public void Included_scopes_are_held_too_through_several_steps_and_aliases()
    {
        var vocabulary = new ScopeVocabulary();
        vocabulary.AddKnown([
            new KnownScope("all", default, new[] { "Write!" }),
            new KnownScope("write", new[] { "Write!" }, new[] { "read" }),
            new KnownScope("read", default, new[] { "all" }),
            new KnownScope("other", default, default),
        ]);

        Assert.Equal(["all", "read", "write"], vocabulary.Expand(["Write!"]).Order(StringComparer.Ordinal));
        Assert.Equal(["other"], vocabulary.Expand(["other"]));
    }
}
