using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Which version of a bot a run tests.</summary>
internal static class TestedVersion
{
    /// <summary>As the request names it.</summary>
    /// <exception cref="RefusalException">400: the published version is meant, and there is none.</exception>
    public static string Of(OperationCall call, SimulatedBot bot)
    {
        var version = call.Text("version")!;
        return version == "published" && bot.Published is null
            ? throw RefusalException.BadRequest($"The body is not valid at /version: the bot '{bot.Id}' has never been published.")
            : version;
    }
}
