namespace KoreXo.Generator.Model;

/// <summary>A request that the service sends to the application.</summary>
/// <param name="Id">The name in the document.</param>
/// <param name="Name">The name of the member that reads it.</param>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Type">The type of the body.</param>
/// <param name="Response">The application's response, if it is JSON; null if it has no type.</param>
/// <param name="Description">The description in the document.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
internal sealed record WebhookModel(
    string Id,
    string Name,
    string Verb,
    TypeRef Type,
    WebhookResponse? Response,
    string Description,
    bool IsDeprecated
);
