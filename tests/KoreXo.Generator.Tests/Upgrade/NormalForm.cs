using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Documents in the form of OpenAPI 3.0 that all readers know.</summary>
internal static class NormalForm
{
    /// <summary>Returns a schema in that form, as JSON.</summary>
    public static string Schema(string yaml) =>
        Part(
            $"openapi: 3.1.0\npaths: {{}}\ncomponents:\n  schemas:\n    S: {yaml}\n    Pet: {{ type: object }}\n",
            "/components/schemas/S"
        );

    /// <summary>Returns a part of a document in that form, as JSON.</summary>
    public static string Part(string document, string pointer)
    {
        var root = SpecText.Read("x.yaml", document, CancellationToken.None);
        SpecNormalizer.Run(root, CancellationToken.None);
        return SpecJson.Write(root.Find(pointer)!);
    }
}
