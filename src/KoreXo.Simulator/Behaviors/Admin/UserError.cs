using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Why something failed for one user of a call, in the forms that the platform has for it.</summary>
internal static class UserError
{
    private const int Code = 400;

    /// <summary>The form that most calls have: a list of errors.</summary>
    public static JsonObject Reason(string message) =>
        new() { ["errors"] = new JsonArray(new JsonObject { ["msg"] = message, ["code"] = Code }) };

    /// <summary>The form of removals: a whole error, which says its number three times.</summary>
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
