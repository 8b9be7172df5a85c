using KoreXo;
using KoreXo.BotDefinition;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Lists what a bot consists of, as far as the app may see it.</summary>
internal sealed class Inventory
{
    private readonly BotDefinitionClient _bots;
    private readonly bool _seesVariables;

    private Inventory(KoreXoClient xo)
    {
        _bots = xo.BotDefinition;
        _seesVariables = xo.HoldsScopes("Export Variables");
    }

    private bool SeesLinks => _bots.HoldsScopes("Get linked App details");

    public static async Task<IResult> GetAsync(KoreXoClient xo, IOptions<WebSettings> settings, CancellationToken cancellationToken) =>
        Results.Ok(await new Inventory(xo).ListAsync(settings.Value.Bot, cancellationToken));

    private async Task<List<string>> ListAsync(string botId, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        if (_seesVariables)
        {
            // Guarded by a read-only field.
            var variables = await _bots.ExportBotVariablesAsync(botId, cancellationToken: cancellationToken);
            found.AddRange(variables.Select(static variable => variable.Key));
        }

        // Guarded by a computed property.
        var links = SeesLinks ? await _bots.GetLinkedAppsAsync(botId, cancellationToken: cancellationToken) : null;
        found.Add(links?.AppType?.ToString() ?? "unlinked");
        return found;
    }
}
