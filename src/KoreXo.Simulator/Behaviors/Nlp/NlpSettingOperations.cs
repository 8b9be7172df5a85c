using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>Changes thresholds and settings of the NLP engines.</summary>
internal sealed class NlpSettingOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("updateNlpConfigurations", Update)];

    /// <summary>Updates settings; no response is documented.</summary>
    private JsonObject Update(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var language = bot.LanguageSet.Demand(call.Parameters.Text("language")).Code;
        bot.NlpSettings.Change(language, call.Parameters.Optional("groupName"), call.Body);
        platform.LogChange(bot, call.App, "stream", "NLP settings changed");
        return [];
    }
}
