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
                "paths.yaml(4,37): info KXO2010: The path '/undescribed/{id}/{other}' and its parameters differ: no path parameter 'id' is described for its '{id}', which is treated as a string (at /paths/~1undescribed~1{id}~1{other}/get)",
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
                "security.yaml(26,18): warning KXO2020: The type 'oatuh2' of a security scheme is not part of the document's version of OpenAPI; the scheme is ignored. Write one of apiKey, http, oauth2, openIdConnect, mutualTLS (at /components/securitySchemes/odd/type)",
            ],
            "unions-without-a-tell" =>
            [
                "unions-without-a-tell.yaml(16,58): info KXO2009: The mapping of 'x' to '#/components/schemas/Nobody', which is none of the shapes, is not supported; such a value is read as unknown (at /components/schemas/Taken/discriminator/mapping/x)",
                "unions-without-a-tell.yaml(15,7): info KXO2009: The value 'same' of the discriminator 'kind' for more than one shape is not supported; it is read as 'A' (at /components/schemas/Taken)",
                "unions-without-a-tell.yaml(16,58): warning KXO2017: 'unions-without-a-tell.yaml' is not wholly supported: The mapping of 'x' to '#/components/schemas/Nobody', which is none of the shapes: such a value is read as unknown (at /components/schemas/Taken/discriminator/mapping/x); The value 'same' of the discriminator 'kind' for more than one shape: it is read as 'A' (at /components/schemas/Taken)",
            ],
            _ => [],
        };
}
