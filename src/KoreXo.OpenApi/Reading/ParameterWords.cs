using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>
/// Finds styles that a parameter cannot have where it is, and bodies of Swagger 2.0 that an operation cannot have
/// together.
/// </summary>
internal static class ParameterWords
{
    private static readonly string[] Formats = ["csv", "ssv", "tsv", "pipes", "multi"];

    /// <param name="node">A parameter, or what has parameters.</param>
    /// <param name="role">Which of them it is.</param>
    /// <param name="isSwagger">Whether the document is Swagger 2.0.</param>
    /// <param name="add">Receives the node, the name of the member, what is wrong, and what to do.</param>
    public static void Check(SpecNode node, SpecRole role, bool isSwagger, Action<SpecNode, string, string, string> add)
    {
        if (role == SpecRole.Parameter)
        {
            if (isSwagger)
            {
                CheckFormat(node, add);
            }
            else
            {
                CheckStyle(node, add);
            }
        }
        else if (isSwagger && node["parameters"] is { Kind: SpecNodeKind.Array } parameters)
        {
            CheckBodies(parameters, add);
        }
    }

    /// <summary>Returns the styles that a parameter can have where it is, the default one first; null for an unknown place.</summary>
    public static string[]? Styles(string? place) =>
        place switch
        {
            "path" => ["simple", "label", "matrix"],
            "query" => ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
            "header" => ["simple"],
            "cookie" => ["form", "cookie"],
            _ => null,
        };

    private static void CheckStyle(SpecNode parameter, Action<SpecNode, string, string, string> add)
    {
        if (parameter.String("style") is not { } style || parameter.String("in") is not { } place)
        {
            return;
        }

        if (Styles(place) is { } styles && Array.IndexOf(styles, style) < 0)
        {
            add(
                parameter["style"]!,
                "style",
                $"The style '{style}' of a parameter in '{place}'",
                $"it is treated as '{styles[0]}'. Write one of {string.Join(", ", styles)}"
            );
        }
    }

    private static void CheckFormat(SpecNode parameter, Action<SpecNode, string, string, string> add)
    {
        if (parameter.String("collectionFormat") is { } format)
        {
            var isForm = parameter.String("in") == "formData";
            if (
                Array.IndexOf(Formats, format) < 0
                || (format == "multi" && !isForm && parameter.String("in") != "query")
                || (format == "tsv" && isForm)
            )
            {
                add(
                    parameter["collectionFormat"]!,
                    "collectionFormat",
                    $"The collectionFormat '{format}' of a parameter in '{parameter.String("in")}'",
                    "it is treated as 'csv'. Write one of csv, ssv, pipes and, in a query or form, multi"
                );
            }
        }

        if (parameter["items"]?.String("collectionFormat") is not null && parameter["items"]?.String("type") == "array")
        {
            add(
                parameter["items"]!["collectionFormat"]!,
                "items/collectionFormat",
                "The collectionFormat of a list in a list",
                "it is ignored, and the inner lists are written as JSON. Write a list of strings"
            );
        }
    }

    private static void CheckBodies(SpecNode parameters, Action<SpecNode, string, string, string> add)
    {
        var bodies = parameters.Items.FindAll(static parameter => parameter.String("in") == "body");
        var index = parameters.Items.FindIndex(parameter =>
            parameter.String("in") == "formData" ? bodies.Count > 0 : parameter.String("in") == "body" && parameter != bodies.Last()
        );
        if (index >= 0)
        {
            var place = parameters.Items[index].String("in");
            add(
                parameters.Items[index],
                "parameters/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                $"A parameter 'in: {place}' beside one 'in: body'",
                "it is left out. Write one body, or the fields of one form"
            );
        }
    }
}
