using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Emit;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Emitted_code_compiles_without_a_warning(string name) =>
        GeneratorVerifier.VerifyGeneratorAsync(Sample.Document(name), Expected(name));

    /// <summary>What there is to say of a sample.</summary>
    private static string[] Expected(string name) =>
        name switch
        {
            "paths" =>
            [
                "paths.yaml(4,37): info KXO2010: The path '/undescribed/{id}/{other}' and its parameters differ: no path parameter 'id' is described for its '{id}', which is taken as a string (at /paths/~1undescribed~1{id}~1{other}/get)",
                "paths.yaml(5,56): info KXO2010: The path '/extra' and its parameters differ: it does not contain the parameter 'id', which is left out (at /paths/~1extra/get/parameters/0)",
                "paths.yaml(16,34): info KXO2005: The operation id 'same' is already taken; the operation is called 'getSame2' (at /paths/~1same-2/get)",
            ],
            "security" =>
            [
                "security.yaml(15,74): warning KXO2015: The security scheme 'nobody' is not declared in the document; declare it or correct its name (at /paths/~1undeclared/get/security/0/nobody)",
                "security.yaml(16,81): warning KXO2015: The security scheme 'nobody' is not declared in the document; declare it or correct its name (at /paths/~1undeclared-key/get/security/0/nobody)",
                "security.yaml(17,98): warning KXO2015: The security scheme 'nobody' is not declared in the document; declare it or correct its name (at /paths/~1undeclared-or/get/security/1/nobody)",
                "security.yaml(18,81): warning KXO2015: The security scheme 'nobody' is not declared in the document; declare it or correct its name (at /paths/~1undeclared-and/get/security/0/nobody)",
                "security.yaml(19,85): warning KXO2016: The scope 'reed' is not declared by any flow of its security scheme; did you mean 'read'? (at /paths/~1undeclared-scope/get/security/0/oauth/0)",
            ],
            _ => [],
        };
}
