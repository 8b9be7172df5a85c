using System.Text.Json;
using KoreXo.Simulator.Notifications;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Reads the two formats of a notification, and checks what their schemas cannot express.</summary>
internal static class NotificationRequest
{
    private static readonly string[] Identities = ["email", "spaceId", "phoneNumber"];

    public static Notification Read(JsonElement body) => new(body.Text("channel")!, body.Texts("identities"));

    /// <exception cref="RefusalException">400: the parts of the request contradict each other.</exception>
    public static Notification ReadV2(JsonElement body)
    {
        var channel = body.Text("channel")!;
        if (body.Member("message") is null == body.Member("content") is null)
        {
            throw RefusalException.BadRequest("The body is not valid: exactly one of message and content is expected.");
        }

        if (channel != "ivr" && body.Member("webhookInstanceName") is not null)
        {
            throw RefusalException.BadRequest("The body is not valid at /webhookInstanceName: it is for the channel ivr only.");
        }

        return new Notification(
            channel,
            [.. body.Items("identities").Select((recipient, index) => Identity(channel, recipient, $"/identities/{index}"))]
        );
    }

    private static string Identity(string channel, JsonElement recipient, string pointer)
    {
        var expected = channel switch
        {
            "hangouts" => "spaceId",
            "whatsapp" => "phoneNumber",
            _ => "email",
        };
        var given = Identities.Where(name => recipient.Member(name) is not null).ToList();
        if (given is not [var only] || only != expected)
        {
            throw RefusalException.BadRequest(
                $"The body is not valid at {pointer}: the channel {channel} takes exactly one identity, {expected}."
            );
        }

        return recipient.Text(expected)!;
    }
}
