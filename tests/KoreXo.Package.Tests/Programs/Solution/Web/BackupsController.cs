using KoreXo;
using KoreXo.BotDefinition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Travel.Insights;

namespace Travel.Web;

[ApiController]
[Route("backups")]
public sealed class BackupsController(IBackups backups, IServiceProvider services) : ControllerBase
{
    private string BotId => services.GetRequiredService<IOptions<WebSettings>>().Value.Bot;

    // why: Bot Export (platform) or Bot Definition > Bot Export (admin)
    [HttpPost]
    public async Task<ActionResult<string>> Save(CancellationToken cancellationToken)
    {
        try
        {
            return Ok(await backups.SaveAsync(BotId, cancellationToken));
        }
        catch (KoreXoRateLimitException limited)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests, limited.Message);
        }
    }

    // why: Bot Publish > Publish (admin)
    [HttpPost("publish")]
    public async Task<IActionResult> Publish([FromServices] BotDefinitionClient bots, CancellationToken cancellationToken)
    {
        var request = new PublishBotRequest { VersionComment = $"published by {User.Identity?.Name ?? "nobody"}" };
        // KXO1001 Bot Publish > Publish (admin)
        var job = await bots.StartBotPublishAsync(BotId, request, cancellationToken: cancellationToken);
        return Accepted(value: job.ResumeToken);
    }

    // why: Bot Publish > Publish (admin)
    [HttpGet("publish")]
    public async Task<IActionResult> Published([FromServices] BotDefinitionClient? bots, CancellationToken cancellationToken)
    {
        var wanted = bots?.GetBotPublishStatusAsync(BotId, cancellationToken: cancellationToken); // KXO1001 Bot Publish > Publish (admin)
        return wanted is null ? NotFound() : Ok((await wanted).ToString());
    }

    // why: Languages Configuration (platform) or API Scopes > Language Settings (admin)
    [HttpDelete("languages/{language}")]
    public async Task<IActionResult> RemoveLanguage(
        string language,
        [FromServices] BotDefinitionClient bots,
        CancellationToken cancellationToken
    )
    {
        if (bots?.HoldsScopes("Languages Configuration") == false)
        {
            // What is null is neither granted nor denied, so nothing is proved for what follows.
            return Forbid();
        }

        var request = new LanguageStatusRequest { Language = language };
        // KXO1001 Languages Configuration (platform) or API Scopes > Language Settings (admin)
        return Ok(await bots!.DisableLanguageAsync(BotId, request, cancellationToken: cancellationToken));
    }

    [NonAction]
    public string Describe() => $"backups of {BotId}";
}
