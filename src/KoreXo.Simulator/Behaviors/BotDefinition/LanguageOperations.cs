using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Adds, configures, enables and disables languages of bots.</summary>
internal sealed class LanguageOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("addLanguage", Add),
            new OperationBehavior("updateLanguageConfiguration", Update),
            new OperationBehavior("enableLanguage", call => Set(call, enabled: true)),
            new OperationBehavior("disableLanguage", call => Set(call, enabled: false)) { AnswersPlainText = true },
            new OperationBehavior("changeDefaultLanguage", ChangeDefault),
        ];

    private JsonArray Add(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var mode = call.Body.GetProperty("langDefinitionMode");
        switch (mode.Text("type"))
        {
            case "fileUpload":
                platform.Files.Demand(mode.Text("fileId") ?? throw Missing("fileId", "fileUpload"), "/langDefinitionMode/fileId");
                break;
            case "advancedConfig" when mode.Member("preferredData") is null:
                throw Missing("preferredData", "advancedConfig");
        }

        var code = call.Text("enableLanguage")!;
        bot.LanguageSet.Add(code);
        platform.LogChange(bot, call.App, "stream", $"Language {code} added");
        return Change(bot, $"Language {code} enabled successfully");
    }

    private JsonArray Update(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var code = bot.LanguageSet.Demand(call.Text("updateLanguage")!).Code;
        if (call.Text("fileId") is { Length: > 0 } file)
        {
            platform.Files.Demand(file, "/fileId");
        }

        platform.LogChange(bot, call.App, "stream", $"Language {code} updated");
        return Change(bot, $"Language {code} updated successfully");
    }

    private JsonValue Set(OperationCall call, bool enabled)
    {
        var bot = platform.BotOf(call);
        var code = call.Text("language")!;
        bot.LanguageSet.SetEnabled(code, enabled);
        platform.LogChange(bot, call.App, "stream", $"Language {code} {(enabled ? "enabled" : "disabled")}");
        return JsonValue.Create($"Language {code} {(enabled ? "enabled" : "disabled")} successfully");
    }

    private JsonObject ChangeDefault(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var code = call.Text("Language")!;
        bot.LanguageSet.ChangeDefault(code);
        platform.LogChange(bot, call.App, "stream", $"Default language changed to {code}");
        return new JsonObject
        {
            ["status"] = "success",
            ["message"] = $"The default language is now {code}",
            ["language code"] = code,
        };
    }

    private static JsonArray Change(SimulatedBot bot, string message) =>
        new(
            new JsonObject
            {
                ["message"] = message,
                ["configurationDetails"] = new JsonObject
                {
                    ["dialogs"] = DefinitionFile.Read(bot.Latest.Definition, "").Dialogs.Count,
                    ["alerts"] = 0,
                    ["actions"] = 0,
                    ["knowledgetTasks"] = 1,
                    ["smallTalk"] = 0,
                    ["panels"] = 0,
                    ["widgets"] = 0,
                },
            }
        );

    private static RefusalException Missing(string member, string type) =>
        RefusalException.BadRequest($"The body is not valid at /langDefinitionMode/{member}: it is required for the type {type}.");
}
