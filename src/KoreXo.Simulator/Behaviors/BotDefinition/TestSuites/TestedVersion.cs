using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Determines the version of a bot that a run tests.</summary>
internal static class TestedVersion
{
    /// <summary>Returns the version as named in the request.</summary>
    /// <exception cref="RefusalException">400: the published version is requested, but there is none.</exception>
    public static string Of(OperationCall call, SimulatedBot bot)
    {
        var version = call.Text("version")!;
        return version == "published" && bot.Published is null
            ? throw RefusalException.BadRequest($"The body is not valid at /version: the bot '{bot.Id}' has never been published.")
            : version;
    }
}
