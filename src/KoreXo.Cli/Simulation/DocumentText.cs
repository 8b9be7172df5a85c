using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>Describes a running simulator of a document, to a person or to a program.</summary>
internal static class DocumentText
{
    /// <summary>Returns one line for each operation, with what the simulator does when it is called.</summary>
    public static string Table(XoSimulator simulator)
    {
        var width = simulator.Operations.Select(operation => Place(operation).Length).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        foreach (var operation in simulator.Operations)
        {
            var effect = ShownText.From($"{Effect(operation)}{(operation.Remark is { } remark ? $"; {remark}" : "")}");
            text.Append(CultureInfo.InvariantCulture, $"{Place(operation).PadRight(Math.Min(width, 70))}  {effect}\n");
        }

        var stateful = simulator.Operations.Count(operation => operation.IsStateful);
        var others = simulator.Operations.Count - stateful;
        return text.Append(
                CultureInfo.InvariantCulture,
                $"{Count(simulator.Operations.Count, "operation")}: {stateful} with state, {others} with responses from the schema.\n"
            )
            .ToString();
    }

    public static string Write(SimulatedDocument document)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"endpoint  {document.Simulator.Endpoint}\n");
        foreach (var app in document.Apps)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ShownText.From(app.Credential)}  {app.ClientId}  {app.ClientSecret}\n");
        }

        if (document.Apps.Count > 0)
        {
            text.Append(
                "The secret is the API key, or the token after 'Bearer '; for basic authentication, the id is the name and the secret the password.\n"
            );
        }

        return text.Append('\n')
            .Append(Table(document.Simulator))
            .Append("\nOpen the endpoint in a browser to see the requests. Ctrl+C stops the simulator; nothing is kept.\n")
            .ToString();
    }

    /// <summary>Returns the same as one line of JSON.</summary>
    public static string Json(SimulatedDocument document, TimeProvider clock)
    {
        var expires = (clock.GetUtcNow() + CurlExamples.Lifetime).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var credentials = new JsonObject();
        foreach (var app in document.Apps)
        {
            credentials[app.Credential] = new JsonObject
            {
                ["clientId"] = app.ClientId,
                ["clientSecret"] = app.ClientSecret,
                ["token"] = app.CreateToken(CurlExamples.Lifetime),
                ["tokenExpires"] = expires,
            };
        }

        var all = new JsonObject
        {
            ["endpoint"] = document.Simulator.Endpoint.ToString(),
            ["credentials"] = credentials,
            ["operations"] = new JsonArray([.. document.Simulator.Operations.Select(JsonNode (operation) => Json(operation))]),
        };
        return all.ToJsonString() + "\n";
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Place(SimulatedOperation operation) => ShownText.From($"{operation.Method} {operation.Path}");

    private static JsonObject Json(SimulatedOperation operation) =>
        new()
        {
            ["id"] = operation.Id,
            ["method"] = operation.Method,
            ["path"] = operation.Path,
            ["effect"] = operation.Effect.ToString(),
            ["resource"] = operation.Resource,
            ["remark"] = operation.Remark,
        };

    private static string Effect(SimulatedOperation operation) =>
        operation.Effect switch
        {
            SimulatedEffect.Create => $"creates in {operation.Resource}",
            SimulatedEffect.Get => $"gets from {operation.Resource}",
            SimulatedEffect.List => $"lists {operation.Resource}",
            SimulatedEffect.Update => $"updates in {operation.Resource}",
            SimulatedEffect.Delete => $"deletes from {operation.Resource}",
            SimulatedEffect.StartJob or SimulatedEffect.GetJob => "job",
            _ => "from schema",
        };
}
