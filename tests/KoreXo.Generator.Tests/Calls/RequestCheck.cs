using System.Text.RegularExpressions;
using KoreXo.OpenApi.Text;
using KoreXo.Runtime.Tests;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Holds a request that arrived against what the document says of it.</summary>
internal static partial class RequestCheck
{
    public static bool HasPath(string target, string template)
    {
        template = template.LastIndexOf('#') is var fragment && fragment > template.LastIndexOf('/') ? template[..fragment] : template;
        var literals = Parameter()
            .Split((template.StartsWith('/') ? template : "/" + template).Split('?')[0])
            .Select(static literal => Regex.Escape(Uri.UnescapeDataString(literal)));
        return Regex.IsMatch(
            Uri.UnescapeDataString(target.Split('?')[0]),
            $"^{string.Join(".+", literals)}$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline,
            TimeSpan.FromSeconds(1)
        );
    }

    public static bool HasParameter(ExampleDocument document, ReceivedRequest request, SpecNode parameter)
    {
        var name = parameter.String("name")!;
        return parameter.String("in") switch
        {
            "header" => name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "CONTENT-LENGTH" or "AUTHORIZATION"
                || IsKey(document, name)
                || request.Headers.ContainsKey(name),
            "cookie" => request.Headers.TryGetValue("Cookie", out var cookies) && cookies.Contains(name + "=", StringComparison.Ordinal),
            "query" => HasQuery(request.Target, name) || IsSpread(document, parameter),
            _ => true,
        };
    }

    /// <summary>True for the header of a scheme of keys, which the credential fills.</summary>
    private static bool IsKey(ExampleDocument document, string name) =>
        document.Root["components"]?["securitySchemes"] is { } schemes
        && schemes.Names.Any(scheme => string.Equals(schemes[scheme]!.String("name"), name, StringComparison.OrdinalIgnoreCase));

    private static bool HasQuery(string target, string name) =>
        target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start
        && target[(start + 1)..]
            .Split('&')
            .Any(pair =>
                Uri.UnescapeDataString(pair.Split('=')[0]) is var key
                && (key == name || key.StartsWith(name + "[", StringComparison.Ordinal))
            );

    /// <summary>An object's members stand in the query by their own names.</summary>
    private static bool IsSpread(ExampleDocument document, SpecNode parameter) =>
        parameter["schema"] is { } schema
        && document.Resolve(schema) is var target
        && target.String("type") is not ("string" or "integer" or "number" or "boolean" or "array");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
