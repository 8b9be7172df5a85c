namespace KoreXo.Conventions.Documents;

/// <summary>Operation ids are method names: who knows ten of them should guess the eleventh.</summary>
public sealed class NamingTests
{
    [Fact]
    public void Ids_begin_with_a_verb_of_the_list() =>
        Rule.Holds(
            "An operation id is a verb of spec/README.md and what it acts on:",
            SpecFiles.Operations,
            static operation =>
                SpecFiles.AllowedVerbs.Any(verb =>
                    operation.Id.StartsWith(verb, StringComparison.Ordinal)
                    && operation.Id.Length > verb.Length
                    && char.IsAsciiLetterUpper(operation.Id[verb.Length])
                ),
            static operation => operation.Id
        );

    [Fact]
    public void Paged_calls_list() =>
        Rule.Holds(
            "Paged calls are list…, and no others:",
            SpecFiles.Operations,
            static operation => operation.IsPaged == operation.Id.StartsWith("list", StringComparison.Ordinal),
            static operation => operation.Id
        );

    [Fact]
    public void Jobs_are_started() =>
        Rule.Holds(
            "Calls with x-job are start…, and no others:",
            SpecFiles.Operations,
            static operation => operation.JobStatus is not null == operation.Id.StartsWith("start", StringComparison.Ordinal),
            static operation => operation.Id
        );

    [Fact]
    public void Ids_are_taken_once() =>
        Assert.Equal(
            SpecFiles.Operations.Count,
            SpecFiles.Operations.Select(static operation => (operation.File, operation.Id)).Distinct().Count()
        );
}
