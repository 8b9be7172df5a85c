using KoreXo.BotDefinition;

namespace Programs;

/// <summary>Adds German to a bot.</summary>
internal static class AddLanguage
{
    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("admin");
        var changes = await xo.BotDefinition.AddLanguageAsync(
            Platform.Bot,
            new AddLanguageRequest
            {
                EnableLanguage = args[0],
                LanguageDefinitionMode = new LanguageDefinitionMode { Type = LanguageDefinitionType.Basic },
                MultilingualConfiguration = new MultilingualConfiguration
                {
                    NluLanguage = args[0],
                    InputTranslation = false,
                    ResponseTranslation = false,
                },
            }
        );
        Console.WriteLine(changes[0].Message);
    }
}
