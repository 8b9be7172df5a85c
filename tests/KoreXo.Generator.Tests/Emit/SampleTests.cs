using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Emitted_code_compiles_without_a_warning(string name) => GeneratorVerifier<KoreXoGenerator>.VerifyGeneratorAsync(Sample.Document(name), Expected(name));

    /// <summary>What there is to say of a sample, none of which breaks the strictest build.</summary>
    private static string[] Expected(string name) => name switch
    {
        "paths" =>
        [
            "paths.yaml(4,37): info KXO2010: The path '/undescribed/{id}/{other}' has '{id}', but no path parameter 'id' is described; it is taken as a text (at /paths/~1undescribed~1{id}~1{other}/get)",
            "paths.yaml(5,56): info KXO2010: The parameter 'id' is not in the path; it is left out (at /paths/~1extra/get/parameters/0)",
            "paths.yaml(16,34): info KXO2005: The operation id 'same' is already taken; the operation is called 'getSame2' (at /paths/~1same-2/get)",
        ],
        _ => [],
    };
}
