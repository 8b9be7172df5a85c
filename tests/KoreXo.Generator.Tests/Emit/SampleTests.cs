using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Emitted_code_compiles_without_a_warning(string name) => GeneratorVerifier<KoreXoGenerator>.VerifyGeneratorAsync(Sample.Document(name));
}
