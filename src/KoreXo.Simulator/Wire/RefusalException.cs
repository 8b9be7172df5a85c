using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Wire;

/// <summary>Rejects a request with an error response. It is thrown for requests that the platform would reject.</summary>
internal sealed class RefusalException : Exception
{
    public RefusalException(int status, params IReadOnlyList<string> reasons)
        : base(string.Join(" ", reasons))
    {
        Status = status;
        Reasons = reasons;
    }

    public int Status { get; }

    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Gets the HTTP methods that the path accepts, for the <c>Allow</c> header.</summary>
    public string? Allow { get; private init; }

    /// <summary>Gets the body, if the platform's pages show a different one for this error.</summary>
    public JsonObject? Body { get; init; }

    public static RefusalException BadRequest(params IReadOnlyList<string> reasons) => new(400, reasons);

    public static RefusalException Unauthorized(string reason) => new(401, reason);

    public static RefusalException Forbidden(string reason) => new(403, reason);

    public static RefusalException NotFound(string reason) => new(404, reason);

    public static RefusalException WrongVerb(string method, string path, IEnumerable<string> allowed)
    {
        var verbs = string.Join(", ", allowed);
        return new RefusalException(405, $"The API at '{path}' does not take {method}, only {verbs}.") { Allow = verbs };
    }

    /// <summary>Returns the body that the platform's pages show for an error.</summary>
    public JsonObject ToBody()
    {
        if (Body is { } body)
        {
            return body;
        }

        var errors = new JsonArray();
        foreach (var reason in Reasons)
        {
            errors.Add((JsonNode)new JsonObject { ["msg"] = reason, ["code"] = Status });
        }

        return new JsonObject { ["errors"] = errors };
    }
}
