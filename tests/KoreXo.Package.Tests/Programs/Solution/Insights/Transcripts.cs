using System.Text;
using KoreXo;
using KoreXo.Analytics;

namespace Travel.Insights;

/// <summary>The conversations of one user as plain text.</summary>
public class Transcripts(AnalyticsClient analytics)
{
    [RequiresScopes("Chat History", Credential = "platform")]
    [RequiresScopes("Bot Analytics > Chat History", Credential = "admin")]
    public virtual async Task<string> ReadAsync(string botId, string userId, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await foreach (var message in analytics.ListUserConversationHistoryAsync(botId, userId, cancellationToken: cancellationToken))
        {
            text.AppendLine($"{message.CreatedOn:u} {message.Type}");
        }

        return text.ToString();
    }
}
