using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Reading;

/// <summary>Parameters that one list declares twice.</summary>
public sealed class RepeatedParametersTests
{
    [Theory]
    [InlineData("{ name: q, in: query }, { name: q, in: query, required: true }", "q", "query")]
    [InlineData("{ name: X-Key, in: header }, { name: x-key, in: header }", "x-key", "header")]
    [InlineData("{ name: q, in: query }, { $ref: '#/components/parameters/Q' }", "q", "query")]
    public void The_second_is_reported(string parameters, string name, string place) =>
        Assert.Equal(
            [
                $"api/main.yaml(4) KXO2020 /paths/~1a/get/parameters/1: A second parameter '{name}' in '{place}' of one list; only the last one is read. Remove the other",
            ],
            Problems($"get: {{ parameters: [{parameters}] }}")
        );

    [Fact]
    public void So_it_is_in_the_list_of_a_path() =>
        Assert.Equal(
            [
                "api/main.yaml(4) KXO2020 /paths/~1a/parameters/1: A second parameter 'q' in 'query' of one list; only the last one is read. Remove the other",
            ],
            Problems("parameters: [{ name: q, in: query }, { name: q, in: query }], get: { tags: [a] }")
        );

    [Theory]
    [InlineData("get: { parameters: [{ name: q, in: query }, { name: q, in: header }] }")]
    [InlineData("get: { parameters: [{ name: q, in: query }, { name: Q, in: query }] }")]
    [InlineData("parameters: [{ name: q, in: query }], get: { parameters: [{ name: q, in: query, required: true }] }")]
    [InlineData("get: { parameters: [{ $ref: '#/components/parameters/Q' }, { $ref: '#/components/parameters/Q' }] }")]
    [InlineData("get: { parameters: [{ name: q }, { in: query }, {}] }")]
    public void Others_are_not(string path) =>
        Assert.DoesNotContain(Problems(path), static problem => problem.Contains("second parameter", StringComparison.Ordinal));

    private static IEnumerable<string> Problems(string path) =>
        ReadDocument
            .From(
                $"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ {path} }}\ncomponents: {{ parameters: {{ Q: {{ name: q, in: query }} }} }}"
            )
            .Problems;
}
