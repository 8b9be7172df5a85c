using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Describes why something failed for one user of a call, in the platform's formats.</summary>
internal static class UserError
{
    private const int Code = 400;

    /// <summary>Returns the format of most calls: a list of errors.</summary>
    public static JsonObject Reason(string message) =>
        new() { ["errors"] = new JsonArray(new JsonObject { ["msg"] = message, ["code"] = Code }) };

    /// <summary>Returns the format of removals: a complete error, which repeats its code three times.</summary>
    public static JsonObject WholeReason(string message)
    {
        var reason = new JsonObject
        {
            ["statusCode"] = Code,
            ["status"] = Code,
            ["customCode"] = Code,
        };
        reason["errors"] = Reason(message)["errors"]!.DeepClone();
        reason["message"] = message;
        reason["name"] = "BadRequest";
        return reason;
    }
}
